import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from '../customers.module.css';
import { GradeChip } from '../grading/GradeChip';
import { DoneForm, SkipForm } from './CareForms';
import { toneOf, useCareWords } from './words';

/** One care: what is to be done for whom, and what came of it. */
export function CareDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const words = useCareWords();
  const [closing, setClosing] = useState<'done' | 'skip' | null>(null);
  const { data, error, isPending, refetch } = server.useQuery('get', '/api/care-items/{id}', {
    params: { path: { id } },
  });
  return (
    <RecordDrawer
      title={data?.customerName}
      tags={
        data && (
          <>
            {data.grade && <GradeChip grade={data.grade} />}
            <b>{words.kind(data.kind)}</b>
            <StatusTag tone={toneOf(data)}>
              {data.isOverdue ? t('care.overdue') : t(`care.states.${data.state}`)}
            </StatusTag>
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      footer={
        data?.can.includes('close') && (
          <div className={s.versions}>
            <Button type="primary" onClick={() => setClosing('done')}>
              {t('care.finish')}
            </Button>
            <Button onClick={() => setClosing('skip')}>{t('care.skip')}</Button>
          </div>
        )
      }
    >
      {data && (
        <>
          <Facts
            items={[
              { label: t('care.dueOn'), value: <Day value={data.dueOn} /> },
              ...(data.occasionOn ? [{ label: t('care.occasionOn'), value: <Day value={data.occasionOn} /> }] : []),
              { label: t('owner'), value: data.personName },
              { label: t('care.contact'), value: data.contactName },
              ...(data.contactHobbies ? [{ label: t('care.hobbies'), value: data.contactHobbies }] : []),
              { label: t('care.budget'), value: data.budget ? <Amount value={data.budget} /> : null },
              { label: t('care.level'), value: data.level > 0 ? t('care.levels', { count: data.level }) : null },
              ...(data.note ? [{ label: t('care.note'), value: data.note, wide: true }] : []),
              ...(data.closedOn
                ? [
                    { label: t('care.closedOn'), value: <Day value={data.closedOn} /> },
                    { label: t('care.closedBy'), value: data.closedByName },
                    { label: t('care.result'), value: data.result, wide: true },
                  ]
                : []),
              ...(data.score ? [{ label: t('care.score'), value: t('care.points', { score: data.score }) }] : []),
              ...(data.remark ? [{ label: t('care.scoreRemark'), value: data.remark, wide: true }] : []),
            ]}
          />
          {data.state === 'Done' && data.costs && data.costs.sum !== '0.00' && (
            <section className={s.section}>
              <header>
                <h2>{t('care.cost')}</h2>
                <Amount value={data.costs.sum} />
              </header>
              <Facts
                items={(['gift', 'banquet', 'travel', 'other'] as const)
                  .filter((kind) => data.costs?.[kind] !== '0.00')
                  .map((kind) => ({ label: t(`care.costs.${kind}`), value: <Amount value={data.costs?.[kind]} /> }))}
              />
              {data.overBudgetReason && <p className={s.risk}>{data.overBudgetReason}</p>}
            </section>
          )}
          <p>
            <Link to={`/customers/${data.customerId}`}>{t('care.toCustomer')}</Link>
          </p>
          {closing === 'done' && <DoneForm care={data} onClose={() => setClosing(null)} />}
          {closing === 'skip' && <SkipForm care={data} onClose={() => setClosing(null)} />}
        </>
      )}
    </RecordDrawer>
  );
}
