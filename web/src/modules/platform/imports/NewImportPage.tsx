import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '@/shared/api/client';
import { newId } from '@/shared/api/idempotency';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { problemText } from '@/shared/ui/toast';
import s from './imports.module.css';
import { Steps } from './Steps';
import { download, type Import, useImportKinds } from './states';

async function send(kind: string, file: File): Promise<Import> {
  const form = new FormData();
  // In this order: the server reads the kind before it takes the file.
  form.append('kind', kind);
  form.append('file', file);
  const { data } = await api.POST('/api/imports', {
    body: { kind, file: '' },
    bodySerializer: () => form,
    // Of its own, so that the file is not read into memory to be told from another.
    headers: { 'Idempotency-Key': newId() },
  });
  return data as Import;
}

/** Step one: what, and from which file. Everything after it belongs to the import and its address. */
export default function NewImportPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { kinds, kindOf } = useImportKinds();
  const [isOver, setOver] = useState(false);
  const kind = kindOf(search.get('kind') ?? '');
  const upload = useMutation({
    mutationFn: (file: File) => send(kind?.kind ?? '', file),
    meta: { quiet: true },
    onSuccess: ({ id }) => navigate(`/imports/${id}`, { replace: true }),
  });
  const template = useMutation({
    mutationFn: (format: string) =>
      download(`/api/import-kinds/${kind?.kind}/template?format=${format}`, `${kind?.kind}.${format}`),
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && kind && !upload.isPending) upload.mutate(file);
  };

  return (
    <>
      <PageHead title={t('imports.new')} />
      <Steps now="file" />
      <Panel className={s.narrow}>
        {kinds?.length === 0 ? (
          <EmptyState text={t('imports.notAllowed')} />
        ) : (
          <>
            <div className={s.field}>
              <span>{t('imports.kind')}</span>
              <ChoiceInput
                clearable={false}
                label={t('imports.kind')}
                placeholder={t('imports.kindPick')}
                options={(kinds ?? []).map((known) => ({ value: known.kind, label: known.title }))}
                value={kind?.kind}
                onChange={(next) => setSearch({ kind: next ?? '' }, { replace: true })}
              />
            </div>
            {kind && (
              <div className={s.field}>
                <span>{t('imports.columns')}</span>
                <p className={s.columns}>
                  {kind.columns.map(({ name, heading, required }) => (
                    <span key={name}>
                      {heading}
                      {required && <i title={t('imports.required')}>*</i>}
                    </span>
                  ))}
                </p>
                <div className={s.buttons}>
                  {(['xlsx', 'csv'] as const).map((format) => (
                    <Button
                      key={format}
                      icon={<DownloadOutlined />}
                      disabled={template.isPending}
                      onClick={() => template.mutate(format)}
                    >
                      {t(`imports.template.${format}`)}
                    </Button>
                  ))}
                </div>
              </div>
            )}
            <label
              className={s.drop}
              data-over={isOver}
              data-off={!kind}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(true);
              }}
              onDragLeave={() => setOver(false)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(false);
                take(event.dataTransfer.files);
              }}
            >
              <InboxOutlined />
              <b>{upload.isPending ? t('imports.uploading') : kind ? t('imports.drop') : t('imports.kindFirst')}</b>
              <small>{t('imports.dropHelp')}</small>
              <input
                type="file"
                className="srOnly"
                accept=".csv,.txt,.xlsx"
                aria-label={t('imports.drop')}
                disabled={!kind || upload.isPending}
                onChange={(event) => {
                  take(event.target.files);
                  event.target.value = '';
                }}
              />
            </label>
            {upload.error && (
              <p role="alert" className={s.problem}>
                {problemText(upload.error)}
              </p>
            )}
          </>
        )}
      </Panel>
    </>
  );
}
