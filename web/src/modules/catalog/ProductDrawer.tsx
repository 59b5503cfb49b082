import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { toast } from '@/shared/ui/toast';
import { EditProduct } from './ProductForm';
import { SaleTag } from './ProductsPage';
import { unitPriceText } from './unitPrice';

export function ProductDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['catalog', 'shared']);
  const { company } = useSession();
  const seesCosts = useCan('catalog.costs');
  const [editing, setEditing] = useState(false);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/products/{id}', {
    params: { path: { id } },
  });
  const remove = server.useMutation('delete', '/api/products/{id}');

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
            <SaleTag isActive={data.isActive} />
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
      width={520}
    >
      {data && (
        <>
          <Facts
            items={[
              { label: t('line'), value: data.line },
              { label: t('unit'), value: data.unit },
              {
                label: t('listPrice'),
                value: <span className="number">{`${unitPriceText(data.listPrice)} ${company.currency}`}</span>,
              },
              ...(seesCosts
                ? [
                    {
                      label: t('costPrice'),
                      value: data.costPrice ? (
                        <span className="number">{`${unitPriceText(data.costPrice)} ${company.currency}`}</span>
                      ) : (
                        t('costUnknown')
                      ),
                    },
                  ]
                : []),
            ]}
          />
          {editing && <EditProduct product={data} reload={refetch} onClose={() => setEditing(false)} />}
        </>
      )}
    </RecordDrawer>
  );
}
