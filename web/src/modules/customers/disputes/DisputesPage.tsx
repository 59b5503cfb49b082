import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { CustomerNav } from '../CustomerNav';
import { DisputeDrawer } from './DisputeDrawer';
import { type DisputeRow, disputeStates, disputeTones } from './words';

/** Who says that whose customer is his; raised here, or from where an entry was refused. */
export default function DisputesPage() {
  const { t } = useTranslation('customers');
  const { person } = useSession();
  const columns: Column<DisputeRow>[] = [
    { key: 'number', title: t('number'), width: 104, sortable: true, card: 'none' },
    { key: 'customerName', title: t('contacts.customer'), kind: 'name', sortable: true },
    { key: 'claimantName', title: t('dispute.claimant'), width: 100, sortable: true, card: 'line' },
    { key: 'holderName', title: t('dispute.holder'), width: 100, sortable: true, card: 'line' },
    {
      key: 'state',
      title: t('state'),
      width: 104,
      sortable: true,
      card: 'line',
      render: (row) => <StatusTag tone={disputeTones[row.state]}>{t(`dispute.states.${row.state}`)}</StatusTag>,
    },
    {
      key: 'ruling',
      title: t('dispute.ruling'),
      width: 110,
      sortable: true,
      render: (row) => row.ruling && t(`dispute.rulings.${row.ruling}`),
    },
    { key: 'openedOn', title: t('dispute.openedOn'), kind: 'day', sortable: true },
    { key: 'ruleBy', title: t('dispute.ruleBy'), kind: 'day', sortable: true },
  ];
  return (
    <ListPage
      path="/api/customer-disputes"
      name="customer-disputes"
      title={t('dispute.title')}
      searchHint={t('dispute.search')}
      above={<CustomerNav of="disputes" />}
      columns={columns}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          label: t('state'),
          options: disputeStates.map((state) => ({ value: state, label: t(`dispute.states.${state}`) })),
        },
      ]}
      empty={t('dispute.empty')}
      add={person ? t('dispute.raise') : null}
      canExport
      drawer={(id, close) => <DisputeDrawer key={id} id={id} onClose={close} />}
      form={(_, close) => <RaiseDispute onClose={close} />}
    />
  );
}

function RaiseDispute({ onClose }: { onClose: (saved?: string) => void }) {
  const { t } = useTranslation('customers');
  // Where the refusal leads from: the customer as he was typed.
  const [search] = useSearchParams();
  const raise = server.useMutation('post', '/api/customer-disputes', { meta: { quiet: true } });
  return (
    <FormDrawer<{ name?: string; text?: string }>
      name="dispute"
      title={t('dispute.raise')}
      initial={{ name: search.get('name') ?? '' }}
      save={({ name, text = '' }): Promise<unknown> => raise.mutateAsync({ body: { name: name || undefined, text } })}
      onSaved={() => toast.success(t('dispute.did.raise'))}
      onClose={onClose}
      width={480}
    >
      <Form.Item name="name" label={t('name')} extra={t('dispute.nameHint')} required>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="text" label={t('dispute.text')} extra={t('dispute.textHint')} required>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
    </FormDrawer>
  );
}
