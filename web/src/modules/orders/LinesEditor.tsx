import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowOf } from '@/shared/api/types';
import { IconButton } from '@/shared/ui/IconButton';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useIsPhone } from '@/shared/ui/media';
import type { Order } from './OrderDrawer';
import s from './OrderForm.module.css';

/** The lines of an order. Enter goes to the same field of the next line, and after the last one makes another. */
export function LinesEditor({ order }: { order: Order | undefined }) {
  const { t } = useTranslation(['orders', 'shared']);
  const form = Form.useFormInstance();
  const isPhone = useIsPhone();
  const place = useRef<HTMLDivElement>(null);
  const rows = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const label = (key: 'quantity' | 'price' | 'discount', i: number) => t('ofLine', { field: t(key), line: i + 1 });

  return (
    <Form.List name="lines">
      {(fields, { add, remove }, { errors }) => {
        const addLine = () => {
          add({});
          // Once the line is on screen.
          setTimeout(() => rows().at(-1)?.querySelector('input')?.focus());
        };
        const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
          const target = event.target as HTMLElement;
          // In a picker Enter takes the option; with Ctrl it saves.
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !target.matches('input:not([role=combobox])'))
            return;
          event.preventDefault();
          const all = rows();
          const row = all.findIndex((line) => line.contains(target));
          const column = [...(all[row]?.querySelectorAll('input') ?? [])].indexOf(target as HTMLInputElement);
          const next = all[row + 1];
          if (next) next.querySelectorAll('input')[column]?.focus();
          else addLine();
        };
        return (
          <section className={s.lines} aria-label={t('linesTitle')}>
            <h2>{t('linesTitle')}</h2>
            <div className={s.head} aria-hidden="true">
              <span>{t('product')}</span>
              <span>{t('quantity')}</span>
              <span>{t('price')}</span>
              <span>{t('discount')}</span>
            </div>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter of the fields inside */}
            <div ref={place} onKeyDown={onKeyDown}>
              {fields.map(({ key, name }, i) => {
                const line = order?.lines.find((l) => l.productId === form.getFieldValue(['lines', name, 'productId']));
                return (
                  <div key={key} className={s.line} data-line={i}>
                    <Form.Item name={[name, 'productId']}>
                      <RemotePicker
                        path="/api/products"
                        query={{ active: 'true' }}
                        label={t('ofLine', { field: t('product'), line: i + 1 })}
                        placeholder={t('product')}
                        current={line && { id: line.productId, name: line.productName, number: line.productNumber }}
                        onChange={(_, row) => {
                          const product = row as RowOf<'/api/products'> | null;
                          if (!product) return;
                          const at = ['lines', name];
                          form.setFieldValue([...at, 'price'], product.listPrice);
                          if (!form.getFieldValue([...at, 'quantity'])) form.setFieldValue([...at, 'quantity'], '1');
                        }}
                      />
                    </Form.Item>
                    <Form.Item name={[name, 'quantity']}>
                      <NumberInput label={label('quantity', i)} placeholder={isPhone ? t('quantity') : undefined} />
                    </Form.Item>
                    <Form.Item name={[name, 'price']}>
                      <NumberInput label={label('price', i)} placeholder={isPhone ? t('price') : undefined} />
                    </Form.Item>
                    <Form.Item name={[name, 'discount']}>
                      <RateInput label={label('discount', i)} placeholder={isPhone ? t('discount') : '0'} />
                    </Form.Item>
                    <IconButton
                      label={t('removeLine', { line: i + 1 })}
                      icon={<DeleteOutlined />}
                      onClick={() => remove(name)}
                    />
                  </div>
                );
              })}
            </div>
            <Form.ErrorList errors={errors} />
            <div className={s.foot}>
              <Button icon={<PlusOutlined />} onClick={addLine}>
                {t('addLine')}
              </Button>
              <kbd>{t('enterAddsLine')}</kbd>
            </div>
          </section>
        );
      }}
    </Form.List>
  );
}
