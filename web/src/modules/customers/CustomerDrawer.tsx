import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { Contacts } from './Contacts';
import { EditCustomer } from './CustomerForm';
import { CustomerFacts } from './file/FactsPanel';
import { GradeChip } from './grading/GradeChip';
import { Grades } from './grading/Grades';
import { OwnershipPanel } from './ownership/OwnershipPanel';
import { RecentOrders } from './RecentOrders';
import { useRemoveCustomer } from './remove';
import { CustomerStateTag } from './state';
import { CustomerWarnings } from './warnings/CustomerWarnings';

/** A quick look from the list; the whole file is one click away. */
export function CustomerDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const [editing, setEditing] = useState(false);
  const seesOrders = useCan('orders.read');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/customers/{id}', {
    params: { path: { id } },
  });
  const remove = useRemoveCustomer();
  const onRemove = async () => {
    if (data && (await remove(data))) onClose();
  };

  return (
    <RecordDrawer
      title={data?.name}
      tags={
        data && (
          <>
            <span className="number">{data.number}</span>
            <CustomerStateTag state={data.state} />
            {data.grade && <GradeChip grade={data.grade} />}
            <Link to={`/customers/${data.id}`}>{t('file.open')}</Link>
          </>
        )
      }
      actions={
        <>
          {data?.can?.includes('delete') && (
            <IconButton
              label={t('shared:remove')}
              icon={<DeleteOutlined />}
              onClick={() => onRemove().catch(() => undefined)}
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
          <CustomerFacts customer={data} />
          <OwnershipPanel id={id} onGone={onClose} />
          <Grades customer={id} />
          <CustomerWarnings customer={id} />
          <Contacts customer={data.id} />
          {seesOrders && <RecentOrders customer={data.id} />}
          {editing && <EditCustomer customer={data} reload={refetch} onClose={() => setEditing(false)} />}
        </>
      )}
    </RecordDrawer>
  );
}
