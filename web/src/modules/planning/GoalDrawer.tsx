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

interface GoalDrawerProps {
  id: string;
  onEdit: (id: string) => void;
  onClose: () => void;
}

export function GoalDrawer({ id, onEdit, onClose }: GoalDrawerProps) {
  const { t } = useTranslation(['planning', 'shared']);
  const seesBoard = useCan('insights.board-read');
  const {
    data: goal,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/goals/{id}', { params: { path: { id } } });
  const remove = server.useMutation('delete', '/api/goals/{id}');
  const ask = async () => {
    const name = goal?.personName ?? '';
    if (!(await confirmed({ title: t('removeTitle', { name }), yes: t('shared:remove'), danger: true }))) return;
    // Closed first: a record that is gone must not be read again.
    onClose();
    remove.mutate({ params: { path: { id } } }, { onSuccess: () => toast.success(t('removed')) });
  };
  return (
    <RecordDrawer
      title={goal ? t('goalOf', { name: goal.personName }) : t('title')}
      tags={goal && <span className="number">{`${goal.first} – ${goal.last}`}</span>}
      width={480}
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      actions={
        goal && (
          <>
            {goal.can?.includes('delete') && (
              <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={ask} />
            )}
            {goal.can?.includes('edit') && (
              <Button type="primary" icon={<EditOutlined />} onClick={() => onEdit(id)}>
                {t('edit')}
              </Button>
            )}
          </>
        )
      }
    >
      {goal && (
        <>
          <Facts
            items={[
              { label: t('amount'), value: <Amount value={goal.amount} /> },
              { label: t('person'), value: `${goal.personName} ${goal.personNumber}` },
              { label: t('first'), value: <Day value={goal.first} /> },
              { label: t('last'), value: <Day value={goal.last} /> },
              { label: t('unitThen'), value: goal.unitName },
              { label: t('territoryThen'), value: goal.territoryName },
            ]}
          />
          {seesBoard && (
            <p style={{ marginTop: 20 }}>
              <Link to={`/board?from=${goal.first}&to=${goal.last}&person=${goal.personId}`}>{t('onBoard')}</Link>
            </p>
          )}
        </>
      )}
    </RecordDrawer>
  );
}
