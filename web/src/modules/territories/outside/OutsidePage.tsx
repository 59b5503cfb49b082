import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { TerritoryNav } from '../TerritoryNav';
import s from '../territories.module.css';
import { acts, releaseTones } from '../words';
import { AskReleaseForm, type WantedRelease } from './AskReleaseForm';
import { DecideForm } from './DecideForm';
import { Policies } from './Policies';

const boxes = ['releases', 'flags', 'policies'] as const;

/** `?ask=…`: a form elsewhere was refused for want of a release. */
function wantedOf(search: URLSearchParams): WantedRelease | undefined {
  const [id, act] = [search.get('ask'), acts.find((one) => one === search.get('act'))];
  return id && act
    ? { territory: { id, name: search.get('name') ?? '' }, act, subject: search.get('subject') ?? '' }
    : undefined;
}

/** What is done outside of territories: who asked for leave, what was done without, and what the house says of it. */
export default function OutsidePage() {
  const { t } = useTranslation('territories');
  const box = useBox(boxes, 'releases');
  const { person } = useSession();
  const [search, setSearch] = useSearchParams();
  const wanted = wantedOf(search);
  const [isAsking, setAsking] = useState(false);
  const closeForm = () => {
    setAsking(false);
    if (wanted) setSearch({}, { replace: true });
  };
  const above = (
    <>
      <TerritoryNav />
      <Tabs
        label={t('outside.title')}
        boxes={boxes}
        first="releases"
        box={box}
        title={(one) => t(`outside.boxes.${one}`)}
      />
    </>
  );
  if (box === 'flags') return <Flags above={above} />;
  return (
    <>
      <PageHead
        title={t('outside.title')}
        actions={
          box === 'releases' &&
          person && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('outside.ask')}
            </Button>
          )
        }
      />
      {above}
      {box === 'policies' ? <Policies /> : <Releases />}
      {(isAsking || wanted) && person && <AskReleaseForm wanted={wanted} onClose={closeForm} />}
    </>
  );
}

function Releases() {
  const { t } = useTranslation('territories');
  const [deciding, setDeciding] = useState<RowOf<'/api/territory-releases'> | null>(null);
  const { data } = server.useQuery('get', '/api/territory-releases', { params: { query: { size: 100 } } });
  const end = server.useMutation('post', '/api/territory-releases/{id}/end');
  if (data && data.items.length === 0) return <EmptyState text={t('outside.noReleases')} />;
  return (
    <Panel>
      <ul className={s.list}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <span>
              {row.personName} · {t(`acts.${row.act}`)} · <b>{row.territoryName}</b>
              <br />
              <small>
                {[row.subject, row.reason, row.comment].filter(Boolean).join(' · ')} <Instant value={row.askedAt} />
              </small>
            </span>
            {row.last && (
              <small>
                {t('outside.until')} <Day value={row.last} />
              </small>
            )}
            <StatusTag tone={releaseTones[row.state]}>{t(`outside.states.${row.state}`)}</StatusTag>
            {row.can?.includes('decide') && (
              <Button type="primary" onClick={() => setDeciding(row)}>
                {t('outside.decide')}
              </Button>
            )}
            {row.can?.includes('end') && (
              <Button onClick={() => end.mutate({ params: { path: { id: row.id } } })}>{t('outside.end')}</Button>
            )}
          </li>
        ))}
      </ul>
      {deciding && <DecideForm row={deciding} onClose={() => setDeciding(null)} />}
    </Panel>
  );
}

type Flag = RowOf<'/api/territory-outside'>;

function Flags({ above }: { above: ReactNode }) {
  const { t } = useTranslation('territories');
  const maySee = useCan('territories.release');
  const { person } = useSession();
  const columns: Column<Flag>[] = [
    {
      key: 'title',
      title: t('outside.what'),
      kind: 'name',
      sortable: true,
      render: (row) => (
        <Link to={`/${row.act === 'Order' ? 'orders' : 'customers'}?open=${row.recordId}`}>{row.title}</Link>
      ),
    },
    { key: 'act', title: t('outside.act'), sortable: true, render: (row) => t(`acts.${row.act}`) },
    { key: 'personName', title: t('person'), sortable: true },
    { key: 'territoryName', title: t('name'), sortable: true },
    { key: 'at', title: t('outside.at'), kind: 'instant', sortable: true },
    { key: 'seenByName', title: t('outside.seenBy'), sortable: true },
  ];
  const see = async (row: Flag) => {
    await api.POST('/api/territory-outside/{id}/seen', { params: { path: { id: row.id } } });
    toast.success(t('outside.seen'));
  };
  return (
    <ListPage
      path="/api/territory-outside"
      name="territory-outside"
      title={t('outside.title')}
      above={above}
      columns={columns}
      filters={[{ kind: 'record', name: 'person', label: t('person'), path: '/api/people' }]}
      fixed={{}}
      searchHint={t('outside.what')}
      empty={t('outside.noFlags')}
      add={null}
      canExport
      actions={(row) =>
        maySee && !row.seenAt && row.personId !== person?.id
          ? [{ key: 'see', label: t('outside.see'), onClick: () => see(row) }]
          : []
      }
    />
  );
}
