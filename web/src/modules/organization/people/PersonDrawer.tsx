import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import { useCustomFacts } from '@/shared/ui/custom/shown';
import { Facts } from '@/shared/ui/Facts';
import { Day } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Masked } from './Masked';
import { EditPerson, PlacePerson } from './PersonForm';
import { Placements } from './Placements';
import { PrivateData } from './PrivateData';
import { StageTag } from './StageTag';

export function PersonDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('organization');
  const { company } = useSession();
  const [open, setOpen] = useState<'edit' | 'place' | null>(null);
  const seesAccounts = useCan('platform.accounts-read');
  const mayHandOver = useCan('organization.hand-over');
  const editsAccounts = useCan('platform.accounts-edit');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/people/{id}', { params: { path: { id } } });
  const custom = useCustomFacts('person', data?.custom);
  const hasLeft = !!data?.leftOn && data.leftOn < company.today;

  const account = () => {
    if (data?.login)
      return seesAccounts ? (
        <Link to={`/accounts?open=${encodeURIComponent(data.login)}`}>{data.login}</Link>
      ) : (
        data.login
      );
    return editsAccounts ? <Link to={`/accounts?edit=new&person=${id}`}>{t('accounts.create')}</Link> : null;
  };
  return (
    <RecordDrawer
      title={data?.name}
      tags={
        data && (
          <>
            <span className="number">{data.number}</span>
            <StatusTag tone={hasLeft ? 'neutral' : 'good'}>
              {hasLeft ? t('people.left') : t('people.working')}
            </StatusTag>
          </>
        )
      }
      actions={
        <>
          {mayHandOver && data && (
            <Link to={`/people/${id}/hand-over`}>
              <Button>{t('leavers.start')}</Button>
            </Link>
          )}
          {data?.can?.includes('place') && <Button onClick={() => setOpen('place')}>{t('people.place')}</Button>}
          {data?.can?.includes('edit') && <Button onClick={() => setOpen('edit')}>{t('people.change')}</Button>}
        </>
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
    >
      {data && (
        <>
          <Facts
            items={[
              {
                label: t('people.phone'),
                value: data.phone && (
                  <Masked person={id} version={data.version} field="Phone" value={data.phone} link="tel:" />
                ),
              },
              {
                label: t('people.email'),
                value: data.email && (
                  <Masked person={id} version={data.version} field="Email" value={data.email} link="mailto:" />
                ),
              },
              { label: t('people.account'), value: account() },
              { label: t('people.hiredOn'), value: <Day value={data.hiredOn} /> },
              { label: t('people.leftOn'), value: <Day value={data.leftOn} /> },
              { label: t('people.grade'), value: data.gradeName },
              { label: t('people.stage'), value: data.stage && <StageTag stage={data.stage} /> },
              {
                label: t('people.birthday'),
                value: data.birthday && (
                  <Masked person={id} version={data.version} field="Birthday" value={data.birthday} />
                ),
              },
              { label: t('people.hobbies'), value: data.hobbies },
              { label: t('people.strengths'), value: data.strengths },
              { label: t('people.skills'), value: data.skills },
              ...custom,
              { label: t('people.careerGoal'), value: data.careerGoal, wide: true },
            ]}
          />
          {data.can?.includes('private') && <PrivateData id={id} />}
          <Placements of={data.placements} />
          {open === 'edit' && <EditPerson person={data} reload={refetch} onClose={() => setOpen(null)} />}
          {open === 'place' && <PlacePerson person={data} reload={refetch} onClose={() => setOpen(null)} />}
        </>
      )}
    </RecordDrawer>
  );
}
