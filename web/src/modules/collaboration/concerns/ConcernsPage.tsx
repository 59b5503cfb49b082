import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Instant } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { StatusTag } from '@/shared/ui/StatusTag';
import { ConcernDrawer } from './ConcernDrawer';
import { ConcernForm } from './ConcernForm';
import { kinds, stateTones } from './words';

type Row = RowOf<'/api/concerns'>;

const columns = (t: TFunction<'collaboration'>): Column<Row>[] => [
  { key: 'title', title: t('concerns.subject'), kind: 'name', sortable: true },
  {
    key: 'kind',
    title: t('concerns.kindTitle'),
    width: 90,
    sortable: true,
    card: 'line',
    render: (row) => t(`concerns.kind.${row.kind}`),
  },
  { key: 'authorName', title: t('concerns.author'), width: 110, sortable: true, card: 'line' },
  { key: 'withName', title: t('concerns.with'), width: 110, sortable: true, card: 'none' },
  {
    key: 'state',
    title: t('concerns.stateTitle'),
    width: 110,
    sortable: true,
    card: 'line',
    render: (row) => <StatusTag tone={stateTones[row.state]}>{t(`concerns.state.${row.state}`)}</StatusTag>,
  },
  {
    key: 'sentAt',
    title: t('concerns.sentAt'),
    kind: 'instant',
    sortable: true,
    card: 'none',
    render: (row) => <Instant value={row.sentAt} />,
  },
];

export default function ConcernsPage() {
  const { t } = useTranslation('collaboration');
  const { person } = useSession();
  const seesAll = useCan('collaboration.concerns-read-all');
  const { data: counts } = server.useQuery('get', '/api/collaboration/counts');
  const boxes = ['ToMe' as const, 'Mine' as const, ...(seesAll ? (['All'] as const) : [])];
  const box = useBox(boxes, 'ToMe');
  return (
    <ListPage
      key={box}
      path="/api/concerns"
      name={`concerns-${box}`}
      fixed={{ box }}
      title={t('concerns.title')}
      above={
        <Tabs
          label={t('concerns.boxes')}
          boxes={boxes}
          first="ToMe"
          box={box}
          title={(one) => t(`concerns.box.${one}`)}
          count={{ ToMe: counts?.concerns, Mine: counts?.answers }}
        />
      }
      columns={columns(t)}
      filters={[
        {
          kind: 'choice',
          name: 'kind',
          label: t('concerns.kindTitle'),
          options: kinds.map((kind) => ({ value: kind, label: t(`concerns.kind.${kind}`) })),
        },
        {
          kind: 'choice',
          name: 'state',
          label: t('concerns.stateTitle'),
          options: (['Sent', 'Acknowledged', 'Answered', 'Closed'] as const).map((state) => ({
            value: state,
            label: t(`concerns.state.${state}`),
          })),
        },
      ]}
      searchHint={t('concerns.searchHint')}
      empty={t(`concerns.empty.${box}`)}
      add={person ? t('concerns.add') : null}
      canExport
      drawer={(id, close) => <ConcernDrawer key={id} id={id} onClose={close} />}
      form={(_, close) => <ConcernForm onClose={close} />}
    />
  );
}
