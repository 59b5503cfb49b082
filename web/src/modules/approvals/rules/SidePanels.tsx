import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import { ApiProblem } from '@/shared/api/problem';
import { useSession } from '@/shared/api/session';
import { useLanguage } from '@/shared/text/language';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { Panel } from '@/shared/ui/Panel';
import { problemText } from '@/shared/ui/toast';
import { useDebounced } from '@/shared/ui/useDebounced';
import s from '../approvals.module.css';
import { Route } from '../Timeline';
import { type Content, type Kind, placeOf, type Tried } from './model';
import type { useWords } from './useWords';

interface SideProps {
  kind: Kind;
  content: Content;
  words: ReturnType<typeof useWords>;
}

/** What is wrong with the rows as they stand, else what they leave open and what they say twice. */
export function CoveragePanel({ kind, content, words }: SideProps) {
  const { t } = useTranslation('approvals');
  const asked = useDebounced(JSON.stringify({ kind: kind.code, content }), 400);
  const { data, error } = useQuery({
    queryKey: ['approval-coverage', asked],
    queryFn: async () => (await api.POST('/api/approval-tables/try', { body: JSON.parse(asked) })).data,
    retry: false,
  });
  const coverage = data?.coverage;
  const isSound = coverage && (coverage.gaps.length === 0 || kind.isOptional) && coverage.overlaps.length === 0;
  return (
    <Panel title={t('rules.check')}>
      {error ? <Faults error={error} /> : null}
      {!error && coverage && (
        <>
          {isSound && <p>{t('rules.sound')}</p>}
          {coverage.gaps.length > 0 && (
            <>
              <b>{t(kind.isOptional ? 'rules.free' : 'rules.gaps')}</b>
              <ul className={s.notes}>
                {coverage.gaps.map((gap, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
                  <li key={i}>{words.region(gap)}</li>
                ))}
                {coverage.moreGaps > 0 && (
                  <li className="muted">{t('rules.moreGaps', { count: coverage.moreGaps })}</li>
                )}
              </ul>
            </>
          )}
          {coverage.overlaps.length > 0 && (
            <>
              <b>{t('rules.overlaps')}</b>
              <ul className={s.notes}>
                {coverage.overlaps.map(({ first, second, where }) => (
                  <li key={`${first} ${second}`}>
                    {t('rules.overlap', { first: first + 1, second: second + 1, where: words.region(where) })}
                  </li>
                ))}
              </ul>
            </>
          )}
          {coverage.unreached.length > 0 && (
            <p className={s.problem}>
              {t('rules.unreached', { rows: coverage.unreached.map((row) => row + 1).join(t('separator')) })}
            </p>
          )}
          {!coverage.isComplete && <p className="muted">{t('rules.tooMany')}</p>}
        </>
      )}
    </Panel>
  );
}

export function Faults({ error }: { error: unknown }) {
  const { t } = useTranslation('approvals');
  const faults = error instanceof ApiProblem ? error.faults : [];
  if (faults.length === 0) return <p className={s.problem}>{problemText(error)}</p>;
  return (
    <div role="alert">
      <b className={s.problem}>{t('rules.faults')}</b>
      <ul className={s.notes}>
        {faults.map(({ field, message }) => {
          const place = placeOf(field);
          const where =
            place &&
            (place.station ? t('rules.atStation', place as { row: number; station: number }) : t('rules.atRow', place));
          return (
            <li key={field}>
              {where && <b>{where} </b>}
              {message}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface Example {
  applicantId?: string;
  matterId?: string | null;
  amount?: string | null;
  discount?: string | null;
  days?: string | null;
  grade?: string;
}

/** The rows as they stand, tried on an example: which row, which people, and why. */
export function TryPanel({ kind, content, words, onRow }: SideProps & { onRow: (row: number | null) => void }) {
  const { t } = useTranslation('approvals');
  const { company, person } = useSession();
  const language = useLanguage();
  const [form] = Form.useForm<Example>();
  const [result, setResult] = useState<Tried | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (example: Example) => {
    setError(null);
    try {
      const { data } = await api.POST('/api/approval-tables/try', {
        body: {
          kind: kind.code,
          content,
          example: {
            applicantId: example.applicantId ?? '',
            matterId: example.matterId || undefined,
            amount: example.amount || undefined,
            discount: example.discount || undefined,
            days: example.days || undefined,
            grade: example.grade || undefined,
          },
        },
      });
      setResult(data ?? null);
      onRow(data?.route?.row ?? null);
    } catch (problem) {
      setResult(null);
      onRow(null);
      setError(problem);
    }
  };
  return (
    <Panel title={t('rules.try')}>
      <Form<Example>
        form={form}
        layout="vertical"
        name="try"
        initialValues={{ applicantId: person?.id }}
        onFinish={run}
        requiredMark={false}
      >
        <Form.Item name="applicantId" label={t('applicant')} rules={[{ required: true, message: t('chooseWhom') }]}>
          <RemotePicker path="/api/colleagues" />
        </Form.Item>
        {kind.hasMatter && (
          <Form.Item name="matterId" label={t('matter')}>
            <ChoiceInput
              options={(words.matters?.items ?? []).map((m) => ({
                value: m.id,
                label: language === 'en' ? m.nameEn : m.name,
              }))}
            />
          </Form.Item>
        )}
        {kind.hasAmount && (
          <Form.Item name="amount" label={t('amount')}>
            <MoneyInput unit={company.currency} />
          </Form.Item>
        )}
        {kind.hasDiscount && (
          <Form.Item name="discount" label={t('discount')}>
            <RateInput />
          </Form.Item>
        )}
        {kind.hasDays && (
          <Form.Item name="days" label={t('days')}>
            <NumberInput />
          </Form.Item>
        )}
        {kind.hasGrade && (
          <Form.Item name="grade" label={t('grade')}>
            <Input maxLength={20} />
          </Form.Item>
        )}
        <Button htmlType="submit">{t('rules.run')}</Button>
      </Form>
      {error ? <Faults error={error} /> : null}
      {result?.route && (
        <section className={s.part}>
          <h2>
            {result.route.row
              ? t('rules.takenBy', { row: result.route.row, name: result.route.rowName ?? '' })
              : t('rules.takenByNone')}
          </h2>
          <ul className={s.notes}>
            {result.passed.map(({ row, mismatch }) => (
              <li key={row} className="muted">
                {t('rules.passedOver', { row, why: t(`mismatch.${mismatch}`) })}
              </li>
            ))}
          </ul>
          {result.route.refused === 'approvals.nobody-decides' && <p className={s.problem}>{t('nobodyDecides')}</p>}
          <Route steps={result.route.steps} />
        </section>
      )}
    </Panel>
  );
}
