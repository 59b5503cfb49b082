import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/shared/api/client';
import { reordered } from '@/shared/reordered';
import { useLanguage } from '@/shared/text/language';
import { confirmed } from '@/shared/ui/confirm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { IconButton } from '@/shared/ui/IconButton';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import type { Field, Subject } from './fields';
import { ruleText, said } from './fields';
import s from './fields.module.css';
import { useAskable } from './useAskable';

interface FieldListProps {
  subject: Subject;
  fields: Field[];
  onEdit: (id: string) => void;
  onAdd: () => void;
}

/** The fields in the order of the form; the retired ones below. Buttons instead of dragging: they work with keys and on a phone. */
export function FieldList({ subject, fields, onEdit, onAdd }: FieldListProps) {
  const { t } = useTranslation(['platform', 'shared']);
  const language = useLanguage();
  const asked = useAskable(subject, fields);
  const active = fields.filter(({ isRetired }) => !isRetired);
  const retired = fields.filter(({ isRetired }) => isRetired);
  const deed = useMutation({ mutationFn: (work: () => Promise<unknown>) => work() });

  const move = (at: number, step: -1 | 1) => {
    const ids = reordered(
      active.map(({ id }) => id),
      at,
      at + step,
    );
    deed.mutate(() => api.POST('/api/custom-fields/order', { body: { subject: subject.code, fields: ids } }));
  };
  const change = ({ id, version }: Field, to: 'retire' | 'restore') =>
    deed.mutate(() =>
      api.POST(`/api/custom-fields/{id}/${to}`, { params: { path: { id } }, headers: ifMatch(version) }),
    );
  const retire = async (field: Field) => {
    const question = { title: t('fields.retireAsk', { name: field.name }), text: t('fields.retireText') };
    if (await confirmed({ ...question, yes: t('fields.retire') })) change(field, 'retire');
  };
  const remove = async ({ id, name }: Field) => {
    if (!(await confirmed({ title: t('fields.removeAsk', { name }), yes: t('shared:remove'), danger: true }))) return;
    deed.mutate(async () => {
      await api.DELETE('/api/custom-fields/{id}', { params: { path: { id } } });
      toast.success(t('fields.removed', { name }));
    });
  };

  const row = (field: Field, at: number) => (
    <li key={field.id} data-retired={field.isRetired}>
      <div className={s.field}>
        <button type="button" onClick={() => onEdit(field.id)}>
          {said(language, field.name, field.nameEn)}
        </button>
        <small>
          {[
            t(`fields.kinds.${field.kind}`),
            field.listName,
            field.code,
            field.section && said(language, field.section, field.sectionEn),
            field.required && ruleText(t, field.required, asked),
            t('fields.records', { count: field.records }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {field.isSensitive && <StatusTag tone="warning">{t('fields.isSensitive')}</StatusTag>}
        {field.isRetired && <StatusTag tone="neutral">{t('fields.retired')}</StatusTag>}
      </div>
      {!field.isRetired && (
        <span className={s.moves}>
          <IconButton
            label={t('fields.up', { name: field.name })}
            icon={<ArrowUpOutlined />}
            disabled={at === 0 || deed.isPending}
            onClick={() => move(at, -1)}
          />
          <IconButton
            label={t('fields.down', { name: field.name })}
            icon={<ArrowDownOutlined />}
            disabled={at === active.length - 1 || deed.isPending}
            onClick={() => move(at, 1)}
          />
        </span>
      )}
      <RowMenu
        actions={() => [
          { key: 'edit', label: t('fields.edit'), onClick: () => onEdit(field.id) },
          field.isRetired
            ? { key: 'restore', label: t('fields.restore'), onClick: () => change(field, 'restore') }
            : { key: 'retire', label: t('fields.retire'), onClick: () => retire(field) },
          ...(field.can.includes('delete')
            ? [{ key: 'remove', label: t('shared:remove'), danger: true, onClick: () => remove(field) }]
            : []),
        ]}
      />
    </li>
  );
  return (
    <Panel title={t('fields.own')} note={t('fields.ownNote', { count: active.length })}>
      {fields.length === 0 && (
        <EmptyState text={t('fields.empty')} action={<Button onClick={onAdd}>{t('fields.add')}</Button>} />
      )}
      <ul className={s.rows}>
        {active.map(row)}
        {retired.map(row)}
      </ul>
    </Panel>
  );
}
