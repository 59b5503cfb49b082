import { Button, Form, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Body, RowOf } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from '../approvals.module.css';
import { Processes } from './Processes';
import { ProposalDrawer } from './ProposalDrawer';
import { proposalStates, proposalTones } from './words';

type Row = RowOf<'/api/process-proposals'>;

const columns = (t: TFunction<'approvals'>): Column<Row>[] => [
  { key: 'change', title: t('proposals.change'), kind: 'name' },
  {
    key: 'kind',
    title: t('proposals.process'),
    width: 150,
    sortable: true,
    card: 'line',
    render: ({ kindName }) => kindName,
  },
  { key: 'personName', title: t('proposals.by'), width: 110, sortable: true },
  {
    key: 'state',
    title: t('proposals.state'),
    width: 100,
    sortable: true,
    card: 'line',
    render: ({ state }) => <StatusTag tone={proposalTones[state]}>{t(`proposals.states.${state}`)}</StatusTag>,
  },
  { key: 'at', title: t('proposals.at'), kind: 'instant', sortable: true, card: 'none' },
  { key: 'decidedAt', title: t('proposals.decidedAt'), kind: 'instant', sortable: true, card: 'none' },
];

/** What people propose to change about the processes of the house, and what came of it. */
export default function ProposalsPage() {
  const { t } = useTranslation('approvals');
  const mayPropose = useCan('approvals.submit');
  const mayEdit = useCan('approvals.edit-rules');
  const [owners, setOwners] = useState(false);
  const { data } = server.useQuery('get', '/api/processes');
  const processes = (data?.items ?? []).map(({ kind, name }) => ({ value: kind, label: name }));
  return (
    <>
      <ListPage
        path="/api/process-proposals"
        name="process-proposals"
        title={t('proposals.title')}
        above={
          <p className={s.about}>
            {t('proposals.about')}{' '}
            {mayEdit && (
              <Button type="link" size="small" onClick={() => setOwners(true)}>
                {t('proposals.owners')}
              </Button>
            )}
          </p>
        }
        searchHint={t('proposals.change')}
        columns={columns(t)}
        filters={[
          { kind: 'choice', name: 'kind', label: t('proposals.process'), options: processes },
          {
            kind: 'choice',
            name: 'state',
            label: t('proposals.state'),
            options: proposalStates.map((value) => ({ value, label: t(`proposals.states.${value}`) })),
          },
        ]}
        empty={t('proposals.empty')}
        add={mayPropose ? t('proposals.propose') : null}
        drawer={(id, close) => <ProposalDrawer id={id} onClose={close} />}
        form={(_, close) => mayPropose && <ProposalForm processes={processes} onClose={() => close()} />}
      />
      {owners && <Processes onClose={() => setOwners(false)} />}
    </>
  );
}

interface ProposalFormProps {
  processes: { value: string; label: string }[];
  onClose: () => void;
}

function ProposalForm({ processes, onClose }: ProposalFormProps) {
  const { t } = useTranslation('approvals');
  const add = server.useMutation('post', '/api/process-proposals', { meta: { quiet: true } });
  return (
    <FormDrawer<Body<'/api/process-proposals'>>
      name="proposal"
      title={t('proposals.propose')}
      width={520}
      save={(body) => add.mutateAsync({ body })}
      onClose={() => onClose()}
    >
      <Form.Item name="kind" label={t('proposals.process')} rules={[{ required: true }]}>
        <ChoiceInput options={processes} />
      </Form.Item>
      <Form.Item name="reason" label={t('proposals.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="change" label={t('proposals.change')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDrawer>
  );
}
