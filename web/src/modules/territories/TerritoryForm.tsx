import { AutoComplete, Form, Input, InputNumber, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { type Territory, treeOf, withoutBranch } from './tree';

type Values = Body<'/api/territories'>;

interface TerritoryFormProps {
  /** Absent: a new one is made. */
  territory?: Reply<'/api/territories/{id}'>;
  /** Where the new one goes unless told otherwise. */
  parent?: string;
  all: Territory[];
  reload?: () => Promise<unknown>;
  onClose: () => void;
}

/** One form adds, renames, moves and orders a territory. */
export function TerritoryForm({ territory, parent, all, reload, onClose }: TerritoryFormProps) {
  const { t } = useTranslation('territories');
  const add = server.useMutation('post', '/api/territories', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/territories/{id}', { meta: { quiet: true } });
  const siblings = all.filter((one) => (one.parentId ?? null) === (parent ?? null));
  const offered = (['geography', 'accounts', 'industry', 'channel'] as const).map((kind) => t(`kinds.${kind}`));
  const kinds = [...new Set([...offered, ...all.flatMap((one) => one.kind ?? [])])];
  const last = Math.max(-1, ...siblings.map(({ order }) => order));

  const save = (values: Values) => {
    const body = {
      ...values,
      name: values.name ?? '',
      kind: values.kind || null,
      parentId: values.parentId ?? null,
      order: values.order ?? 0,
    };
    return territory
      ? edit.mutateAsync({ params: { path: { id: territory.id } }, body, headers: ifMatch(territory.version) })
      : add.mutateAsync({ body });
  };
  return (
    <FormDrawer<Values>
      name="territory"
      title={territory ? t('edit', { name: territory.name }) : t('create')}
      width={480}
      initial={territory ?? { parentId: parent ?? null, order: last + 1 }}
      save={save}
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} required>
        <Input autoFocus={!territory} />
      </Form.Item>
      {!territory && (
        <Form.Item name="number" label={t('number')}>
          <Input placeholder={t('numberHint')} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="kind" label={t('kind')} extra={t('kindHelp')}>
        <AutoComplete options={kinds.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name="parentId" label={t('parent')} extra={t('parentHelp')}>
        <TreeSelect
          allowClear
          treeDefaultExpandAll
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeData={withoutBranch(treeOf(all), territory?.id)}
          placeholder={t('top')}
        />
      </Form.Item>
      <Form.Item name="order" label={t('order')} extra={t('orderHelp')}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
    </FormDrawer>
  );
}
