import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { Instant } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { StatusTag } from '@/shared/ui/StatusTag';
import { type Proposal, proposalTones } from './words';

/** What is proposed and why, who decides it, and his answer. */
export function ProposalDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('approvals');
  const [deciding, setDeciding] = useState<'accept' | 'decline' | null>(null);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/process-proposals/{id}', {
    params: { path: { id } },
  });
  const withdraw = server.useMutation('post', '/api/process-proposals/{id}/withdraw');
  const may = (what: string) => !!data?.can.includes(what);
  return (
    <RecordDrawer
      title={data ? t('proposals.on', { process: data.kindName }) : t('proposals.title')}
      tags={data && <StatusTag tone={proposalTones[data.state]}>{t(`proposals.states.${data.state}`)}</StatusTag>}
      actions={
        data && (
          <>
            {may('withdraw') && (
              <Button
                loading={withdraw.isPending}
                onClick={() => withdraw.mutate({ params: { path: { id } }, headers: ifMatch(data.version) })}
              >
                {t('proposals.withdraw')}
              </Button>
            )}
            {may('decide') && <Button onClick={() => setDeciding('decline')}>{t('proposals.decline')}</Button>}
            {may('decide') && (
              <Button type="primary" onClick={() => setDeciding('accept')}>
                {t('proposals.accept')}
              </Button>
            )}
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
    >
      {data && (
        <Facts
          items={[
            { label: t('proposals.by'), value: data.personName },
            { label: t('proposals.at'), value: <Instant value={data.at} /> },
            { label: t('proposals.owner'), value: data.ownerName ?? t('proposals.noOwner') },
            { label: t('proposals.reason'), value: <Lines text={data.reason} />, wide: true },
            { label: t('proposals.change'), value: <Lines text={data.change} />, wide: true },
            ...(data.answer
              ? [
                  { label: t('proposals.answer'), value: <Lines text={data.answer} />, wide: true },
                  { label: t('proposals.decidedBy'), value: data.decidedByName },
                  { label: t('proposals.decidedAt'), value: <Instant value={data.decidedAt} /> },
                ]
              : []),
          ]}
        />
      )}
      {data && deciding && (
        <Deciding proposal={data} accept={deciding === 'accept'} reload={refetch} onClose={() => setDeciding(null)} />
      )}
    </RecordDrawer>
  );
}

const Lines = ({ text }: { text: string }) => <span style={{ whiteSpace: 'pre-line' }}>{text}</span>;

interface DecidingProps {
  proposal: Proposal;
  accept: boolean;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

function Deciding({ proposal, accept, reload, onClose }: DecidingProps) {
  const { t } = useTranslation('approvals');
  const decide = server.useMutation('post', '/api/process-proposals/{id}/decide', { meta: { quiet: true } });
  return (
    <FormDrawer<{ answer: string }>
      name="decideProposal"
      title={t(accept ? 'proposals.accept' : 'proposals.decline')}
      width={440}
      saveText={t(accept ? 'proposals.accept' : 'proposals.decline')}
      save={({ answer }) =>
        decide.mutateAsync({
          params: { path: { id: proposal.id } },
          body: { accept, answer },
          headers: ifMatch(proposal.version),
        })
      }
      reload={reload}
      onClose={() => onClose()}
    >
      <Form.Item
        name="answer"
        label={t('proposals.answer')}
        extra={t('proposals.answerHelp')}
        rules={[{ required: true }]}
      >
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDrawer>
  );
}
