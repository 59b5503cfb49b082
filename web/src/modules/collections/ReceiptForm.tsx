import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { signOf } from '@/shared/format/decimal';
import { Amount } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { toast } from '@/shared/ui/toast';
import s from './collections.module.css';
import { methods } from './methods';
import { OrderPicker } from './OrderPicker';

type Values = Body<'/api/receipts'>;

/** `id` is "new" or the receipt that is changed; a receipt keeps its order. */
export function ReceiptForm({ id, onClose }: { id: string; onClose: (saved?: string) => void }) {
  const { t } = useTranslation(['collections', 'shared']);
  const { company } = useSession();
  const [search] = useSearchParams();
  const isNew = id === 'new';
  const { data, refetch } = server.useQuery(
    'get',
    '/api/receipts/{id}',
    { params: { path: { id } } },
    { enabled: !isNew },
  );
  if (!isNew && !data) return null;

  const initial: Partial<Values> = data ?? {
    orderId: search.get('order') ?? undefined,
    receivedOn: company.today,
    method: 'BankTransfer',
  };
  const save = async ({ orderId, receivedOn, amount, method, reference }: Values) => {
    const body = { receivedOn, amount, method, reference: reference ?? null };
    if (!data) return api.POST('/api/receipts', { body: { orderId, ...body } });
    return api.PUT('/api/receipts/{id}', { params: { path: { id } }, body, headers: ifMatch(data.version) });
  };
  return (
    <FormDrawer<Values>
      name="receipt"
      title={isNew ? t('add') : t('editTitle', { number: data?.number })}
      initial={initial}
      save={save}
      onSaved={() => toast.success(t('saved'))}
      onClose={onClose}
      reload={isNew ? undefined : refetch}
      width={480}
    >
      {isNew && (
        <Form.Item name="orderId" label={t('order')} required>
          <OrderPicker />
        </Form.Item>
      )}
      <Form.Item noStyle dependencies={['orderId']}>
        {(form) => {
          const order = data?.orderId ?? form.getFieldValue('orderId');
          return (
            order && (
              <OpenAmount order={order} take={isNew ? (open) => form.setFieldValue('amount', open) : undefined} />
            )
          );
        }}
      </Form.Item>
      <Form.Item name="amount" label={t('amount')} required>
        <MoneyInput unit={company.currency} />
      </Form.Item>
      <Form.Item name="receivedOn" label={t('receivedOn')} required>
        <DateInput max={company.today} />
      </Form.Item>
      <Form.Item name="method" label={t('method.label')} required>
        <ChoiceInput clearable={false} options={methods.map((value) => ({ value, label: t(`method.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reference" label={t('reference')} extra={t('referenceHelp')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDrawer>
  );
}

/** What the order comes to, what came in and what is open; one click takes the open amount. */
function OpenAmount({ order, take }: { order: string; take: ((open: string) => void) | undefined }) {
  const { t } = useTranslation('collections');
  const { data } = server.useQuery('get', '/api/orders/{id}/collected', { params: { path: { id: order } } });
  return (
    <dl className={s.open}>
      <div>
        <dt>{t('orderAmount')}</dt>
        <dd>
          <Amount value={data?.amount} />
        </dd>
      </div>
      <div>
        <dt>{t('collected')}</dt>
        <dd>
          <Amount value={data?.collected} />
        </dd>
      </div>
      <div>
        <dt>{t('open')}</dt>
        <dd data-open="true">
          {take && data && signOf(data.open) > 0 ? (
            <Button
              type="link"
              size="small"
              style={{ padding: 0 }}
              title={t('takeOpen')}
              onClick={() => take(data.open)}
            >
              <Amount value={data.open} />
            </Button>
          ) : (
            <Amount value={data?.open} />
          )}
        </dd>
      </div>
    </dl>
  );
}
