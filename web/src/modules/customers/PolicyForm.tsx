import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { PageForm } from '@/shared/ui/form/PageForm';
import { toast } from '@/shared/ui/toast';

interface Policy {
  /** None where the house has said nothing. */
  id?: string | null;
  first?: string | null;
  version: number;
  can: string[];
}

interface PolicyFormProps<Values extends object> {
  name: string;
  policy: Policy;
  /** What the fields hold, from that day on. */
  initial: (first: string) => Values;
  add: (values: Values) => Promise<unknown>;
  edit: (id: string, version: number, values: Values) => Promise<unknown>;
  reload: () => Promise<unknown>;
  children: ReactNode;
}

/** The form of a policy that holds from a day on: one that is to come is changed, any other is what a new one begins with. */
export function PolicyForm<Values extends object>(props: PolicyFormProps<Values>) {
  const { name, policy, initial, add, edit, reload, children } = props;
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const toCome = policy.can.includes('edit') ? policy.id : null;
  return (
    <PageForm<Values>
      key={`${policy.id} ${policy.version}`}
      name={name}
      initial={initial(toCome && policy.first ? policy.first : company.today)}
      save={(values) => (toCome ? edit(toCome, policy.version, values) : add(values))}
      onSaved={() => toast.success(t('grading.policySaved'))}
      reload={reload}
      savesHidden
      saveText={toCome ? undefined : t('grading.saveNew')}
    >
      {children}
    </PageForm>
  );
}

/** One that does not hold yet may be taken back. */
export function TakeBack({ policy, remove }: { policy: Policy; remove: (id: string) => Promise<unknown> }) {
  const { t } = useTranslation('customers');
  const { id } = policy;
  if (!id || !policy.can.includes('delete')) return null;
  const ask = async () => {
    const yes = t('keyAccounts.policy.remove');
    if (await confirmed({ title: t('grading.takeBack', { day: policy.first }), yes }))
      await remove(id).catch(() => undefined);
  };
  return (
    <Button type="link" size="small" danger onClick={ask}>
      {t('keyAccounts.policy.remove')}
    </Button>
  );
}
