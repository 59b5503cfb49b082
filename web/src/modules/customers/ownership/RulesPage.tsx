import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { PageHead } from '@/shared/ui/PageHead';
import { PoolsPanel } from '../pools/PoolsPanel';
import { RunsPanel } from '../pools/RunsPanel';
import { RulesForm } from './RulesForm';
import { VersionsPanel } from './VersionsPanel';

const boxes = ['rules', 'pools', 'runs'] as const;

/** What the house decides of ownership: the rules by version, the pools, and what the nights made of them. */
export default function RulesPage() {
  const { t } = useTranslation('customers');
  const box = useBox(boxes, 'rules');
  const { data, error, refetch } = server.useQuery('get', '/api/ownership-rules');
  const holds = data?.items.find((version) => version.holds);
  return (
    <>
      <PageHead title={t('rules.title')} />
      <Tabs label={t('rules.title')} boxes={boxes} first="rules" box={box} title={(one) => t(`rules.box.${one}`)} />
      {box === 'rules' && error && <LoadFailed error={error} retry={refetch} />}
      {box === 'rules' && holds && (
        <>
          <RulesForm key={data?.items.length} rules={holds.rules} reload={refetch} />
          <VersionsPanel versions={data?.items ?? []} />
        </>
      )}
      {box === 'pools' && <PoolsPanel />}
      {box === 'runs' && <RunsPanel />}
    </>
  );
}
