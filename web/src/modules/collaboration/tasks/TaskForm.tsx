import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { PeoplePicker } from '@/shared/ui/inputs/PeoplePicker';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';
import { priorities, type Task } from './words';

interface Values {
  title: string;
  text?: string;
  ownerId: string | null;
  participants?: string[];
  priority: Task['priority'];
  dueOn?: string | null;
  needsResult?: boolean;
  needsAcceptance?: boolean;
  link?: string;
  linkText?: string;
}

/** A task given, to oneself or to others; or one that is changed by its giver. */
export function TaskForm({ id, onClose }: { id: string; onClose: (saved?: string) => void }) {
  const { t } = useTranslation('collaboration');
  const { person } = useSession();
  const isNew = id === 'new';
  const before = server.useQuery('get', '/api/tasks/{id}', { params: { path: { id } } }, { enabled: !isNew });
  if (!isNew && !before.data) return null;
  const old = before.data;
  const save = async (values: Values) => {
    const body = {
      title: values.title || '',
      text: values.text || undefined,
      ownerId: values.ownerId ?? '',
      participants: values.participants ?? [],
      priority: values.priority,
      dueOn: values.dueOn || undefined,
      needsResult: !!values.needsResult,
      needsAcceptance: !!values.needsAcceptance,
      link: values.link || undefined,
      linkText: values.linkText || undefined,
    };
    const { data } = old
      ? await api.PUT('/api/tasks/{id}', { params: { path: { id } }, headers: ifMatch(old.version), body })
      : await api.POST('/api/tasks', { body });
    return data as { id: string } | undefined;
  };
  return (
    <FormDrawer<Values, { id?: string } | undefined>
      name="task"
      title={isNew ? t('tasks.add') : t('tasks.editTitle')}
      initial={
        old
          ? {
              title: old.title,
              text: old.text ?? '',
              ownerId: old.owner.id,
              participants: old.participants.map((one) => one.id),
              priority: old.priority,
              dueOn: old.dueOn ?? null,
              needsResult: old.needsResult,
              needsAcceptance: old.needsAcceptance,
              link: old.link ?? '',
              linkText: old.linkText ?? '',
            }
          : { ownerId: person?.id ?? null, priority: 'Normal' }
      }
      save={save}
      onSaved={() => toast.success(isNew ? t('tasks.given') : t('saved'))}
      onClose={onClose}
      reload={() => before.refetch()}
    >
      <Form.Item name="title" label={t('tasks.subject')} required>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item
        name="ownerId"
        label={t('tasks.owner')}
        required
        rules={[{ required: true, message: t('chooseWhom') }]}
      >
        <RemotePicker path="/api/colleagues" />
      </Form.Item>
      <Form.Item name="dueOn" label={t('tasks.dueOn')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="priority" label={t('tasks.priorityTitle')}>
        <ChoiceInput
          clearable={false}
          options={priorities.map((one) => ({ value: one, label: t(`tasks.priority.${one}`) }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t('tasks.text')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="participants" label={t('tasks.participants')}>
        <PeoplePicker known={old?.participants ?? []} />
      </Form.Item>
      <Form.Item name="needsResult" valuePropName="checked">
        <Checkbox>{t('tasks.needsResult')}</Checkbox>
      </Form.Item>
      <Form.Item name="needsAcceptance" valuePropName="checked" style={{ marginTop: -18 }}>
        <Checkbox>{t('tasks.needsAcceptance')}</Checkbox>
      </Form.Item>
      <Form.Item name="link" label={t('tasks.link')} extra={t('tasks.linkHint')}>
        <Input maxLength={200} placeholder="/customers?open=…" />
      </Form.Item>
      <Form.Item name="linkText" label={t('tasks.linkText')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDrawer>
  );
}
