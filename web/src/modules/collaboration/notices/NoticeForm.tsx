import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { upload } from '@/shared/ui/files/Attachments';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { problemText, toast } from '@/shared/ui/toast';
import { useDebounced } from '@/shared/ui/useDebounced';
import { AudienceInput, type AudienceValues, audienceLines, audienceValues } from '../AudienceInput';
import s from '../collaboration.module.css';
import { noticeFiles } from './words';

interface Values extends AudienceValues {
  title: string;
  text: string;
  isImportant?: boolean;
  mustConfirm?: boolean;
  confirmBy?: string | null;
}

/** A notice being written: kept as a draft, read once more in its drawer, and published there. */
export function NoticeForm({ id, onClose }: { id: string; onClose: (saved?: string) => void }) {
  const { t } = useTranslation(['collaboration', 'shared']);
  const { company } = useSession();
  const isNew = id === 'new';
  const [files, setFiles] = useState<File[]>([]);
  const before = server.useQuery('get', '/api/notices/{id}', { params: { path: { id } } }, { enabled: !isNew });
  if (!isNew && !before.data) return null;
  const old = before.data;
  const save = async (values: Values) => {
    const body = {
      title: values.title || '',
      text: values.text || '',
      isImportant: !!values.isImportant,
      mustConfirm: !!values.mustConfirm,
      confirmBy: values.mustConfirm ? values.confirmBy || undefined : undefined,
      to: audienceLines(values),
    };
    const { data } = old
      ? await api.PUT('/api/notices/{id}', { params: { path: { id } }, headers: ifMatch(old.version), body })
      : await api.POST('/api/notices', { body });
    const saved = data as { id: string } | undefined;
    // The draft is kept; a file that is refused is said and can be added in the draft itself.
    for (const file of files)
      await upload(file, noticeFiles, saved?.id ?? '').catch((error) => toast.error(problemText(error)));
    return saved;
  };
  return (
    <FormDrawer<Values, { id?: string } | undefined>
      name="notice"
      title={isNew ? t('notices.add') : t('notices.editTitle')}
      initial={
        old
          ? {
              title: old.title,
              text: old.text,
              isImportant: old.isImportant,
              mustConfirm: old.mustConfirm,
              confirmBy: old.confirmBy ?? null,
              ...audienceValues(old.to),
            }
          : { withSubunits: true }
      }
      save={save}
      saveText={t('notices.saveDraft')}
      onSaved={() => toast.info(t('notices.draftSaved'))}
      onClose={onClose}
      reload={() => before.refetch()}
      width={620}
    >
      <Form.Item name="title" label={t('notices.subject')} required>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="text" label={t('notices.text')} required>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={20000} />
      </Form.Item>
      <AudienceInput known={old?.to ?? []} />
      <Reaches />
      <Form.Item name="isImportant" valuePropName="checked">
        <Checkbox>{t('notices.isImportant')}</Checkbox>
      </Form.Item>
      <Form.Item name="mustConfirm" valuePropName="checked" style={{ marginTop: -18 }}>
        <Checkbox>{t('notices.mustConfirm')}</Checkbox>
      </Form.Item>
      <ConfirmBy today={company.today} />
      {isNew && (
        <Form.Item label={t('shared:files.title')} htmlFor="notice-files">
          <input
            id="notice-files"
            type="file"
            multiple
            onChange={(event) => setFiles([...(event.target.files ?? [])])}
          />
        </Form.Item>
      )}
    </FormDrawer>
  );
}

function ConfirmBy({ today }: { today: string }) {
  const { t } = useTranslation('collaboration');
  if (!Form.useWatch<boolean | undefined>('mustConfirm')) return null;
  return (
    <Form.Item name="confirmBy" label={t('notices.confirmBy')}>
      <DateInput min={today} />
    </Form.Item>
  );
}

/** How many it will reach, as it is addressed now. */
function Reaches() {
  const { t } = useTranslation('collaboration');
  const units = Form.useWatch<string[] | undefined>('units');
  const withSubunits = Form.useWatch<boolean | undefined>('withSubunits');
  const positions = Form.useWatch<string[] | undefined>('positions');
  const people = Form.useWatch<string[] | undefined>('people');
  const asked = useDebounced(JSON.stringify(audienceLines({ units, withSubunits, positions, people })), 300);
  const { data } = useQuery({
    queryKey: ['notice-audience', asked],
    queryFn: async () => (await api.POST('/api/notices/audience', { body: { to: JSON.parse(asked) } })).data,
    enabled: asked !== '[]',
    retry: false,
  });
  if (asked === '[]' || !data) return <p className={s.hint}>{t('notices.chooseTo')}</p>;
  return data.beyond.length > 0 ? (
    <p className={s.hint} data-bad="true" role="alert">
      {t('notices.beyond', { names: data.beyond.join(t('separator')) })}
    </p>
  ) : (
    <p className={s.hint}>{t('notices.reaches', { count: data.people })}</p>
  );
}
