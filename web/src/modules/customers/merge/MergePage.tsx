import { SwapOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { fullAmount } from '@/shared/format/amount';
import { useCustomForm } from '@/shared/ui/custom/forms';
import { CustomValue } from '@/shared/ui/custom/shown';
import { Percent } from '@/shared/ui/figures/Texts';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { problemText, toast } from '@/shared/ui/toast';
import { type CustomerState, customerStates } from '../state';
import s from './merge.module.css';

type Preview = Reply<'/api/customers/{id}/merge-preview'>;
type Field = Preview['fields'][number];

/** Two customers who are one: which is left, and whose values hold. */
export default function MergePage() {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const id = useParams().id as string;
  const [search, setSearch] = useSearchParams();
  const other = search.get('with');
  const { data: self } = server.useQuery('get', '/api/customers/{id}', { params: { path: { id } } });
  const {
    data: preview,
    error,
    isPending,
    refetch,
  } = server.useQuery(
    'get',
    '/api/customers/{id}/merge-preview',
    { params: { path: { id }, query: { with: other ?? '' } } },
    { enabled: !!other },
  );
  return (
    <>
      <PageHead
        title={t('merge.title')}
        actions={
          other && (
            <Button
              icon={<SwapOutlined />}
              aria-label={t('merge.swap')}
              onClick={() => navigate(`/customers/${other}/merge?with=${id}`, { replace: true })}
            >
              {!isPhone && t('merge.swap')}
            </Button>
          )
        }
      />
      <div className={s.page}>
        <Panel>
          <p className="muted">{t('merge.hint', { name: self?.name ?? '' })}</p>
          <RemotePicker
            label={t('merge.other')}
            placeholder={t('merge.other')}
            path="/api/customers"
            value={other}
            current={preview ? preview.merged : null}
            onChange={(value) => setSearch(value ? { with: value } : {}, { replace: true })}
          />
        </Panel>
        {other && isPending && <Skeleton active />}
        {error && <LoadFailed error={error} retry={refetch} />}
        {preview && (
          <SideBySide
            key={`${preview.survivor.id} ${preview.survivor.version} ${preview.merged.id} ${preview.merged.version}`}
            preview={preview}
            reload={refetch}
          />
        )}
      </div>
    </>
  );
}

function SideBySide({ preview, reload }: { preview: Preview; reload: () => Promise<unknown> }) {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const { survivor, merged } = preview;
  const custom = useCustomForm('customer')?.fields ?? [];
  const [taken, setTaken] = useState(
    () => new Set(preview.fields.filter((field) => field.takesMerged).map((field) => field.code)),
  );
  const [reason, setReason] = useState('');
  const merge = server.useMutation('post', '/api/customers/{id}/merge', { meta: { quiet: true } });
  const take = (code: string, fromMerged: boolean) =>
    setTaken((now) => {
      const next = new Set(now);
      if (fromMerged) next.add(code);
      else next.delete(code);
      return next;
    });
  const shown = (field: Field, value: unknown) => {
    const own = custom.find((one) => `custom.${one.code}` === field.code);
    if (own) return <CustomValue field={own} value={value} />;
    if (value === null || value === undefined || value === '') return <span className="muted">–</span>;
    if (field.code === 'state' && customerStates.includes(value as CustomerState))
      return t(`states.${value as CustomerState}`);
    return String(value);
  };
  const nameOf = (field: Field) =>
    field.name ?? custom.find((one) => `custom.${one.code}` === field.code)?.name ?? field.code;
  const onMerge = async () => {
    try {
      await merge.mutateAsync({
        params: { path: { id: survivor.id } },
        body: { mergedId: merged.id, mergedVersion: merged.version, take: [...taken], reason: reason.trim() || null },
        headers: ifMatch(survivor.version),
      });
      toast.success(t('merge.done', { name: survivor.name }));
      navigate(`/customers/${survivor.id}`, { replace: true });
    } catch (problem) {
      toast.error(problemText(problem));
      await reload();
    }
  };
  return (
    <>
      {preview.creditDropped && (
        <Alert
          type="warning"
          showIcon
          title={t('merge.creditDropped', {
            name: merged.name,
            rating: preview.creditDropped.rating ?? t('credit.noRating'),
            limit: preview.creditDropped.limit ? fullAmount(preview.creditDropped.limit) : t('merge.limitOfRating'),
          })}
        />
      )}
      {preview.hasTwoCodes && <Alert type="warning" showIcon title={t('merge.twoCodes')} />}
      <Panel title={t('merge.values')} note={t('merge.valuesNote')}>
        <table className={s.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">
                {t('merge.stays')}
                <b>{survivor.name}</b>
                <small className="number">
                  {survivor.number} {survivor.ownerName}
                </small>
              </th>
              <th scope="col">
                {t('merge.goes')}
                <b>{merged.name}</b>
                <small className="number">
                  {merged.number} {merged.ownerName}
                </small>
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.fields.map((field) => (
              <tr key={field.code}>
                <th scope="row">{nameOf(field)}</th>
                {[false, true].map((fromMerged) => (
                  <td key={String(fromMerged)}>
                    <Radio
                      name={field.code}
                      checked={taken.has(field.code) === fromMerged}
                      onChange={() => take(field.code, fromMerged)}
                    >
                      {shown(field, fromMerged ? field.merged : field.survivor)}
                    </Radio>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {preview.fields.length === 0 && <p className="muted">{t('merge.same')}</p>}
      </Panel>
      <Panel title={t('merge.follows')}>
        {preview.rows.length === 0 && <p className="muted">{t('merge.nothing')}</p>}
        <ul className={s.rows}>
          {preview.rows.map((row) => (
            <li key={row.kind}>
              {row.name} <b className="number">{row.count}</b>
            </li>
          ))}
        </ul>
        {preview.shares.length > 0 && (
          <ul className={s.rows} aria-label={t('merge.shares')}>
            {preview.shares.map(({ name, share, goesAlong }) => (
              <li key={name}>
                {t(goesAlong ? 'merge.shareStays' : 'merge.shareEnds', { name })} <Percent value={share} />
              </li>
            ))}
          </ul>
        )}
        <Input
          aria-label={t('merge.reason')}
          placeholder={t('merge.reason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={s.foot}>
          <Button type="primary" loading={merge.isPending} onClick={onMerge}>
            {t('merge.run', { name: merged.name })}
          </Button>
          <span className="muted">{t('merge.undoable')}</span>
        </div>
      </Panel>
    </>
  );
}
