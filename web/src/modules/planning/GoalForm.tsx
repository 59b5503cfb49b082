import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { periodOf } from '@/shared/format/period';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';

type Values = Body<'/api/goals'>;

/** `id` is "new" or the goal that is changed; a goal keeps its person. */
export function GoalForm({ id, onClose }: { id: string; onClose: (saved?: string) => void }) {
  const { t } = useTranslation(['planning', 'shared']);
  const { company } = useSession();
  const [search] = useSearchParams();
  const isNew = id === 'new';
  const goal = server.useQuery('get', '/api/goals/{id}', { params: { path: { id } } }, { enabled: !isNew });
  if (!isNew && !goal.data) return null;

  const month = periodOf('thisMonth', company.today);
  const initial: Partial<Values> = goal.data ?? {
    personId: search.get('person') ?? undefined,
    first: search.get('from') ?? month.from,
    last: search.get('to') ?? month.to,
  };
  const save = async ({ personId, first, last, amount }: Values) => {
    if (!goal.data) return api.POST('/api/goals', { body: { personId, first, last, amount } });
    return api.PUT('/api/goals/{id}', {
      params: { path: { id } },
      body: { first, last, amount },
      headers: ifMatch(goal.data.version),
    });
  };
  return (
    <FormDrawer<Values>
      name="goal"
      title={isNew ? t('add') : t('goalOf', { name: goal.data?.personName })}
      initial={initial}
      save={save}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      reload={isNew ? undefined : goal.refetch}
      width={440}
    >
      <Form.Item name="personId" label={t('person')} required>
        <RemotePicker
          path="/api/people"
          query={{ active: 'true' }}
          disabled={!isNew}
          current={goal.data && { id: goal.data.personId, name: goal.data.personName, number: goal.data.personNumber }}
        />
      </Form.Item>
      <Form.Item name="first" label={t('first')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name="last" label={t('last')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name="amount" label={t('amount')} required extra={t('amountHelp')}>
        <MoneyInput unit={company.currency} />
      </Form.Item>
    </FormDrawer>
  );
}
