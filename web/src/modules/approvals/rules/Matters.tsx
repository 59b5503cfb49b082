import { Button, Form, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { useLanguage } from '@/shared/text/language';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import s from '../approvals.module.css';

type Matter = Reply<'/api/approval-matters'>['items'][number];

/** What a general request can be about: the house's own list. */
export function Matters({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['approvals', 'shared']);
  const language = useLanguage();
  const [editing, setEditing] = useState<Matter | 'new' | null>(null);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/approval-matters');
  const remove = server.useMutation('delete', '/api/approval-matters/{id}');
  return (
    <RecordDrawer
      title={t('matters.title')}
      actions={<Button onClick={() => setEditing('new')}>{t('matters.add')}</Button>}
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      width={480}
    >
      <ul className={s.files}>
        {data?.items.map((matter) => (
          <li key={matter.id}>
            <span className={s.spread}>
              {language === 'en' ? matter.nameEn : matter.name}
              {matter.isClosed && <span className="muted"> · {t('matters.closed')}</span>}
              {matter.needsAmount && <span className="muted"> · {t('matters.needsAmount')}</span>}
            </span>
            <RowMenu
              actions={() => [
                { key: 'edit', label: t('matters.edit'), onClick: () => setEditing(matter) },
                {
                  key: 'remove',
                  label: t('shared:remove'),
                  danger: true,
                  onClick: () => remove.mutate({ params: { path: { id: matter.id } } }),
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {editing && (
        <MatterForm
          matter={editing === 'new' ? null : editing}
          order={data?.items.length ?? 0}
          onClose={() => setEditing(null)}
        />
      )}
    </RecordDrawer>
  );
}

function MatterForm({ matter, order, onClose }: { matter: Matter | null; order: number; onClose: () => void }) {
  const { t } = useTranslation('approvals');
  const add = server.useMutation('post', '/api/approval-matters', { meta: { quiet: true } });
  return (
    <FormDrawer<Body<'/api/approval-matters'>>
      name="matter"
      title={matter ? t('matters.edit') : t('matters.add')}
      width={400}
      initial={matter ?? { needsAmount: false, isClosed: false, order }}
      save={async ({ name, nameEn, needsAmount, isClosed, order }) => {
        const body = { name: name ?? '', nameEn: nameEn ?? '', needsAmount, isClosed, order: Number(order ?? 0) };
        return matter
          ? api.PUT('/api/approval-matters/{id}', {
              params: { path: { id: matter.id } },
              body,
              headers: ifMatch(matter.version),
            })
          : add.mutateAsync({ body });
      }}
      onClose={() => onClose()}
    >
      <Form.Item name="name" label={t('matters.name')} required>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('matters.nameEn')} required>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="order" label={t('matters.order')}>
        <InputNumber min={0} max={10000} precision={0} />
      </Form.Item>
      <Form.Item name="needsAmount" label={t('matters.needsAmount')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="isClosed" label={t('matters.closed')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}
