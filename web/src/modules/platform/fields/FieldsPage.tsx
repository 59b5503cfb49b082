import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { BuiltInRules } from './BuiltInRules';
import { FieldForm } from './FieldForm';
import { FieldList } from './FieldList';
import s from './fields.module.css';
import { Preview } from './Preview';

/** The fields of customers, orders and people that the house makes itself, and which fields it wants filled. */
export default function FieldsPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const editing = useOpenRecord('edit');
  const subjects = server.useQuery('get', '/api/field-subjects');
  const { data, error, refetch } = server.useQuery('get', '/api/custom-fields');
  const all = subjects.data?.items ?? [];
  const box = useBox(
    all.map(({ code }) => code),
    all[0]?.code ?? '',
  );
  const subject = all.find(({ code }) => code === box);
  const fields = (data?.items ?? []).filter((field) => field.subject === subject?.code);
  const failed = error ?? subjects.error;
  return (
    <>
      <PageHead
        title={t('fields.title')}
        actions={
          <>
            {/* A phone's title row has room for one button; the menu has the other page. */}
            {!isPhone && <Button onClick={() => navigate('/option-lists')}>{t('fields.toLists')}</Button>}
            <Button type="primary" icon={<PlusOutlined />} onClick={() => editing.open('new')}>
              {t('fields.add')}
            </Button>
          </>
        }
      />
      {failed && <LoadFailed error={failed} retry={refetch} />}
      {subject && data && (
        <>
          <Tabs
            label={t('fields.subject')}
            boxes={all.map(({ code }) => code)}
            first={all[0]?.code ?? ''}
            box={subject.code}
            title={(code) => all.find((one) => one.code === code)?.name ?? code}
          />
          <div className={s.columns}>
            <div>
              <FieldList subject={subject} fields={fields} onEdit={editing.open} onAdd={() => editing.open('new')} />
              <BuiltInRules subject={subject} fields={fields} />
            </div>
            <Preview subject={subject} fields={fields} />
          </div>
          {editing.id && (
            <FieldForm
              key={editing.id}
              subject={subject}
              fields={fields}
              field={fields.find(({ id }) => id === editing.id) ?? null}
              onClose={editing.close}
            />
          )}
        </>
      )}
    </>
  );
}
