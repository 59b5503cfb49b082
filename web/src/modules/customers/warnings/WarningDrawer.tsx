import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, server } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { Amount, Day, Instant } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { GradeChip } from '../grading/GradeChip';
import { results, stateTones, useWords, type Warning } from './words';

type Deed = 'follow-up' | 'cause' | 'measure' | 'close';

/** One warning: which signs, what was done, and what is to be done next. */
export function WarningDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const words = useWords();
  const [doing, setDoing] = useState<Deed | null>(null);
  const { data, error, isPending, refetch } = server.useQuery('get', '/api/customer-warnings/{id}', {
    params: { path: { id } },
  });
  const codeName = (line: Warning['lines'][number]): string => {
    switch (line.kind) {
      case 'Signal':
      case 'Reported':
        return words.signal(line.code ?? '');
      case 'CauseNamed':
        return words.cause(line.code);
      case 'Measure':
        return words.measure(line.code);
      case 'Closed':
        return t(`warnings.results.${line.code as (typeof results)[number]}`);
      default:
        return line.targetName ?? '';
    }
  };
  const deeds: Deed[] = !data
    ? []
    : (['follow-up', 'cause', 'measure', 'close'] as const).filter(
        (deed) => data.can.includes('act') && (deed !== 'measure' || data.can.includes('close')),
      );
  const next: Deed | undefined = !data
    ? undefined
    : data.resumedOn && data.cause
      ? 'close'
      : data.state === 'Open'
        ? 'follow-up'
        : data.cause
          ? 'measure'
          : 'cause';
  return (
    <RecordDrawer
      title={data?.customerName}
      tags={
        data && (
          <>
            {data.grade && <GradeChip grade={data.grade} />}
            <StatusTag
              tone={data.result === 'WonBack' ? 'good' : data.result === 'Lost' ? 'bad' : stateTones[data.state]}
            >
              {data.result ? t(`warnings.results.${data.result}`) : t(`warnings.states.${data.state}`)}
            </StatusTag>
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      footer={
        deeds.length > 0 && (
          <div className={s.versions}>
            {deeds.map((deed) => (
              <Button key={deed} type={deed === next ? 'primary' : 'default'} onClick={() => setDoing(deed)}>
                {t(`warnings.act.${deed}`)}
              </Button>
            ))}
          </div>
        )
      }
    >
      {data && (
        <>
          {data.resumedOn && data.state !== 'Closed' && (
            <Alert showIcon type="success" title={t('warnings.buysAgain', { day: data.resumedOn })} />
          )}
          <ul className={s.signs}>
            {data.signals.map((signal) => (
              <li key={signal.indicator}>
                <b>{words.signal(signal.indicator)}</b>
                {signal.reading != null && (
                  <span className="number">
                    {t('warnings.reading', { reading: signal.reading, threshold: signal.threshold })}
                  </span>
                )}
                <span className="muted">
                  {Object.entries(signal.inputs)
                    .map(([name, value]) => `${t(`warnings.inputs.${name as 'days'}`)} ${value}`)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <Facts
            items={[
              { label: t('warnings.openedOn'), value: <Day value={data.openedOn} /> },
              { label: t('warnings.dueOn'), value: <Day value={data.dueOn} /> },
              { label: t('owner'), value: data.ownerName },
              { label: t('warnings.cause'), value: data.cause && words.cause(data.cause) },
              { label: t('warnings.cost'), value: <Amount value={data.cost} /> },
              { label: t('warnings.wonSales'), value: <Amount value={data.wonSales} /> },
            ]}
          />
          <p>
            <Link to={`/customers?open=${data.customerId}`}>{t('warnings.toCustomer')}</Link>
          </p>
          <section className={s.section}>
            <h2>{t('warnings.log')}</h2>
            <ol className={s.log}>
              {data.lines.map((line) => (
                <li key={line.line}>
                  <b>{line.byName ?? t('warnings.product')}</b>
                  <span>{t(`warnings.lines.${line.kind}`, { what: codeName(line) })}</span>
                  {line.cost && line.kind === 'Measure' && <Amount value={line.cost} />}
                  <span className="muted">
                    <Instant value={line.at} />
                  </span>
                  {line.text && <p>{line.text}</p>}
                </li>
              ))}
            </ol>
          </section>
          {doing && <Doing warning={data} deed={doing} onClose={() => setDoing(null)} />}
        </>
      )}
    </RecordDrawer>
  );
}

interface DoingValues {
  text?: string;
  cause?: string;
  measure?: string;
  cost?: string | null;
  result?: (typeof results)[number];
}

function Doing({ warning, deed, onClose }: { warning: Warning; deed: Deed; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const words = useWords();
  const params = { path: { id: warning.id } };
  const save = ({ text, cause, measure, cost, result }: DoingValues): Promise<unknown> => {
    switch (deed) {
      case 'follow-up':
        return api.POST('/api/customer-warnings/{id}/follow-up', { params, body: { text: text ?? '' } });
      case 'cause':
        return api.POST('/api/customer-warnings/{id}/cause', {
          params,
          body: { cause: cause ?? '', text: text || null },
        });
      case 'measure':
        return api.POST('/api/customer-warnings/{id}/measure', {
          params,
          body: { measure: measure ?? '', cost: cost ?? null, text: text || null },
        });
      default:
        return api.POST('/api/customer-warnings/{id}/close', {
          params,
          body: { result: result ?? 'FalseAlarm', text: text || null },
        });
    }
  };
  return (
    <FormDrawer<DoingValues>
      name="warningDeed"
      title={t(`warnings.act.${deed}`)}
      initial={{
        cause: warning.cause ?? undefined,
        result: warning.resumedOn && warning.cause ? 'WonBack' : warning.cause ? 'Lost' : 'FalseAlarm',
      }}
      save={save}
      onSaved={() => toast.success(t('grading.saved'))}
      onClose={onClose}
      width={440}
    >
      {deed === 'cause' && (
        <Form.Item name="cause" label={t('warnings.cause')} required>
          <ChoiceInput clearable={false} options={words.choices('causes')} />
        </Form.Item>
      )}
      {deed === 'measure' && (
        <>
          <Form.Item name="measure" label={t('warnings.measure')} required>
            <ChoiceInput clearable={false} options={words.choices('measures')} />
          </Form.Item>
          <Form.Item name="cost" label={t('warnings.cost')}>
            <MoneyInput />
          </Form.Item>
        </>
      )}
      {deed === 'close' && (
        <Form.Item name="result" label={t('warnings.result')} required>
          <ChoiceInput
            clearable={false}
            options={results
              .filter((result) => warning.cause || result === 'FalseAlarm')
              .map((result) => ({ value: result, label: t(`warnings.results.${result}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="text" label={t('warnings.words')} required={deed === 'follow-up'}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </FormDrawer>
  );
}
