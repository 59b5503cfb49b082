import { Alert, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import { Amount } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { useCareWords } from './words';

interface Closing {
  id: string;
  customerId: string;
  customerName: string;
  kind: string;
  budget?: string | null;
  contactId?: string | null;
}

const costKinds = ['gift', 'banquet', 'travel', 'other'] as const;

interface Done {
  on?: string | null;
  result?: string;
  contactId?: string | null;
  costs?: Partial<Record<(typeof costKinds)[number], string | null>>;
  overBudgetReason?: string;
  score?: number | null;
  remark?: string;
  nextOn?: string | null;
}

/** What was done: nothing but a save where nothing is to be told. */
export function DoneForm({ care, onClose }: { care: Closing; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const words = useCareWords();
  const seesCosts = useCan('customers.care-costs');
  return (
    <FormDrawer<Done>
      name="careDone"
      title={`${words.kind(care.kind)} · ${care.customerName}`}
      initial={{ on: company.today, contactId: care.contactId ?? null }}
      save={({ costs, ...values }) =>
        api.POST('/api/care-items/{id}/done', {
          params: { path: { id: care.id } },
          body: {
            on: values.on ?? null,
            result: values.result || null,
            contactId: values.contactId ?? null,
            costs: costs
              ? {
                  gift: costs.gift ?? '0.00',
                  banquet: costs.banquet ?? '0.00',
                  travel: costs.travel ?? '0.00',
                  other: costs.other ?? '0.00',
                }
              : null,
            overBudgetReason: values.overBudgetReason || null,
            score: values.score ?? null,
            remark: values.remark || null,
            nextOn: values.nextOn ?? null,
          },
        })
      }
      onSaved={() => toast.success(t('care.saved'))}
      onClose={() => onClose()}
      saveText={t('care.finish')}
      width={480}
    >
      {words.isSurvey(care.kind) && (
        <>
          <Form.Item name="score" label={t('care.score')} required>
            <InputNumber min={1} max={10} precision={0} />
          </Form.Item>
          <Form.Item name="remark" label={t('care.scoreRemark')}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        </>
      )}
      <Form.Item name="result" label={t('care.result')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="on" label={t('care.doneOn')}>
          <DateInput max={company.today} />
        </Form.Item>
        <Form.Item name="contactId" label={t('care.contact')}>
          <ContactChoice customer={care.customerId} />
        </Form.Item>
      </div>
      {seesCosts && (
        <>
          {care.budget && (
            <Alert
              showIcon
              type="info"
              title={
                <>
                  {t('care.budget')} <Amount value={care.budget} />
                </>
              }
              style={{ marginBottom: 12 }}
            />
          )}
          <div className={s.pair}>
            {costKinds.map((kind) => (
              <Form.Item key={kind} name={['costs', kind]} label={t(`care.costs.${kind}`)}>
                <MoneyInput />
              </Form.Item>
            ))}
          </div>
          {care.budget && (
            <Form.Item name="overBudgetReason" label={t('care.overBudgetReason')}>
              <Input maxLength={500} />
            </Form.Item>
          )}
        </>
      )}
      <Form.Item name="nextOn" label={t('care.nextOn')} extra={t('care.nextOnNote')}>
        <DateInput min={company.today} />
      </Form.Item>
    </FormDrawer>
  );
}

export function SkipForm({ care, onClose }: { care: Closing; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const words = useCareWords();
  return (
    <FormDrawer<{ reason?: string }>
      name="careSkip"
      title={t('care.skipOf', { kind: words.kind(care.kind), name: care.customerName })}
      save={({ reason }) =>
        api.POST('/api/care-items/{id}/skip', {
          params: { path: { id: care.id } },
          body: { reason: reason ?? '' },
        })
      }
      onSaved={() => toast.success(t('care.saved'))}
      onClose={() => onClose()}
      width={440}
    >
      <Form.Item name="reason" label={t('care.reason')} required>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDrawer>
  );
}

interface Planned {
  kind?: string | null;
  dueOn?: string | null;
  contactId?: string | null;
  note?: string;
}

/** One planned by hand, beside what the policy wants. */
export function PlanForm({ customer, onClose }: { customer: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const words = useCareWords();
  return (
    <FormDrawer<Planned>
      name="carePlan"
      title={t('care.plan')}
      initial={{ dueOn: company.today }}
      save={({ kind, dueOn, contactId, note }) =>
        api.POST('/api/customers/{id}/care-items', {
          params: { path: { id: customer } },
          body: { kind: kind ?? '', dueOn: dueOn ?? '', contactId: contactId ?? null, note: note || null },
        })
      }
      onSaved={() => toast.success(t('care.planned'))}
      onClose={() => onClose()}
      width={440}
    >
      <Form.Item name="kind" label={t('care.kind')} required>
        <ChoiceInput clearable={false} options={words.choices} />
      </Form.Item>
      <Form.Item name="dueOn" label={t('care.dueOn')} required>
        <DateInput min={company.today} />
      </Form.Item>
      <Form.Item name="contactId" label={t('care.contact')}>
        <ContactChoice customer={customer} />
      </Form.Item>
      <Form.Item name="note" label={t('care.note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

interface ContactChoiceProps {
  id?: string;
  customer: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
}

function ContactChoice({ customer, ...input }: ContactChoiceProps) {
  const { data } = server.useQuery('get', '/api/customers/{id}/contacts', { params: { path: { id: customer } } });
  return <ChoiceInput {...input} options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />;
}
