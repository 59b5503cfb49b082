import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import { useLanguage } from '@/shared/text/language';
import { confirmed } from '@/shared/ui/confirm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { said } from './fields';
import s from './fields.module.css';
import { type OptionList, OptionListForm } from './OptionListForm';

/** The lists that fields choose from. */
export default function OptionListsPage() {
  const { t } = useTranslation(['platform', 'shared']);
  const language = useLanguage();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const editing = useOpenRecord('edit');
  const { data, error, refetch } = server.useQuery('get', '/api/option-lists');
  const remove = server.useMutation('delete', '/api/option-lists/{id}');
  const ask = async ({ id, name }: OptionList) => {
    if (await confirmed({ title: t('lists.removeAsk', { name }), yes: t('shared:remove'), danger: true }))
      remove.mutate({ params: { path: { id } } }, { onSuccess: () => toast.success(t('lists.removed', { name })) });
  };
  const open = data?.items.find(({ id }) => id === editing.id) ?? null;
  return (
    <>
      <PageHead
        title={t('lists.title')}
        actions={
          <>
            {!isPhone && <Button onClick={() => navigate('/custom-fields')}>{t('lists.toFields')}</Button>}
            <Button type="primary" icon={<PlusOutlined />} onClick={() => editing.open('new')}>
              {t('lists.add')}
            </Button>
          </>
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {data?.items.length === 0 && (
        <EmptyState
          text={t('lists.empty')}
          action={
            <Button type="primary" onClick={() => editing.open('new')}>
              {t('lists.add')}
            </Button>
          }
        />
      )}
      <div className={s.lists}>
        {data?.items.map((list) => (
          <Panel
            key={list.id}
            title={said(language, list.name, list.nameEn)}
            note={
              list.fields.length > 0
                ? t('lists.usedBy', { fields: list.fields.join(t('audit.comma')) })
                : t('lists.unused')
            }
            extra={
              <RowMenu
                actions={() => [
                  { key: 'edit', label: t('fields.edit'), onClick: () => editing.open(list.id) },
                  ...(list.can.includes('delete')
                    ? [{ key: 'remove', label: t('shared:remove'), danger: true, onClick: () => ask(list) }]
                    : []),
                ]}
              />
            }
          >
            <p className={s.chips}>
              {list.items.map((item) => (
                <span key={item.code} data-retired={item.isRetired}>
                  {said(language, item.name, item.nameEn)}
                </span>
              ))}
            </p>
          </Panel>
        ))}
      </div>
      {(editing.id === 'new' || open) && (
        <OptionListForm key={editing.id} list={open} reload={refetch} onClose={editing.close} />
      )}
    </>
  );
}
