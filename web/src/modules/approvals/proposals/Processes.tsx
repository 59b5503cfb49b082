import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import s from '../approvals.module.css';

type Process = Reply<'/api/processes'>['items'][number];

/** Who answers for each process, and so decides what is proposed about it. */
export function Processes({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('approvals');
  const [editing, setEditing] = useState<string | null>(null);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/processes');
  const edited = data?.items.find(({ kind }) => kind === editing);
  return (
    <RecordDrawer title={t('proposals.owners')} onClose={onClose} {...{ isPending, error, retry: refetch }} width={480}>
      <p className="muted">{t('proposals.ownersHelp')}</p>
      <ul className={s.files}>
        {data?.items.map((process) => (
          <li key={process.kind}>
            <span className={s.spread}>
              {process.name}
              <span className="muted"> · {process.ownerName ?? t('proposals.noOwner')}</span>
            </span>
            <RowMenu
              actions={() => [
                { key: 'owner', label: t('proposals.setOwner'), onClick: () => setEditing(process.kind) },
              ]}
            />
          </li>
        ))}
      </ul>
      {edited && <OwnerForm process={edited} reload={refetch} onClose={() => setEditing(null)} />}
    </RecordDrawer>
  );
}

interface OwnerFormProps {
  process: Process;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

function OwnerForm({ process, reload, onClose }: OwnerFormProps) {
  const { t } = useTranslation('approvals');
  const edit = server.useMutation('put', '/api/processes/{kind}', { meta: { quiet: true } });
  const { kind, ownerId, ownerName, version } = process;
  return (
    <FormDrawer<Body<'/api/processes/{kind}', 'put'>>
      name="processOwner"
      title={t('proposals.ownerOf', { process: process.name })}
      width={400}
      initial={ownerId ? { ownerId } : {}}
      save={(body) => edit.mutateAsync({ params: { path: { kind } }, body, headers: ifMatch(version) })}
      reload={reload}
      onClose={() => onClose()}
    >
      <Form.Item name="ownerId" label={t('proposals.owner')} rules={[{ required: true }]}>
        <RemotePicker
          path="/api/colleagues"
          current={ownerId && ownerName ? { id: ownerId, name: ownerName, number: null } : null}
        />
      </Form.Item>
    </FormDrawer>
  );
}
