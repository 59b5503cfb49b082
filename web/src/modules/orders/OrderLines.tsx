import { useTranslation } from 'react-i18next';
import { grouped, signOf } from '@/shared/format/decimal';
import { Amount, Dash, Percent } from '@/shared/ui/figures/Texts';
import { useIsPhone } from '@/shared/ui/media';
import type { Order } from './OrderDrawer';
import s from './OrderDrawer.module.css';

export function OrderLines({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const isPhone = useIsPhone();
  const discount = (rate: string) => (signOf(rate) === 0 ? <Dash /> : <Percent value={rate} />);
  return (
    <section className={s.part}>
      <h2>{t('lines', { count: order.lines.length })}</h2>
      {isPhone ? (
        <ul className={s.cards}>
          {order.lines.map((line) => (
            <li key={line.line}>
              <span>{line.productName}</span>
              <span className="muted number">
                {`${grouped(line.quantity)} ${line.unit} × ${grouped(line.price)}`}
                {signOf(line.discount) !== 0 && (
                  <>
                    {' '}
                    · {t('discount')} {discount(line.discount)}
                  </>
                )}
              </span>
              <Amount value={line.amount} />
            </li>
          ))}
        </ul>
      ) : (
        <div className={s.scroll}>
          <table className={s.table} aria-label={t('lines', { count: order.lines.length })}>
            <thead>
              <tr>
                <th scope="col" data-text="true">
                  {t('product')}
                </th>
                <th scope="col">{t('quantity')}</th>
                <th scope="col" data-text="true">
                  {t('measure')}
                </th>
                <th scope="col">{t('price')}</th>
                <th scope="col">{t('discount')}</th>
                <th scope="col">{t('amount')}</th>
              </tr>
            </thead>
            <tbody>
              {order.lines.map((line) => (
                <tr key={line.line}>
                  <td data-text="true" className={s.product} title={`${line.productName} ${line.productNumber}`}>
                    {line.productName} <span className="muted">{line.productNumber}</span>
                  </td>
                  <td className="number">{grouped(line.quantity)}</td>
                  <td data-text="true">{line.unit}</td>
                  <td className="number">{grouped(line.price)}</td>
                  <td>{discount(line.discount)}</td>
                  <td>
                    <Amount value={line.amount} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td data-text="true" colSpan={5}>
                  {t('total')}
                </td>
                <td>
                  <Amount value={order.amount} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}
