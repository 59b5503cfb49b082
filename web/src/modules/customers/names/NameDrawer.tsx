import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, server } from '@/shared/api/client';
import { ApiProblem } from '@/shared/api/problem';
import { useCan } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { Percent } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { AddCustomer, type NewCustomer } from '../CustomerForm';
import { EditName } from './NameForm';
import { type NameField, type NameRow, nameFields, nameTones } from './words';

/** What of a name goes into the form of a customer; the server adds card and contact. */
const customerOf = (row: NameRow): NewCustomer => ({
  nameId: row.id,
  name: row.name,
  state: 'Prospect',
  ownerId: row.ownerId,
  city: row.city,
  industry: row.industry,
  contactName: row.headName ?? row.legalRepresentative,
  phone: row.phone ?? row.mobile,
  remark: row.remark,
});

/** A name: what is known of it, and what comes of it. */
export function NameDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const navigate = useNavigate();
  const seesCampaigns = useCan('customers.campaigns-read');
  const [form, setForm] = useState<'edit' | 'drop' | 'customer' | null>(null);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/customer-names/{id}', {
    params: { path: { id } },
  });
  const remove = server.useMutation('delete', '/api/customer-names/{id}');
  const turn = server.useMutation('post', '/api/customer-names/{id}/state');
  const become = server.useMutation('post', '/api/customers', { meta: { quiet: true } });
  const isOpen = data?.state === 'New' || data?.state === 'Called';

  const onRemove = async (row: NameRow) => {
    const question = { title: t('names.removeAsk', { name: row.name }), yes: t('shared:remove'), danger: true };
    if (!(await confirmed(question))) return;
    await remove.mutateAsync({ params: { path: { id } } });
    onClose();
  };
  const arrived = (customer: string) => {
    toast.success(t('names.became'));
    navigate(`/customers/${customer}`);
  };
  // One click where the rules for customers let him in as he is; else their form, filled with what is known.
  const onBecome = async (row: NameRow) => {
    try {
      const saved = (await become.mutateAsync({ body: customerOf(row) })) as unknown as { id: string };
      arrived(saved.id);
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.status === 0) throw problem;
      setForm('customer');
    }
  };

  return (
    <RecordDrawer
      title={data?.name}
      tags={
        data && (
          <>
            <StatusTag tone={nameTones[data.state]}>{t(`names.states.${data.state}`)}</StatusTag>
            {data.customerId && <Link to={`/customers/${data.customerId}`}>{t('names.customer')}</Link>}
          </>
        )
      }
      actions={
        data?.canEdit && (
          <>
            {isOpen && (
              <IconButton
                label={t('shared:remove')}
                icon={<DeleteOutlined />}
                onClick={() => onRemove(data).catch(() => undefined)}
              />
            )}
            <Button onClick={() => setForm('edit')}>{t('change')}</Button>
          </>
        )
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
    >
      {data && (
        <>
          {data.canEdit && data.state !== 'Customer' && (
            <p style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              {isOpen && (
                <Button type="primary" loading={become.isPending} onClick={() => onBecome(data).catch(() => undefined)}>
                  {t('names.become')}
                </Button>
              )}
              {data.state === 'New' && (
                <Button onClick={() => turn.mutate({ params: { path: { id } }, body: { state: 'Called' } })}>
                  {t('names.call')}
                </Button>
              )}
              {isOpen && <Button onClick={() => setForm('drop')}>{t('names.drop')}</Button>}
              {data.state === 'Dropped' && (
                <Button onClick={() => turn.mutate({ params: { path: { id } }, body: { state: 'New' } })}>
                  {t('names.takeUp')}
                </Button>
              )}
            </p>
          )}
          <Facts
            items={[
              {
                label: t('names.campaign'),
                value: seesCampaigns ? (
                  <Link to={`/campaigns/${data.campaignId}`}>{data.campaignName}</Link>
                ) : (
                  data.campaignName
                ),
              },
              { label: t('owner'), value: data.ownerName },
              { label: t('names.day'), value: `${data.day} · ${data.preparedByName ?? ''}` },
              { label: t('completeness'), value: <Percent value={data.completeness} digits={0} /> },
              ...(data.missing
                ? [
                    {
                      label: t('names.missing'),
                      value: data.missing
                        .split(',')
                        .map((field) => t(`names.fields.${field as NameField}`))
                        .join('、'),
                      wide: true,
                    },
                  ]
                : []),
              ...(data.reason ? [{ label: t('names.reason'), value: data.reason, wide: true }] : []),
              ...nameFields
                .filter((field) => field !== 'name')
                .map((field) => ({ label: t(`names.fields.${field}`), value: data[field], wide: field === 'remark' })),
            ]}
          />
          {form === 'edit' && <EditName row={data} reload={refetch} onClose={() => setForm(null)} />}
          {form === 'drop' && <DropName id={id} onClose={() => setForm(null)} />}
          {form === 'customer' && (
            <AddCustomer
              from={customerOf(data)}
              owner={{ id: data.ownerId, name: data.ownerName ?? '' }}
              onClose={(saved) => (saved ? arrived(saved) : setForm(null))}
            />
          )}
        </>
      )}
    </RecordDrawer>
  );
}

function DropName({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  return (
    <FormDrawer<{ reason: string }>
      name="dropName"
      title={t('names.drop')}
      save={({ reason }) =>
        api.POST('/api/customer-names/{id}/state', { params: { path: { id } }, body: { state: 'Dropped', reason } })
      }
      onClose={onClose}
      width={420}
    >
      <Form.Item name="reason" label={t('names.reason')} required>
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormDrawer>
  );
}
