import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { Dash } from '@/shared/ui/figures/Texts';
import { Panel } from '@/shared/ui/Panel';
import { PersonAvatar } from '@/shared/ui/PersonAvatar';
import { toast } from '@/shared/ui/toast';
import { kindText } from './kinds';
import type { Unit } from './tree';
import { UnitForm } from './UnitForm';
import s from './units.module.css';

interface UnitPanelProps {
  unit: Unit;
  units: Unit[];
  reload: () => Promise<unknown>;
  openPerson: (id: string) => string;
  onRemoved: () => void;
}

const shown = 50;

export function UnitPanel({ unit, units, reload, openPerson, onRemoved }: UnitPanelProps) {
  const { t } = useTranslation(['organization', 'shared']);
  const [editing, setEditing] = useState(false);
  const mayEdit = useCan('organization.units-edit');
  const seesPeople = useCan('organization.people-read');
  const { data, isPending } = server.useQuery(
    'get',
    '/api/people',
    { params: { query: { unit: unit.id, active: true, size: shown } } },
    { enabled: seesPeople },
  );
  const remove = server.useMutation('delete', '/api/units/{id}');
  const mayRemove = mayEdit && unit.parentId && unit.people === 0 && !units.some((one) => one.parentId === unit.id);

  const onRemove = async () => {
    const title = t('units.removeAsk', { name: unit.name });
    if (!(await confirmed({ title, yes: t('shared:remove'), danger: true }))) return;
    await remove.mutateAsync({ params: { path: { id: unit.id } } });
    toast.success(t('units.removed', { name: unit.name }));
    onRemoved();
  };
  return (
    <div className={s.unit}>
      <Panel
        title={unit.name}
        extra={
          mayEdit && (
            <div className={s.buttons}>
              {mayRemove && (
                <Button type="text" danger loading={remove.isPending} onClick={() => onRemove().catch(() => undefined)}>
                  {t('shared:remove')}
                </Button>
              )}
              <Button onClick={() => setEditing(true)}>{t('units.change')}</Button>
            </div>
          )
        }
      >
        <Facts
          items={[
            { label: t('units.kind'), value: kindText(t, unit.kind) },
            {
              label: t('units.head'),
              value:
                unit.headId && seesPeople ? <Link to={openPerson(unit.headId)}>{unit.headName}</Link> : unit.headName,
            },
            { label: t('units.parent'), value: units.find(({ id }) => id === unit.parentId)?.name },
            { label: t('units.people'), value: <span className="number">{unit.people}</span> },
          ]}
        />
      </Panel>
      {seesPeople && (
        <Panel
          title={t('units.peopleOf')}
          note={data && t('units.peopleNote', { count: data.total })}
          extra={
            data && data.total > shown && <Link to={`/people?unit=${unit.id}&active=true`}>{t('units.peopleAll')}</Link>
          }
        >
          {isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
          {data?.total === 0 && <p className="muted">{t('units.nobody')}</p>}
          <ul className={s.people}>
            {data?.items.map((person) => (
              <li key={person.id}>
                <PersonAvatar name={person.name} />
                <Link to={openPerson(person.id)}>{person.name}</Link>
                <span>{person.positionName ?? <Dash />}</span>
                <span>{person.unitId === unit.id ? '' : person.unitName}</span>
                <span className="number">{person.phone}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {editing && <UnitForm unit={unit} units={units} reload={reload} onClose={() => setEditing(false)} />}
    </div>
  );
}
