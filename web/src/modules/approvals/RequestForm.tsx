import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { isDecimal } from '@/shared/format/decimal';
import { Attachments, upload } from '@/shared/ui/files/Attachments';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { FileButton } from '@/shared/ui/inputs/FileButton';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { PeoplePicker } from '@/shared/ui/inputs/PeoplePicker';
import { problemText, toast } from '@/shared/ui/toast';
import { useDebounced } from '@/shared/ui/useDebounced';
import s from './approvals.module.css';
import { Route } from './Timeline';
import { useMatterName } from './words';

interface Values {
  matterId: string;
  title: string;
  amount?: string | null;
  text?: string;
  copyTo?: string[];
  /** By place of the station. */
  chosen?: Record<string, string[]>;
  comment?: string;
}

const bodyOf = ({ matterId, title, amount, text, chosen }: Values) => ({
  matterId,
  title: title || '',
  amount: amount || undefined,
  text: text || undefined,
  chosen: Object.entries(chosen ?? {})
    .filter(([, people]) => people?.length > 0)
    .map(([node, people]) => ({ node: Number(node), people })),
});

/** A general request: `id` is "new", or one that came back and is mended. It shows where it will go while it is written. */
export function RequestForm({ id, onClose }: { id: string; onClose: (saved?: string) => void }) {
  const { t } = useTranslation(['approvals', 'shared']);
  const { company } = useSession();
  const matterName = useMatterName();
  const isNew = id === 'new';
  const [files, setFiles] = useState<File[]>([]);
  const { data: matters } = server.useQuery('get', '/api/approval-matters');
  const before = server.useQuery('get', '/api/approvals/{id}', { params: { path: { id } } }, { enabled: !isNew });
  if (!matters || (!isNew && !before.data)) return null;

  const save = async (values: Values) => {
    if (!isNew)
      return (
        await api.POST('/api/approvals/{id}/resubmit', {
          params: { path: { id } },
          body: { ...bodyOf(values), copyTo: values.copyTo ?? [], comment: values.comment || undefined },
        })
      ).data;
    const { data } = await api.POST('/api/approvals', {
      body: { ...bodyOf(values), copyTo: values.copyTo ?? [] },
    });
    const saved = data as { id: string } | undefined;
    // The request is in; a file that is refused is said and can be added in the request itself.
    for (const file of files)
      await upload(file, 'approvals_request', saved?.id ?? '').catch((error) => toast.error(problemText(error)));
    return saved;
  };
  return (
    <FormDrawer<Values, { id?: string } | undefined>
      name="request"
      title={isNew ? t('add') : t('resubmit')}
      initial={
        before.data
          ? {
              matterId: before.data.matterId ?? '',
              title: before.data.title,
              amount: before.data.amount ?? null,
              text: before.data.text ?? '',
              copyTo: before.data.copies.map((person) => person.id),
            }
          : {}
      }
      save={save}
      saveText={isNew ? t('submit') : t('resubmit')}
      onSaved={() => toast.success(t('submitted'))}
      onClose={onClose}
    >
      <Form.Item name="matterId" label={t('matter')} required rules={[{ required: true, message: t('chooseMatter') }]}>
        <ChoiceInput
          clearable={false}
          placeholder={t('chooseMatter')}
          options={matters.items
            .filter((m) => !m.isClosed || m.id === before.data?.matterId)
            .map((m) => ({ value: m.id, label: matterName({ matterName: m.name, matterNameEn: m.nameEn }) ?? '' }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t('subjectTitle')} required>
        <Input maxLength={100} placeholder={t('titleHint')} />
      </Form.Item>
      <Form.Item name="amount" label={t('amount')}>
        <MoneyInput unit={company.currency} />
      </Form.Item>
      <Form.Item name="text" label={t('text')}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      {isNew ? (
        <Form.Item label={t('shared:files.title')} htmlFor="request-files">
          <FileButton
            id="request-files"
            label={t('shared:files.attach')}
            onChoose={(chosen) => setFiles((before) => [...before, ...chosen])}
          />
          <ul className={s.chosen}>
            {files.map((file, index) => (
              <li key={`${file.name} ${file.lastModified}`}>
                {file.name}
                <IconButton
                  label={t('shared:files.remove', { name: file.name })}
                  icon={<CloseOutlined />}
                  onClick={() => setFiles(files.filter((_, other) => other !== index))}
                />
              </li>
            ))}
          </ul>
        </Form.Item>
      ) : (
        <Attachments entity="approvals_request" id={id} />
      )}
      <Form.Item name="copyTo" label={t('copyTo')}>
        <PeoplePicker />
      </Form.Item>
      {!isNew && (
        <Form.Item name="comment" label={t('whatChanged')}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
      <Preview />
    </FormDrawer>
  );
}

/** Where it will go, as soon as enough is known. Inside the form, whose values it watches. */
function Preview() {
  const { t } = useTranslation('approvals');
  const matterId = Form.useWatch<string | undefined>('matterId');
  const amount = Form.useWatch<string | null | undefined>('amount');
  const chosen = Form.useWatch<Values['chosen']>('chosen');
  const asked = useDebounced(
    JSON.stringify(
      bodyOf({
        matterId: matterId ?? '',
        title: '-',
        amount: amount && isDecimal(amount) ? amount : undefined,
        chosen,
      }),
    ),
    300,
  );
  const { data } = useQuery({
    queryKey: ['approval-preview', asked],
    queryFn: async () => (await api.POST('/api/approvals/preview', { body: JSON.parse(asked) })).data,
    enabled: !!matterId,
    retry: false,
  });
  if (!matterId || !data) return null;
  const problems: Record<string, string> = {
    'approvals.no-table': t('noTable'),
    'approvals.no-row': t('noRow'),
    'approvals.nobody-decides': t('nobodyDecides'),
  };
  const problem = data.refused && (data.choices.length === 0 || data.refused !== 'approvals.nobody-decides');
  return (
    <section className={s.part}>
      {data.choices.map((node) => (
        <Form.Item
          key={node}
          name={['chosen', String(node)]}
          label={t('choose', { step: data.steps[node]?.name })}
          required
        >
          <PeoplePicker />
        </Form.Item>
      ))}
      <h2>{t('willGo')}</h2>
      {problem ? (
        <p className={s.problem} role="alert">
          {problems[data.refused ?? ''] ?? data.refused}
        </p>
      ) : (
        <Route steps={data.steps} />
      )}
    </section>
  );
}
