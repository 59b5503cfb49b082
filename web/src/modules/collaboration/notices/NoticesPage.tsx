import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from '../collaboration.module.css';
import { NoticeDrawer } from './NoticeDrawer';
import { NoticeForm } from './NoticeForm';
import { stateTones } from './words';

type Row = RowOf<'/api/notices'>;

/** What I have to do about it, or have done. */
function Mine({ row }: { row: Row }) {
  const { t } = useTranslation('collaboration');
  const { company } = useSession();
  if (row.state === 'Withdrawn') return <StatusTag tone="neutral">{t('notices.state.Withdrawn')}</StatusTag>;
  if (row.confirmedAt) return <StatusTag tone="good">{t('notices.confirmed')}</StatusTag>;
  if (row.mustConfirm)
    return (
      <StatusTag tone={row.confirmBy && row.confirmBy < company.today ? 'bad' : 'warning'}>
        {row.readAt ? t('notices.toConfirm') : t('notices.toRead')}
      </StatusTag>
    );
  return row.readAt ? (
    <StatusTag tone="neutral">{t('notices.read')}</StatusTag>
  ) : (
    <StatusTag tone="progress">{t('notices.unread')}</StatusTag>
  );
}

const columns = (t: TFunction<'collaboration'>, isMine: boolean): Column<Row>[] => [
  {
    key: 'title',
    title: t('notices.subject'),
    kind: 'name',
    sortable: true,
    render: (row) => (
      <span className={isMine && !row.readAt ? s.unread : undefined}>
        {row.isImportant && <span className={s.mark}>{t('notices.important')}</span>}
        {row.title}
      </span>
    ),
  },
  { key: 'authorName', title: t('notices.author'), width: 110, sortable: true, card: 'line' },
  isMine
    ? { key: 'readAt', title: t('notices.mine'), width: 110, card: 'line', render: (row) => <Mine row={row} /> }
    : {
        key: 'state',
        title: t('notices.stateTitle'),
        width: 100,
        sortable: true,
        card: 'line',
        render: (row) => <StatusTag tone={stateTones[row.state]}>{t(`notices.state.${row.state}`)}</StatusTag>,
      },
  ...(isMine
    ? []
    : [
        {
          key: 'read',
          title: t('notices.receipts'),
          width: 190,
          card: 'line' as const,
          render: (row: Row) =>
            row.recipients ? (
              <span className="number">
                {t('notices.readOf', { read: row.read, all: row.recipients })}
                {row.mustConfirm && ` · ${t('notices.confirmedOf', { confirmed: row.confirmed })}`}
              </span>
            ) : (
              '–'
            ),
        },
      ]),
  {
    key: 'confirmBy',
    title: t('notices.confirmBy'),
    width: 110,
    sortable: true,
    card: 'none',
    render: (row) => <Day value={row.confirmBy} />,
  },
  {
    key: 'at',
    title: t('notices.at'),
    kind: 'instant',
    sortable: true,
    card: 'line',
    render: (row) => <Instant value={row.at} />,
  },
];

export default function NoticesPage() {
  const { t } = useTranslation('collaboration');
  const mayWrite = useCan('collaboration.notices-write');
  const seesAll = useCan('collaboration.notices-read-all');
  const { data: counts } = server.useQuery('get', '/api/collaboration/counts');
  const boxes = ['Mine' as const, ...(mayWrite ? (['Written'] as const) : []), ...(seesAll ? (['All'] as const) : [])];
  const box = useBox(boxes, 'Mine');
  const filters: Filter[] = [
    box === 'Mine'
      ? {
          kind: 'choice',
          name: 'open',
          label: t('notices.openTitle'),
          options: [{ value: 'true', label: t('notices.onlyOpen') }],
        }
      : {
          kind: 'choice',
          name: 'state',
          label: t('notices.stateTitle'),
          options: (['Draft', 'Published', 'Withdrawn'] as const).map((state) => ({
            value: state,
            label: t(`notices.state.${state}`),
          })),
        },
  ];
  return (
    <ListPage
      key={box}
      path="/api/notices"
      name={`notices-${box}`}
      fixed={{ box }}
      title={t('notices.title')}
      above={
        boxes.length > 1 && (
          <Tabs
            label={t('notices.boxes')}
            boxes={boxes}
            first="Mine"
            box={box}
            title={(one) => t(`notices.box.${one}`)}
            count={{ Mine: counts?.notices }}
          />
        )
      }
      columns={columns(t, box === 'Mine')}
      filters={filters}
      searchHint={t('notices.searchHint')}
      empty={t(`notices.empty.${box}`)}
      add={mayWrite ? t('notices.add') : null}
      canExport
      drawer={(id, close, edit) => <NoticeDrawer key={id} id={id} onEdit={edit} onClose={close} />}
      form={(id, close) => <NoticeForm id={id} onClose={close} />}
    />
  );
}
