import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tree } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan } from '@/shared/api/session';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { useHotkeys } from '@/shared/ui/hotkeys';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { Grades } from '../grades/Grades';
import { PersonDrawer } from '../people/PersonDrawer';
import { Positions } from './Positions';
import { treeOf, type UnitNode, useUnits } from './tree';
import { UnitForm } from './UnitForm';
import { UnitPanel } from './UnitPanel';
import s from './units.module.css';

/** The tree at the left, the chosen unit and its people at the right. */
export default function OrganizationPage() {
  const { t } = useTranslation('organization');
  const [search, setSearch] = useSearchParams();
  const person = useOpenRecord();
  const creating = useOpenRecord('create');
  const positions = useOpenRecord('positions');
  const grades = useOpenRecord('grades');
  const mayEdit = useCan('organization.units-edit');
  const isPhone = useIsPhone();
  const { units, isPending, error, refetch } = useUnits();
  const nodes = treeOf(units);
  const chosen = units.find(({ id }) => id === search.get('unit')) ?? nodes[0]?.unit;
  useHotkeys({ c: mayEdit ? () => creating.open('unit') : undefined });

  const onSelect = (id: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.set('unit', id);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHead
        title={t('units.title')}
        actions={
          <>
            <Button onClick={() => grades.open('all')}>{t('grades.title')}</Button>
            <Button onClick={() => positions.open('all')}>{t('positions.title')}</Button>
            {mayEdit && (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                aria-label={t('units.create')}
                onClick={() => creating.open('unit')}
              >
                {!isPhone && t('units.create')}
              </Button>
            )}
          </>
        }
      />
      {isPending && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
      {error && !chosen && <LoadFailed error={error} retry={refetch} />}
      {chosen && (
        <div className={s.columns}>
          <Panel className={s.tree}>
            <Tree<UnitNode>
              aria-label={t('units.title')}
              blockNode
              defaultExpandAll
              treeData={nodes}
              selectedKeys={[chosen.id]}
              onSelect={(_keys, { node }) => onSelect(node.key)}
              titleRender={({ unit, people }) => (
                <span className={s.node}>
                  <span>{unit.name}</span>
                  <span>{unit.headName}</span>
                  <span className="number" title={t('units.peopleBelow')}>
                    {people}
                  </span>
                </span>
              )}
            />
          </Panel>
          <UnitPanel
            key={chosen.id}
            unit={chosen}
            units={units}
            reload={refetch}
            openPerson={(id) => person.to(id)}
            onRemoved={() => chosen.parentId && onSelect(chosen.parentId)}
          />
        </div>
      )}
      {person.id && <PersonDrawer id={person.id} onClose={person.close} />}
      {grades.id && <Grades onClose={grades.close} />}
      {positions.id && <Positions onClose={positions.close} />}
      {creating.id === 'unit' && mayEdit && chosen && (
        <UnitForm parent={chosen.id} units={units} reload={refetch} onClose={creating.close} />
      )}
    </>
  );
}
