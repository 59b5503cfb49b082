import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  PlusOutlined,
  StopOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { toast } from '@/shared/ui/toast';
import s from './fields.module.css';

export type OptionList = Reply<'/api/option-lists'>['items'][number];
type Values = Body<'/api/option-lists'>;
type Item = Values['items'][number];

interface OptionListFormProps {
  /** Null makes a new one. */
  list: OptionList | null;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function OptionListForm({ list, reload, onClose }: OptionListFormProps) {
  const { t } = useTranslation(['platform', 'shared']);
  const save = ({ name, nameEn, items }: Values) => {
    const body: Values = {
      name: name ?? '',
      nameEn: nameEn?.trim() || null,
      items: (items ?? []).map((item) => ({
        code: item.code ?? null,
        name: item.name ?? '',
        nameEn: item.nameEn?.trim() || null,
        isRetired: item.isRetired ?? false,
      })),
    };
    return list
      ? api.PUT('/api/option-lists/{id}', { params: { path: { id: list.id } }, body, headers: ifMatch(list.version) })
      : api.POST('/api/option-lists', { body });
  };
  return (
    <FormDrawer<Values>
      name="optionList"
      title={list ? t('fields.editOf', { name: list.name }) : t('lists.add')}
      initial={list ?? { items: [{ name: '', isRetired: false }] }}
      save={save}
      onSaved={() => toast.success(t('shared:form.saved'))}
      reload={list ? reload : undefined}
      onClose={() => onClose()}
    >
      <div className={s.pair}>
        <Form.Item name="name" label={t('lists.name')} required>
          <Input autoFocus={!list} autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('lists.nameEn')}>
          <Input autoComplete="off" maxLength={60} placeholder={t('fields.asChinese')} />
        </Form.Item>
      </div>
      <Items chosen={list?.items.filter(({ isChosen }) => isChosen).map(({ code }) => code) ?? []} />
    </FormDrawer>
  );
}

/** Items in their order. What records have can be retired and not taken out. */
function Items({ chosen }: { chosen: string[] }) {
  const { t } = useTranslation(['platform', 'shared']);
  const form = Form.useFormInstance();
  const items = Form.useWatch<Item[] | undefined>('items', form);
  return (
    <Form.Item label={t('lists.items')} extra={t('lists.itemsHelp')} required>
      <Form.List name="items">
        {(fields, { add, remove, move }) => (
          <>
            <ul className={s.items}>
              {fields.map(({ key, name }, i) => {
                const item = items?.[name];
                const line = i + 1;
                return (
                  <li key={key} data-retired={item?.isRetired ?? false}>
                    <Form.Item name={[name, 'name']}>
                      <Input autoComplete="off" maxLength={60} aria-label={t('lists.itemName', { line })} />
                    </Form.Item>
                    <Form.Item name={[name, 'nameEn']}>
                      <Input
                        autoComplete="off"
                        maxLength={60}
                        aria-label={t('lists.itemNameEn', { line })}
                        placeholder={t('lists.english')}
                      />
                    </Form.Item>
                    <span className={s.moves}>
                      <IconButton
                        label={t('lists.up', { line })}
                        icon={<ArrowUpOutlined />}
                        disabled={i === 0}
                        onClick={() => move(i, i - 1)}
                      />
                      <IconButton
                        label={t('lists.down', { line })}
                        icon={<ArrowDownOutlined />}
                        disabled={i === fields.length - 1}
                        onClick={() => move(i, i + 1)}
                      />
                      <IconButton
                        label={item?.isRetired ? t('lists.restoreItem', { line }) : t('lists.retireItem', { line })}
                        icon={item?.isRetired ? <UndoOutlined /> : <StopOutlined />}
                        onClick={() => form.setFieldValue(['items', name, 'isRetired'], !item?.isRetired)}
                      />
                      <IconButton
                        label={t('lists.removeItem', { line })}
                        icon={<DeleteOutlined />}
                        disabled={!!item?.code && chosen.includes(item.code)}
                        onClick={() => remove(name)}
                      />
                    </span>
                    <Form.Item name={[name, 'code']} hidden>
                      <Input />
                    </Form.Item>
                    <Form.Item name={[name, 'isRetired']} hidden>
                      <Input />
                    </Form.Item>
                  </li>
                );
              })}
            </ul>
            <Button icon={<PlusOutlined />} onClick={() => add({ name: '', isRetired: false })}>
              {t('lists.addItem')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
