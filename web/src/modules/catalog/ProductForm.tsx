import { AutoComplete, Form, Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { useLines } from './ProductsPage';
import { UnitPriceInput } from './unitPrice';

type Product = Reply<'/api/products/{id}'>;
type Values = Body<'/api/products'>;

const complete = (values: Values): Values => ({
  ...values,
  name: values.name ?? '',
  unit: values.unit ?? '',
  listPrice: values.listPrice ?? '',
  costPrice: values.costPrice || null,
});

function Fields({ isNew }: { isNew?: boolean }) {
  const { t } = useTranslation('catalog');
  const { company } = useSession();
  const lines = useLines();
  const seesCosts = useCan('catalog.costs');
  return (
    <>
      <Form.Item name="name" label={t('name')} required>
        <Input autoFocus={isNew} />
      </Form.Item>
      {isNew && (
        <Form.Item name="number" label={t('number')}>
          <Input placeholder={t('numberHint')} />
        </Form.Item>
      )}
      <Form.Item name="line" label={t('line')}>
        <AutoComplete
          options={lines.map((line) => ({ value: line }))}
          showSearch={{ filterOption: (typed, option) => !!option?.value.includes(typed) }}
        />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')} required>
        <Input placeholder={t('unitHint')} />
      </Form.Item>
      <Form.Item name="listPrice" label={t('listPrice')} extra={t('listPriceHelp')} rules={[{ required: true }]}>
        <UnitPriceInput unit={company.currency} />
      </Form.Item>
      {seesCosts && (
        <Form.Item name="costPrice" label={t('costPrice')} extra={t('costPriceHelp')}>
          <UnitPriceInput unit={company.currency} />
        </Form.Item>
      )}
      <Form.Item name="isActive" label={t('onSale')} extra={t('onSaleHelp')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}

export function AddProduct({ onClose }: { onClose: (saved?: string) => void }) {
  const { t } = useTranslation('catalog');
  const add = server.useMutation('post', '/api/products', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="product"
      title={t('create')}
      initial={{ isActive: true }}
      save={(values) => add.mutateAsync({ body: complete(values) })}
      onClose={onClose}
    >
      <Fields isNew />
    </FormDrawer>
  );
}

interface EditProductProps {
  product: Product;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function EditProduct({ product, reload, onClose }: EditProductProps) {
  const { t } = useTranslation('catalog');
  const edit = server.useMutation('put', '/api/products/{id}', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="product"
      title={t('edit', { name: product.name })}
      initial={product}
      save={(values) =>
        edit.mutateAsync({
          params: { path: { id: product.id } },
          body: complete(values),
          headers: ifMatch(product.version),
        })
      }
      reload={reload}
      onClose={onClose}
    >
      <Fields />
    </FormDrawer>
  );
}
