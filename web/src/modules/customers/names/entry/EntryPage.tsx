import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { DayBar } from '../DayBar';
import s from '../names.module.css';
import type { Campaign } from '../words';
import { EntryGrid } from './EntryGrid';
import { EntryPhone } from './EntryPhone';
import { useLines } from './useLines';

/** Where names are entered, for one campaign at a time: ten in a minute. */
export default function EntryPage() {
  const { t } = useTranslation(['customers', 'shared']);
  const isPhone = useIsPhone();
  const mayImport = useCan('customers.import');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/campaigns', {
    params: { query: { open: true, mine: true, size: 100, sort: '-first' } },
  });
  if (isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (!data) return <LoadFailed error={error} retry={refetch} />;
  const id = search.get('campaign') ?? data.items.find((one) => one.state === 'Running')?.id ?? data.items[0]?.id;
  return (
    <>
      <PageHead
        title={t('names.enter')}
        actions={
          mayImport &&
          !isPhone && (
            <Button onClick={() => navigate('/imports/new?kind=customer-names')}>{t('names.importFile')}</Button>
          )
        }
      />
      {!id ? (
        <EmptyState text={t('names.noCampaign')} action={<Link to="/campaigns">{t('campaigns.title')}</Link>} />
      ) : (
        <>
          <div className={s.top}>
            <div className={s.choice}>
              <ChoiceInput
                label={t('names.campaign')}
                clearable={false}
                value={id}
                options={data.items.map((one) => ({ value: one.id, label: one.name }))}
                onChange={(next) => next && setSearch({ campaign: next }, { replace: true })}
              />
            </div>
            <Today />
          </div>
          <Sheet key={id} id={id} />
        </>
      )}
    </>
  );
}

/** How far the reader's day is. */
function Today() {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/name-figures', { params: { query: { mine: true } } });
  const day = data?.items[0]?.days.find((one) => one.day === data.today);
  if (!day) return null;
  return (
    <DayBar
      label={t('names.today')}
      count={day.counted}
      from={day.norm?.namesFrom}
      to={day.norm?.namesTo}
      all={day.names}
    />
  );
}

function Sheet({ id }: { id: string }) {
  const isPhone = useIsPhone();
  const { data, error, refetch } = server.useQuery('get', '/api/campaigns/{id}', { params: { path: { id } } });
  const sheet = useLines(id);
  if (!data) return error ? <LoadFailed error={error} retry={refetch} /> : <Skeleton active />;
  const shared = { sheet, required: (data as Campaign).required };
  return isPhone ? <EntryPhone {...shared} /> : <EntryGrid {...shared} />;
}
