import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import { IconButton } from '@/shared/ui/IconButton';
import { FileButton } from '../inputs/FileButton';
import s from './Attachments.module.css';

/** One file, hung on a record: `upload(file, 'approvals_request', id)`. Throws what the server says is wrong with it. */
export async function upload(file: File, entity: string, entityId: string): Promise<void> {
  const form = new FormData();
  form.set('entity', entity);
  form.set('entityId', entityId);
  form.set('file', file);
  const response = await fetch('/api/files', {
    method: 'POST',
    body: form,
    headers: { 'Accept-Language': document.documentElement.lang },
  });
  if (!response.ok) throw await problemOf(response);
}

/** The files of a record, which may be added to by whom its module lets; nothing where there are none and may be none. */
export function Attachments({ entity, id }: { entity: string; id: string }) {
  const { t } = useTranslation('shared');
  const client = useQueryClient();
  const { data } = server.useQuery('get', '/api/files', { params: { query: { entity, entityId: id } } });
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) await upload(file, entity, id);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['get', '/api/files'] }),
  });
  const remove = server.useMutation('delete', '/api/files/{id}');
  const can = data?.can ?? [];
  if (data && data.items.length === 0 && can.length === 0) return null;
  return (
    <section className={s.part}>
      <h2>{t('files.title')}</h2>
      <ul className={s.files}>
        {data?.items.map((file) => (
          <li key={file.id}>
            <PaperClipOutlined />
            <a href={`/api/files/${file.id}`}>{file.name}</a>
            <span className="muted">{file.personName}</span>
            {can.includes('delete') && (
              <IconButton
                label={t('files.remove', { name: file.name })}
                icon={<DeleteOutlined />}
                onClick={() => remove.mutate({ params: { path: { id: file.id } } })}
              />
            )}
          </li>
        ))}
      </ul>
      {can.includes('attach') && (
        <FileButton label={t('files.attach')} loading={add.isPending} onChoose={(files) => add.mutate(files)} />
      )}
    </section>
  );
}
