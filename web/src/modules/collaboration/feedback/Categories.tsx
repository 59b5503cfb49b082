import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { IconButton } from '@/shared/ui/IconButton';
import { useIsPhone } from '@/shared/ui/media';
import s from '../collaboration.module.css';
import type { Category } from './words';

/** What feedback can be about: the house's own list. */
export function Categories({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  const isPhone = useIsPhone();
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const { data } = server.useQuery('get', '/api/feedback-categories');
  const add = server.useMutation('post', '/api/feedback-categories');
  const items = data?.items ?? [];
  const put = () =>
    add.mutate(
      { body: { name, nameEn, order: (items.at(-1)?.order ?? 0) + 1, isClosed: false } },
      {
        onSuccess: () => {
          setName('');
          setNameEn('');
        },
      },
    );
  return (
    <Drawer open title={t('feedback.categories')} size={isPhone ? '100%' : 520} onClose={onClose}>
      <ul className={s.people}>
        {items.map((category) => (
          <CategoryLine key={`${category.id} ${category.version}`} category={category} />
        ))}
      </ul>
      <div className={s.adding}>
        <Input
          aria-label={t('feedback.categoryName')}
          placeholder={t('feedback.categoryName')}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
        />
        <Input
          aria-label={t('feedback.categoryNameEn')}
          placeholder={t('feedback.categoryNameEn')}
          value={nameEn}
          maxLength={60}
          onChange={(event) => setNameEn(event.target.value)}
        />
        <Button loading={add.isPending} disabled={!name.trim() || !nameEn.trim()} onClick={put}>
          {t('meetings.put')}
        </Button>
      </div>
    </Drawer>
  );
}

function CategoryLine({ category }: { category: Category }) {
  const { t } = useTranslation(['collaboration', 'shared']);
  const edit = server.useMutation('put', '/api/feedback-categories/{id}');
  const remove = server.useMutation('delete', '/api/feedback-categories/{id}');
  const params = { path: { id: category.id } };
  const { name, nameEn, order } = category;
  return (
    <li>
      <span>{name}</span>
      <span className="muted">{nameEn}</span>
      <span>
        <Checkbox
          checked={!category.isClosed}
          onChange={(event) =>
            edit.mutate({
              params,
              headers: ifMatch(category.version),
              body: { name, nameEn, order, isClosed: !event.target.checked },
            })
          }
        >
          {t('feedback.offered')}
        </Checkbox>
        <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={() => remove.mutate({ params })} />
      </span>
    </li>
  );
}
