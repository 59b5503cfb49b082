import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { Panel } from '@/shared/ui/Panel';
import s from './imports.module.css';
import type { Import } from './states';
import { Templates } from './Templates';

type Kind = Reply<'/api/import-kinds'>['items'][number];

interface MappingProps {
  of: Import;
  kind: Kind;
  onDone: () => void;
}

/** Step two: which heading of the file fills which column. The server has proposed what it recognised. */
export function Mapping({ of, kind, onDone }: MappingProps) {
  const { t } = useTranslation(['platform', 'shared']);
  const [mapping, setMapping] = useState(of.mapping);
  const [rounds, setRounds] = useState(of.roundsAmounts);
  const params = { path: { id: of.id } };
  const { data: sample } = server.useQuery('get', '/api/imports/{id}/sample', { params });
  const map = server.useMutation('put', '/api/imports/{id}/mapping');
  const check = server.useMutation('post', '/api/imports/{id}/check');
  const cancel = server.useMutation('post', '/api/imports/{id}/cancel');

  const put = (column: string, heading: string | null) => {
    const { [column]: _was, ...rest } = mapping;
    setMapping(heading === null ? rest : { ...rest, [column]: heading });
  };
  const valuesOf = (column: string): string => {
    const place = sample?.headings.indexOf(mapping[column] ?? '') ?? -1;
    if (place < 0) return '';
    return (sample?.lines ?? []).flatMap((line) => line[place] || []).join('、');
  };
  const missing = kind.columns.filter(({ name, required }) => required && !mapping[name]);
  const unused = of.headings.filter((heading) => !Object.values(mapping).includes(heading));
  const hasAmounts = kind.columns.some(({ name }) => /amount|price/i.test(name));

  const onCheck = async () => {
    await map.mutateAsync({ params, body: { mapping, sheet: of.sheet ?? null, roundsAmounts: rounds } });
    await check.mutateAsync({ params });
    onDone();
  };
  const onSheet = (sheet: string | null) =>
    sheet && map.mutate({ params, body: { mapping: {}, sheet, roundsAmounts: rounds } });

  return (
    <Panel
      className={s.wide}
      title={t('imports.mapping.title')}
      note={t('imports.mapping.note', { mapped: Object.keys(mapping).length, all: kind.columns.length })}
      extra={
        <Templates
          kind={kind.kind}
          headings={of.headings}
          mapping={mapping}
          rounds={rounds}
          onUse={(template) => {
            setMapping(template.mapping);
            setRounds(template.roundsAmounts);
          }}
        />
      }
    >
      {of.sheets.length > 1 && (
        <div className={s.field}>
          <span>{t('imports.mapping.sheet')}</span>
          <ChoiceInput
            clearable={false}
            label={t('imports.mapping.sheet')}
            options={of.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            value={of.sheet}
            onChange={onSheet}
          />
        </div>
      )}
      <table className={s.table}>
        <thead>
          <tr>
            <th>{t('imports.mapping.column')}</th>
            <th>{t('imports.mapping.heading')}</th>
            <th>{t('imports.mapping.values')}</th>
          </tr>
        </thead>
        <tbody>
          {kind.columns.map(({ name, heading, required }) => (
            <tr key={name}>
              <td>
                {heading}
                {required && <i title={t('imports.required')}>*</i>}
              </td>
              <td>
                <ChoiceInput
                  label={t('imports.mapping.headingOf', { column: heading })}
                  placeholder={t('imports.mapping.none')}
                  options={of.headings.map((found) => ({ value: found, label: found }))}
                  value={mapping[name]}
                  onChange={(found) => put(name, found)}
                />
              </td>
              <td title={valuesOf(name)}>{valuesOf(name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unused.length > 0 && <p className={s.text}>{t('imports.mapping.unused', { headings: unused.join('、') })}</p>}
      {hasAmounts && (
        <p className={s.text}>
          <Checkbox checked={rounds} onChange={(event) => setRounds(event.target.checked)}>
            {t('imports.mapping.rounds')}
          </Checkbox>
        </p>
      )}
      {missing.length > 0 && (
        <p role="alert" className={s.problem}>
          {t('imports.mapping.missing', { columns: missing.map(({ heading }) => heading).join('、') })}
        </p>
      )}
      <div className={s.buttons}>
        <Button
          type="primary"
          disabled={missing.length > 0}
          loading={map.isPending || check.isPending}
          onClick={() => onCheck().catch(() => undefined)}
        >
          {t('imports.check')}
        </Button>
        {of.state !== 'Uploaded' && <Button onClick={onDone}>{t('shared:form.cancel')}</Button>}
        {of.state === 'Uploaded' && of.can.includes('cancel') && (
          <Button loading={cancel.isPending} onClick={() => cancel.mutate({ params })}>
            {t('imports.giveUp')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
