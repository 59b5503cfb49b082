import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import s from '../customers.module.css';
import type { Rules } from './RulesForm';

/** Whom the rules in the form would take back on a day: asked as the night asks. */
export function PreviewPanel({ rules }: { rules: () => Rules }) {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const [day, setDay] = useState<string | null>(company.today);
  const preview = server.useMutation('post', '/api/ownership-rules/preview');
  const data = preview.data;
  return (
    <section aria-label={t('rules.preview')} className={s.section}>
      <div className={s.line}>
        <DateInput value={day} onChange={setDay} />
        <Button
          loading={preview.isPending}
          onClick={() => preview.mutate({ body: { day: day ?? company.today, rules: rules() } })}
        >
          {t('rules.preview')}
        </Button>
      </div>
      {data && (
        <>
          <p>
            <b>{t('rules.would', { count: data.total })}</b>{' '}
            <span className="muted">
              {data.counts.map((one) => `${t(`own.causes.${one.cause!}`)} ${one.customers}`).join(' · ')}
            </span>
          </p>
          <ol className={s.spells}>
            {data.items.map((row) => (
              <li key={row.id}>
                <span>
                  {row.name} <span className="number muted">{row.number}</span>
                </span>
                <span className="muted">
                  {row.ownerName} · {t(`own.causes.${row.cause!}`)}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
