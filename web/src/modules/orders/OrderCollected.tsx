import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { signOf } from '@/shared/format/decimal';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import s from './OrderDrawer.module.css';

/** What came in on an order, and what is open. */
export function OrderCollected({ orderId }: { orderId: string }) {
  const { t } = useTranslation('orders');
  const mayBook = useCan('collections.edit');
  const { data: sums } = server.useQuery('get', '/api/orders/{id}/collected', { params: { path: { id: orderId } } });
  const { data: receipts } = server.useQuery('get', '/api/receipts', {
    params: { query: { order: orderId, size: 50 } },
  });
  return (
    <section className={s.part}>
      <h2>
        {t('receipts')}
        {mayBook && sums && signOf(sums.open) > 0 && (
          <Link to={`/receipts?order=${orderId}&edit=new`}>{t('bookReceipt')}</Link>
        )}
      </h2>
      {sums && (
        <dl className={s.sums}>
          <div>
            <dt>{t('collected')}</dt>
            <dd>
              <Amount value={sums.collected} />
            </dd>
          </div>
          <div>
            <dt>{t('open')}</dt>
            <dd>
              <Amount value={sums.open} />
            </dd>
          </div>
        </dl>
      )}
      {receipts && receipts.items.length > 0 && (
        <table className={s.table} aria-label={t('receipts')}>
          <tbody>
            {receipts.items.map((receipt) => (
              <tr key={receipt.id}>
                <td data-text="true">
                  <Link to={`/receipts?order=${orderId}&open=${receipt.id}`}>{receipt.number}</Link>
                </td>
                <td data-text="true">
                  <Day value={receipt.receivedOn} />
                </td>
                <td data-text="true">{t(`method.${receipt.method}`)}</td>
                <td>
                  <Amount value={receipt.amount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
