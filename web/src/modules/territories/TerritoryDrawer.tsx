import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { EndForm } from './EndForm';
import { HoldForm } from './HoldForm';
import { TerritoryForm } from './TerritoryForm';
import s from './territories.module.css';
import type { Territory } from './tree';

type Holder = Reply<'/api/territories/{id}'>['holders'][number];

interface TerritoryDrawerProps {
  id: string;
  all: Territory[];
  onClose: () => void;
}

export function TerritoryDrawer({ id, all, onClose }: TerritoryDrawerProps) {
  const { t } = useTranslation(['territories', 'shared']);
  const { today } = useSession().company;
  const [open, setOpen] = useState<'edit' | 'hold' | 'add' | null>(null);
  const [ending, setEnding] = useState<Holder | null>(null);
  const seesCustomers = useCan('customers.read');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/territories/{id}', {
    params: { path: { id } },
  });
  const remove = server.useMutation('delete', '/api/territories/{id}');
  const release = server.useMutation('delete', '/api/territories/{id}/holders/{holder}');
  const may = (what: string) => !!data?.can?.includes(what);
  const above = all.find((one) => one.id === data?.parentId);

  const onRemove = async (name: string) => {
    const question = { title: t('removeAsk', { name }), text: t('removeText'), yes: t('shared:remove'), danger: true };
    if (!(await confirmed(question))) return;
    await remove.mutateAsync({ params: { path: { id } } });
    toast.success(t('removed', { name }));
    onClose();
  };
  const onRelease = async ({ id: holder, personName }: Holder) => {
    const question = {
      title: t('releaseAsk', { name: personName }),
      text: t('releaseText'),
      yes: t('shared:remove'),
      danger: true,
    };
    if (data && (await confirmed(question)))
      release.mutate({ params: { path: { id, holder } }, headers: ifMatch(data.version) });
  };
  return (
    <RecordDrawer
      title={data?.name}
      tags={
        data && (
          <>
            <span className="number">{data.number}</span>
            {above && <span>{t('below', { name: above.name })}</span>}
          </>
        )
      }
      actions={
        <>
          {may('delete') && (
            <IconButton
              label={t('shared:remove')}
              icon={<DeleteOutlined />}
              onClick={() => data && onRemove(data.name).catch(() => undefined)}
            />
          )}
          {may('edit') && <Button onClick={() => setOpen('edit')}>{t('change')}</Button>}
          {may('hold') && <Button onClick={() => setOpen('hold')}>{t('hold')}</Button>}
        </>
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
      width={560}
    >
      {data && (
        <>
          <section className={s.holders}>
            <h2>{t('holders')}</h2>
            {data.holders.length === 0 && <p className="muted">{t('nobody')}</p>}
            <ol aria-label={t('holders')}>
              {data.holders.map((holder) => {
                const isNow = holder.first <= today && (!holder.last || holder.last >= today);
                return (
                  <li key={holder.id} data-now={isNow}>
                    <div>
                      <time className="number">
                        {holder.first} {t('to')} {holder.last ?? t('openEnd')}
                      </time>
                      <p>
                        <b>{holder.personName}</b>
                        <span>{holder.isResponsible ? t('responsible') : t('supporting')}</span>
                        {isNow && <StatusTag tone="good">{t('now')}</StatusTag>}
                        {holder.first > today && <StatusTag tone="progress">{t('coming')}</StatusTag>}
                      </p>
                    </div>
                    {may('hold') && (
                      <RowMenu
                        actions={() => [
                          { key: 'end', label: t('endTime'), onClick: () => setEnding(holder) },
                          { key: 'remove', label: t('release'), danger: true, onClick: () => onRelease(holder) },
                        ]}
                      />
                    )}
                  </li>
                );
              })}
            </ol>
          </section>
          <p className={s.links}>
            {seesCustomers && <Link to={`/customers?territory=${id}`}>{t('customers')}</Link>}
            {may('edit') && (
              <button type="button" className="linkButton" onClick={() => setOpen('add')}>
                {t('addBelow')}
              </button>
            )}
          </p>
          {open === 'edit' && (
            <TerritoryForm territory={data} all={all} reload={refetch} onClose={() => setOpen(null)} />
          )}
          {open === 'add' && <TerritoryForm parent={id} all={all} onClose={() => setOpen(null)} />}
          {ending && <EndForm territory={data} holder={ending} reload={refetch} onClose={() => setEnding(null)} />}
          {open === 'hold' && <HoldForm territory={data} reload={refetch} onClose={() => setOpen(null)} />}
        </>
      )}
    </RecordDrawer>
  );
}
