import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { useCustomFacts } from '@/shared/ui/custom/shown';
import { Facts } from '@/shared/ui/Facts';
import { MarginText } from '@/shared/ui/figures/MarginText';
import { Amount, Day, Instant } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { CustomerCredit } from './CustomerCredit';
import { ApprovalTag, OrderApproval } from './OrderApproval';
import { OrderCollected } from './OrderCollected';
import s from './OrderDrawer.module.css';
import { OrderLines } from './OrderLines';
import { OrderStateTag } from './OrderStateTag';

export type Order = Reply<'/api/orders/{id}'>;

interface OrderDrawerProps {
  id: string;
  onEdit: (id: string) => void;
  onClose: () => void;
}

export function OrderDrawer({ id, onEdit, onClose }: OrderDrawerProps) {
  const { t } = useTranslation(['orders', 'shared']);
  const seesReceipts = useCan('collections.read');
  const [isCancelling, setCancelling] = useState(false);
  const path = { id };
  const { data: order, error, isPending, refetch } = server.useQuery('get', '/api/orders/{id}', { params: { path } });
  const custom = useCustomFacts('order', order?.custom);
  const confirm = server.useMutation('post', '/api/orders/{id}/confirm');
  const submit = server.useMutation('post', '/api/orders/{id}/submit');
  const withdraw = server.useMutation('post', '/api/orders/{id}/withdraw');
  const remove = server.useMutation('delete', '/api/orders/{id}');

  const doConfirm = (version: number) =>
    confirm.mutate(
      { params: { path }, headers: ifMatch(version) },
      { onSuccess: () => toast.success(t('confirmed')), onError: () => refetch() },
    );
  const doSubmit = (version: number) =>
    submit.mutate(
      { params: { path }, headers: ifMatch(version) },
      { onSuccess: () => toast.success(t('approval.submitted')), onError: () => refetch() },
    );
  const doWithdraw = async (version: number) => {
    const question = {
      title: t('approval.withdrawTitle'),
      text: t('approval.withdrawText'),
      yes: t('approval.withdraw'),
    };
    if (await confirmed(question))
      withdraw.mutate({ params: { path }, headers: ifMatch(version) }, { onError: () => refetch() });
  };
  const doRemove = async () => {
    if (
      !(await confirmed({ title: t('removeTitle', { number: order?.number }), yes: t('shared:remove'), danger: true }))
    )
      return;
    // Closed first: a record that is gone must not be read again.
    onClose();
    remove.mutate({ params: { path } }, { onSuccess: () => toast.success(t('removed')) });
  };
  const can = (deed: string) => order?.can?.includes(deed);
  return (
    <>
      <RecordDrawer
        title={order ? order.customerName : t('title')}
        tags={
          order && (
            <>
              <span className="number">{order.number}</span>
              <OrderStateTag state={order.state} />
              {order.isOverCredit && <StatusTag tone="warning">{t('overCredit')}</StatusTag>}
              {order.state === 'Draft' && <ApprovalTag approval={order.approval} />}
            </>
          )
        }
        width={760}
        onClose={onClose}
        {...{ isPending, error, retry: refetch }}
        actions={
          order && (
            <>
              {can('delete') && <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={doRemove} />}
              {can('edit') && <Button onClick={() => onEdit(id)}>{t('edit')}</Button>}
              {can('cancel') && <Button onClick={() => setCancelling(true)}>{t('cancel')}</Button>}
              {can('withdraw') && <Button onClick={() => doWithdraw(order.version)}>{t('approval.withdraw')}</Button>}
              {can('submit') && (
                <Button type="primary" loading={submit.isPending} onClick={() => doSubmit(order.version)}>
                  {t('approval.submit')}
                </Button>
              )}
              {can('confirm') && (
                <Button type="primary" loading={confirm.isPending} onClick={() => doConfirm(order.version)}>
                  {t('confirm')}
                </Button>
              )}
            </>
          )
        }
      >
        {order && (
          <div className={s.parts}>
            {(can('confirm') || can('submit')) && <CustomerCredit customer={order.customerId} />}
            <Facts
              items={[
                {
                  label: t('amount'),
                  value: (
                    <b>
                      <Amount value={order.amount} />
                    </b>
                  ),
                },
                ...(order.margin ? [{ label: t('margin.title'), value: <MarginText margin={order.margin} /> }] : []),
                { label: t('orderedOn'), value: <Day value={order.orderedOn} /> },
                { label: t('salesperson'), value: order.salespersonName },
                { label: t('unitThen'), value: order.unitName },
                { label: t('territory'), value: order.territoryName },
                { label: t('createdAt'), value: <Instant value={order.createdAt} /> },
                ...custom,
                ...(order.remark ? [{ label: t('remark'), value: order.remark, wide: true }] : []),
                ...(order.cancelReason ? [{ label: t('cancelReason'), value: order.cancelReason, wide: true }] : []),
              ]}
            />
            <OrderApproval order={order} />
            <OrderLines order={order} />
            {seesReceipts && order.state === 'Confirmed' && <OrderCollected orderId={id} />}
          </div>
        )}
      </RecordDrawer>
      {isCancelling && order && (
        <FormDrawer<Body<'/api/orders/{id}/cancel'>>
          name="cancelOrder"
          title={t('cancelTitle', { number: order.number })}
          saveText={t('cancel')}
          width={440}
          save={(body) =>
            api.POST('/api/orders/{id}/cancel', {
              params: { path },
              body: { reason: body.reason ?? '' },
              headers: ifMatch(order.version),
            })
          }
          onSaved={() => toast.success(t('cancelled'))}
          onClose={() => setCancelling(false)}
          reload={refetch}
        >
          <Form.Item name="reason" label={t('cancelReason')} required extra={t('cancelHelp')}>
            <Input.TextArea autoFocus rows={3} maxLength={200} showCount />
          </Form.Item>
        </FormDrawer>
      )}
    </>
  );
}
