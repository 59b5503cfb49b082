import { CloseOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Popover } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { IconButton } from '../IconButton';
import s from './Toolbar.module.css';

interface SavedViewsProps {
  list: string;
  /** The present state as a view. */
  query: string;
  onShow: (query: string) => void;
}

/** Named states of a list, one's own and shared ones. */
export function SavedViews({ list, query, onShow }: SavedViewsProps) {
  const { t } = useTranslation('shared');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Views list={list} query={query} onShow={onShow} onDone={() => setOpen(false)} />}
    >
      <IconButton label={t('views.title')} icon={<StarOutlined />} aria-expanded={open} />
    </Popover>
  );
}

function Views({ list, query, onShow, onDone }: SavedViewsProps & { onDone: () => void }) {
  const { t } = useTranslation('shared');
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const views = server.useQuery('get', '/api/saved-views', { params: { query: { list } } });
  const save = server.useMutation('post', '/api/saved-views');
  const remove = server.useMutation('delete', '/api/saved-views/{id}');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    save.mutate({ body: { list, name: name.trim(), query, shared } }, { onSuccess: () => setName('') });
  };
  return (
    <section className={s.views} aria-label={t('views.title')}>
      <ul>
        {views.data?.items.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className={s.view}
              onClick={() => {
                onShow(view.query);
                onDone();
              }}
            >
              {view.name}
              {view.shared && <small>{t('views.shared')}</small>}
            </button>
            {view.mine && (
              <IconButton
                label={t('views.remove', { name: view.name })}
                icon={<CloseOutlined />}
                onClick={() => remove.mutate({ params: { path: { id: view.id } } })}
              />
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={onSubmit}>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          placeholder={t('views.name')}
          aria-label={t('views.name')}
        />
        <div className={s.save}>
          <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
            {t('views.share')}
          </Checkbox>
          <Button type="primary" size="small" htmlType="submit" loading={save.isPending} disabled={!name.trim()}>
            {t('views.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
