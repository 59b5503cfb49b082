import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import s from './units.module.css';

type Position = Reply<'/api/positions'>['items'][number];

/** What people can be placed as. */
export function Positions({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  const mayEdit = useCan('organization.units-edit');
  const [editing, setEditing] = useState<Position | 'new' | null>(null);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/positions');
  const remove = server.useMutation('delete', '/api/positions/{id}');
  const onRemove = async ({ id, name }: Position) => {
    const title = t('positions.removeAsk', { name });
    if (await confirmed({ title, yes: t('shared:remove'), danger: true })) remove.mutate({ params: { path: { id } } });
  };
  return (
    <RecordDrawer
      title={t('positions.title')}
      actions={mayEdit && <Button onClick={() => setEditing('new')}>{t('positions.create')}</Button>}
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
      width={480}
    >
      <ul className={s.positions}>
        {data?.items.map((position) => (
          <li key={position.id}>
            <span>
              {position.name}
              {position.documentId && (
                <>
                  {' '}
                  <Link to={`/documents/${position.documentId}`}>{t('positions.duties')}</Link>
                </>
              )}
            </span>
            <span className="muted number">{t('positions.holders', { count: position.holders })}</span>
            {mayEdit && (
              <RowMenu
                actions={() => [
                  { key: 'edit', label: t('positions.rename'), onClick: () => setEditing(position) },
                  ...(position.holders === 0
                    ? [{ key: 'remove', label: t('shared:remove'), danger: true, onClick: () => onRemove(position) }]
                    : []),
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <PositionForm position={editing === 'new' ? null : editing} reload={refetch} onClose={() => setEditing(null)} />
      )}
    </RecordDrawer>
  );
}

interface PositionFormProps {
  position: Position | null;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

function PositionForm({ position, reload, onClose }: PositionFormProps) {
  const { t } = useTranslation('organization');
  const add = server.useMutation('post', '/api/positions', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/positions/{id}', { meta: { quiet: true } });
  return (
    <FormDrawer<Body<'/api/positions'>>
      name="position"
      title={position ? t('positions.rename') : t('positions.create')}
      width={400}
      initial={{ name: position?.name }}
      save={({ name = '' }) =>
        position
          ? edit.mutateAsync({
              params: { path: { id: position.id } },
              body: { name },
              headers: ifMatch(position.version),
            })
          : add.mutateAsync({ body: { name } })
      }
      reload={position ? reload : undefined}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('positions.name')} required>
        <Input autoFocus />
      </Form.Item>
    </FormDrawer>
  );
}
