import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Reply, RowOf } from '@/shared/api/types';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { useIsPhone } from '@/shared/ui/media';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { GradeChip } from '../grading/GradeChip';
import { gradeOptions, useGradesEver } from '../grading/useGrades';
import { CustomerStateTag, customerStates } from '../state';
import { PoolDrawer } from './PoolDrawer';

type T = TFunction<'customers'>;
type Row = RowOf<'/api/pool-customers'>;
type Room = Reply<'/api/customer-pools'>['room'];

const recyclingCauses = ['NoFollowUp', 'NoDeal', 'OwnerLeft', 'ContractEnded'] as const;

/** What is left of today, said once above the list. */
export function roomText(t: T, room: Room): string {
  return [
    room.perDay == null
      ? t('pool.claimed', { count: room.claimed })
      : t('pool.left', { left: Math.max(0, room.perDay - room.claimed), max: room.perDay }),
    room.held == null ? t('pool.holds', { count: room.holds }) : t('pool.held', { count: room.holds, max: room.held }),
    ...(room.looksPerDay == null
      ? []
      : [t('pool.looks', { left: Math.max(0, room.looksPerDay - room.looked), max: room.looksPerDay })]),
  ].join(' · ');
}

/** Nobody's customers: enough to choose by, and one tap to have one. */
export default function PoolPage() {
  const { t } = useTranslation('customers');
  const isPhone = useIsPhone();
  const mayClaim = useCan('customers.claim');
  const grades = useGradesEver();
  const { data } = server.useQuery('get', '/api/customer-pools');
  const claim = server.useMutation('post', '/api/pool-customers/{id}/claim');
  const open = new Map(data?.items.map((pool) => [pool.id, pool.mayClaim]));
  const take = (row: Row) =>
    claim.mutate(
      { params: { path: { id: row.id } } },
      { onSuccess: () => toast.success(t('pool.taken', { name: row.name })) },
    );
  const button = (row: Row) =>
    mayClaim &&
    open.get(row.poolId) && (
      <Button
        size={isPhone ? 'middle' : 'small'}
        loading={claim.isPending && claim.variables?.params.path.id === row.id}
        onClick={(event) => {
          // The row below leads to the customer.
          event.stopPropagation();
          event.preventDefault();
          take(row);
        }}
      >
        {t('pool.claim')}
      </Button>
    );
  const columns: Column<Row>[] = [
    { key: 'name', title: t('name'), kind: 'name', sortable: true },
    {
      key: 'state',
      title: t('state'),
      width: 96,
      sortable: true,
      card: 'line',
      render: (row) => <CustomerStateTag state={row.state} />,
    },
    { key: 'industry', title: t('industry'), width: 110, sortable: true, card: 'line' },
    { key: 'city', title: t('city'), width: 96, sortable: true, card: 'line' },
    {
      key: 'grade',
      title: t('grading.grade'),
      width: 72,
      sortable: true,
      render: (row) => row.grade && <GradeChip grade={row.grade} />,
    },
    { key: 'poolName', title: t('pool.pool'), width: 120, sortable: true },
    { key: 'waitsSince', title: t('pool.since'), kind: 'instant', sortable: true },
    {
      key: 'cause',
      title: t('pool.why'),
      width: 96,
      sortable: true,
      render: (row) =>
        row.recycledFor ? t(`own.causes.${row.recycledFor}`) : row.cause && t(`own.cause.${row.cause}`),
    },
    { key: 'claim', title: '', width: 88, card: 'corner', render: button },
  ];
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'pool',
      label: t('pool.pool'),
      options: (data?.items ?? []).map((pool) => ({ value: pool.id, label: `${pool.name}（${pool.customers}）` })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: t('state'),
      options: customerStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
    },
    { kind: 'choice', name: 'grade', label: t('grading.grade'), options: gradeOptions(grades) },
    { kind: 'record', name: 'territory', label: t('territory'), path: '/api/territories' },
    { kind: 'text', name: 'industry', label: t('industry') },
    {
      kind: 'choice',
      name: 'recycledFor',
      label: t('pool.recycledFor'),
      options: recyclingCauses.map((cause) => ({ value: cause, label: t(`own.causes.${cause}`) })),
    },
    { kind: 'days', name: 'since', label: t('pool.since') },
  ];
  return (
    <ListPage
      path="/api/pool-customers"
      name="pool-customers"
      title={t('pool.title')}
      searchHint={t('name')}
      above={data && <p className={`muted ${s.room}`}>{roomText(t, data.room)}</p>}
      columns={columns}
      filters={filters}
      empty={t('pool.empty')}
      add={null}
      drawer={(id, close) => <PoolDrawer key={id} id={id} onClose={close} />}
    />
  );
}
