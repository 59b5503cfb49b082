import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { Amount } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { toast } from '@/shared/ui/toast';
import s from '../file/file.module.css';

export type ReviewCard = Reply<'/api/customers/{id}/review-cards'>['items'][number];
type Values = Body<'/api/customers/{id}/review-cards', 'put'>;

export const trends = ['Better', 'Steady', 'Worse'] as const;

interface ReviewFormProps {
  customer: { id: string; name: string };
  month: string;
  onClose: () => void;
}

/** The card of a month: the figures are there, the judgement is the person's. */
export function ReviewForm({ customer, month, onClose }: ReviewFormProps) {
  const { data, refetch } = server.useQuery('get', '/api/customers/{id}/review-cards', {
    params: { path: { id: customer.id } },
  });
  if (!data) return null;
  const card = data.items.find((one) => one.month === month && !one.isOfMerged) ?? null;
  return <Fields key={card?.version ?? 0} {...{ customer, month, card, onClose }} reload={refetch} />;
}

function Fields({
  customer,
  month,
  card,
  reload,
  onClose,
}: ReviewFormProps & { card: ReviewCard | null; reload: () => Promise<unknown> }) {
  const { t } = useTranslation('customers');
  const save = server.useMutation('put', '/api/customers/{id}/review-cards', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="reviewCard"
      title={t('reviews.of', { name: customer.name, month })}
      initial={card ?? { trend: 'Steady' }}
      save={({ trend, judgement, next }) =>
        save.mutateAsync({
          params: { path: { id: customer.id } },
          body: { month, trend, judgement: judgement ?? '', next: next ?? null },
          headers: ifMatch(card?.version ?? 0),
        })
      }
      onSaved={() => toast.success(t('cards.saved'))}
      reload={reload}
      onClose={onClose}
    >
      <MonthFigures customer={customer.id} month={month} />
      <Form.Item name="trend" label={t('reviews.trend')} required>
        <ChoiceInput
          clearable={false}
          options={trends.map((trend) => ({ value: trend, label: t(`reviews.trends.${trend}`) }))}
        />
      </Form.Item>
      <Form.Item name="judgement" label={t('reviews.judgement')} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="next" label={t('reviews.next')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDrawer>
  );
}

/** What the system knows of that month. */
export function MonthFigures({ customer, month }: { customer: string; month: string }) {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/customers/{id}/month-figures', {
    params: { path: { id: customer }, query: { month } },
  });
  return (
    <dl className={s.figures}>
      {data?.items.map((figure) => (
        <div key={figure.what}>
          <dt>{t('reviews.figure', { what: figure.name, count: figure.count })}</dt>
          <dd>
            <Amount value={figure.amount} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
