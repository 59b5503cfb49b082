import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { server } from '@/shared/api/client';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Mapping } from './Mapping';
import { Outcome } from './Outcome';
import { Running } from './Running';
import { type Step, Steps } from './Steps';
import { type Import, isRunning, useImportKinds } from './states';

const askAgainAfter = 1000;

const stepOf = (state: Import['state']): Step => {
  if (state === 'Uploaded') return 'mapping';
  return ['Checking', 'Checked', 'Refused'].includes(state) ? 'check' : 'result';
};

/** An import at its address: it can be left and come back to at any step. */
export default function ImportPage() {
  const { t } = useTranslation('platform');
  const { id = '' } = useParams();
  const { kindOf } = useImportKinds();
  const [isMapping, setMapping] = useState(false);
  const { data, isPending, error, refetch } = server.useQuery(
    'get',
    '/api/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data && isRunning(state.data.state) ? askAgainAfter : false) },
  );
  const kind = data && kindOf(data.kind);
  const maps = !!data?.can.includes('map') && (data.state === 'Uploaded' || isMapping);
  return (
    <>
      <PageHead
        title={t('imports.of', { kind: kind?.title ?? data?.kind ?? '' })}
        note={data && `${data.fileName} · ${data.login}`}
      />
      {data && <Steps now={maps ? 'mapping' : stepOf(data.state)} />}
      {isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && isRunning(data.state) && <Running of={data} />}
      {data && maps && kind && (
        // Another sheet has other headings: the choices start anew from the server's proposal.
        <Mapping key={data.sheet} of={data} kind={kind} onDone={() => setMapping(false)} />
      )}
      {data && !maps && !isRunning(data.state) && <Outcome of={data} onMap={() => setMapping(true)} />}
    </>
  );
}
