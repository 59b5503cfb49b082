import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { server } from '@/shared/api/client';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { DataTable } from '@/shared/ui/list/DataTable';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CampaignForm } from './CampaignForm';
import { NameDrawer } from './NameDrawer';
import { nameColumns, nameFilters } from './NamesPage';
import s from './names.module.css';
import { type Campaign, campaignTones } from './words';

/** One campaign: what it is for, how far who is, and its names. */
export default function CampaignPage() {
  const { t } = useTranslation(['customers', 'shared']);
  const id = useParams().id as string;
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const record = useOpenRecord();
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/campaigns/{id}', {
    params: { path: { id } },
  });
  const remove = server.useMutation('delete', '/api/campaigns/{id}');
  if (isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (!data) return <LoadFailed error={error} retry={refetch} />;
  const may = (what: string) => data.can.includes(what);
  const onRemove = async () => {
    const question = { title: t('campaigns.removeAsk', { name: data.name }), yes: t('shared:remove'), danger: true };
    if (!(await confirmed(question))) return;
    await remove.mutateAsync({ params: { path: { id } } });
    navigate('/campaigns', { replace: true });
  };
  return (
    <>
      <PageHead
        title={data.name}
        note={
          <>
            <span className="number">{data.number}</span>{' '}
            <StatusTag tone={campaignTones[data.state]}>{t(`campaigns.states.${data.state}`)}</StatusTag>
          </>
        }
        actions={
          <>
            {may('delete') && (
              <Button danger onClick={() => onRemove().catch(() => undefined)}>
                {t('shared:remove')}
              </Button>
            )}
            {may('edit') && <Button onClick={() => setEditing(true)}>{t('change')}</Button>}
            {may('enter') && (
              <Button type="primary" onClick={() => navigate(`/customer-names/entry?campaign=${id}`)}>
                {t('names.enter')}
              </Button>
            )}
          </>
        }
      />
      <div className={s.campaign}>
        <Panel>
          <Facts
            items={[
              { label: t('campaigns.period'), value: `${data.first} – ${data.last ?? t('campaigns.open')}` },
              { label: t('campaigns.owner'), value: data.ownerName },
              { label: t('campaigns.products'), value: data.products },
              { label: t('campaigns.industries'), value: data.industries },
              { label: t('campaigns.purpose'), value: data.purpose, wide: true },
              {
                label: t('campaigns.parts'),
                value: data.parts.map((part) => part.name).join('、') || t('campaigns.everybody'),
                wide: true,
              },
              {
                label: t('names.required'),
                value: data.required.map((field) => t(`names.fields.${field as 'name'}`)).join('、'),
                wide: true,
              },
            ]}
          />
        </Panel>
        <Progress campaign={data} />
      </div>
      <DataTable
        path="/api/customer-names"
        name="customer-names"
        fixed={{ campaign: id }}
        label={t('names.title')}
        searchHint={t('names.search')}
        columns={nameColumns(t).filter(({ key }) => key !== 'campaignName')}
        filters={nameFilters(t).filter(({ name }) => name !== 'campaign')}
        empty={t('names.empty')}
        canExport
        open={(row) => record.to(row.id)}
      />
      {record.id && <NameDrawer id={record.id} onClose={record.close} />}
      {editing && <CampaignForm campaign={data} reload={refetch} onClose={() => setEditing(false)} />}
    </>
  );
}

function Progress({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('customers');
  const rows = campaign.progress;
  const sum = (of: 'names' | 'whole' | 'called' | 'customers' | 'dropped') =>
    rows.reduce((total, row) => total + row[of], 0);
  const heads = ['names', 'whole', 'called', 'customers', 'dropped'] as const;
  return (
    <Panel title={t('campaigns.progress')} note={t('campaigns.progressNote')}>
      {rows.length === 0 ? (
        <p className="muted">{t('names.empty')}</p>
      ) : (
        <div className={s.scroll}>
          <table className={s.figures}>
            <thead>
              <tr>
                <th scope="col">{t('owner')}</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(`campaigns.heads.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.personId}>
                  <th scope="row">
                    <Link to={`?owner=${row.personId}`}>{row.name}</Link>
                  </th>
                  {heads.map((head) => (
                    <td key={head}>{row[head]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('campaigns.sum')}</th>
                {heads.map((head) => (
                  <td key={head}>{sum(head)}</td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Panel>
  );
}
