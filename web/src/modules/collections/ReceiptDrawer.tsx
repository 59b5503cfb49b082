import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { toast } from '@/shared/ui/toast';

interface ReceiptDrawerProps {
  id: string;
  onEdit: (id: string) => void;
  onClose: () => void;
}

export function ReceiptDrawer({ id, onEdit, onClose }: ReceiptDrawerProps) {
  const { t } = useTranslation(['collections', 'shared']);
  const seesOrders = useCan('orders.read');
  const { data, error, isPending, refetch } = server.useQuery('get', '/api/receipts/{id}', {
    params: { path: { id } },
  });
  const order = data?.orderId;
  const sums = server.useQuery(
    'get',
    '/api/orders/{id}/collected',
    { params: { path: { id: order ?? '' } } },
    { enabled: !!order },
  );
  const remove = server.useMutation('delete', '/api/receipts/{id}');
  const ask = async () => {
    const question = { title: t('removeTitle', { number: data?.number }), text: t('removeText') };
    if (!(await confirmed({ ...question, yes: t('shared:remove'), danger: true }))) return;
    // Closed first: a record that is gone must not be read again.
    onClose();
    remove.mutate({ params: { path: { id } } }, { onSuccess: () => toast.success(t('removed')) });
  };
  return (
    <RecordDrawer
      title={data?.customerName ?? t('title')}
      tags={data && <span className="number">{data.number}</span>}
      width={520}
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      actions={
        data && (
          <>
            {data.can?.includes('delete') && (
              <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={ask} />
            )}
            {data.can?.includes('edit') && (
              <Button type="primary" icon={<EditOutlined />} onClick={() => onEdit(id)}>
                {t('edit')}
              </Button>
            )}
          </>
        )
      }
    >
      {data && (
        <Facts
          items={[
            {
              label: t('amount'),
              value: (
                <b>
                  <Amount value={data.amount} />
                </b>
              ),
            },
            { label: t('receivedOn'), value: <Day value={data.receivedOn} /> },
            { label: t('method.label'), value: t(`method.${data.method}`) },
            { label: t('reference'), value: data.reference },
            {
              label: t('order'),
              value: seesOrders ? (
                <Link to={`/orders?open=${data.orderId}`}>{data.orderNumber}</Link>
              ) : (
                data.orderNumber
              ),
            },
            { label: t('salesperson'), value: data.salespersonName },
            { label: t('orderAmount'), value: <Amount value={sums.data?.amount} /> },
            { label: t('open'), value: <Amount value={sums.data?.open} /> },
          ]}
        />
      )}
    </RecordDrawer>
  );
}
