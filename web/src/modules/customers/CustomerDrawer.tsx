import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { useCustomFacts } from '@/shared/ui/custom/shown';
import { Facts } from '@/shared/ui/Facts';
import { Instant } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { toast } from '@/shared/ui/toast';
import { Contacts } from './Contacts';
import { EditCustomer } from './CustomerForm';
import s from './customers.module.css';
import { OwnershipPanel } from './ownership/OwnershipPanel';
import { RecentOrders } from './RecentOrders';
import { CustomerStateTag } from './state';

export function CustomerDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const [editing, setEditing] = useState(false);
  const seesOrders = useCan('orders.read');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/customers/{id}', {
    params: { path: { id } },
  });
  const custom = useCustomFacts('customer', data?.custom);
  const remove = server.useMutation('delete', '/api/customers/{id}');

  const onRemove = async (name: string) => {
    const question = { title: t('removeAsk', { name }), text: t('removeText'), yes: t('shared:remove'), danger: true };
    if (!(await confirmed(question))) return;
    await remove.mutateAsync({ params: { path: { id } } });
    toast.success(t('removed', { name }));
    onClose();
  };

  return (
    <RecordDrawer
      title={data?.name}
      tags={
        data && (
          <>
            <span className="number">{data.number}</span>
            <CustomerStateTag state={data.state} />
          </>
        )
      }
      actions={
        <>
          {data?.can?.includes('delete') && (
            <IconButton
              label={t('shared:remove')}
              icon={<DeleteOutlined />}
              onClick={() => onRemove(data.name).catch(() => undefined)}
            />
          )}
          {data?.can?.includes('edit') && <Button onClick={() => setEditing(true)}>{t('change')}</Button>}
        </>
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
    >
      {data && (
        <>
          <Facts
            items={[
              { label: t('owner'), value: data.ownerName },
              { label: t('territory'), value: data.territoryName },
              { label: t('industry'), value: data.industry },
              { label: t('city'), value: data.city },
              { label: t('contact'), value: data.contactName },
              { label: t('phone'), value: data.phone && <a href={`tel:${data.phone}`}>{data.phone}</a> },
              { label: t('creditCode'), value: data.creditCode && <span className="number">{data.creditCode}</span> },
              { label: t('website'), value: data.website && <Website address={data.website} /> },
              { label: t('createdAt'), value: <Instant value={data.createdAt} /> },
              ...custom,
              { label: t('address'), value: data.address, wide: true },
              ...(data.duplicateReason
                ? [{ label: t('duplicates.kept'), value: data.duplicateReason, wide: true }]
                : []),
              {
                label: t('remark'),
                value: data.remark && <span className={s.remark}>{data.remark}</span>,
                wide: true,
              },
            ]}
          />
          <OwnershipPanel id={id} onGone={onClose} />
          <Contacts customer={id} />
          {seesOrders && <RecentOrders customer={id} />}
          {editing && <EditCustomer customer={data} reload={refetch} onClose={() => setEditing(false)} />}
        </>
      )}
    </RecordDrawer>
  );
}

/** Only what leads to the web is a link: an address is what somebody typed. */
function Website({ address }: { address: string }) {
  const to = /^https?:\/\//i.test(address)
    ? address
    : /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(address)
      ? `https://${address}`
      : null;
  return to ? (
    <a href={to} target="_blank" rel="noreferrer">
      {address}
    </a>
  ) : (
    address
  );
}
