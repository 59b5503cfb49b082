import { Form, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import type { RowOf } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { toast } from '@/shared/ui/toast';
import { CustomerNav } from '../CustomerNav';
import { reasonText } from '../Duplicates';

type Row = RowOf<'/api/customer-duplicates'>;
type Side = Row['one'];
type T = TFunction<'customers'>;

const side = (one: Side) => (
  <>
    <Link to={`/customers/${one.id}`}>{one.name}</Link>{' '}
    <span className="muted">{[one.number, one.city, one.ownerName].filter(Boolean).join(' · ')}</span>
  </>
);

const columns = (t: T): Column<Row>[] => [
  { key: 'one', title: t('pairs.one'), width: 320, render: (row) => side(row.one) },
  { key: 'other', title: t('pairs.other'), width: 320, card: 'line', render: (row) => side(row.other) },
  { key: 'why', title: t('pairs.why'), width: 220, card: 'line', render: (row) => reasonText(row.reasons, t) },
  { key: 'dismissed', title: t('pairs.reason'), width: 180, card: 'line' },
];

/** Customers who may be one: merged from here, or found to be two. */
export default function PairsPage() {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const [dismissing, setDismissing] = useState<Row | null>(null);
  const dismiss = server.useMutation('post', '/api/customer-duplicates/dismiss', { meta: { quiet: true } });
  const put = (row: Row, reason: string | null) =>
    dismiss.mutateAsync({
      body: { oneId: row.one.id, otherId: row.other.id, reason, restore: reason === null },
    });
  return (
    <>
      <ListPage
        path="/api/customer-duplicates"
        name="customer-duplicates"
        title={t('pairs.title')}
        above={<CustomerNav of="check" />}
        searchHint={t('name')}
        columns={columns(t)}
        filters={[
          {
            kind: 'choice',
            name: 'dismissed',
            label: t('state'),
            options: [
              { value: 'false', label: t('pairs.open') },
              { value: 'true', label: t('pairs.dismissed') },
            ],
          },
        ]}
        empty={t('pairs.none')}
        totals={({ left }) => (left > 0 ? { one: t('pairs.left', { count: left }) } : undefined)}
        actions={(row) => [
          {
            key: 'merge',
            label: t('pairs.merge'),
            onClick: () => navigate(`/customers/${row.one.id}/merge?with=${row.other.id}`),
          },
          row.dismissed
            ? { key: 'restore', label: t('pairs.restore'), onClick: () => put(row, null).catch(() => undefined) }
            : { key: 'dismiss', label: t('pairs.dismiss'), onClick: () => setDismissing(row) },
        ]}
        add={null}
      />
      {dismissing && (
        <FormDrawer<{ reason: string }>
          name="dismissPair"
          title={t('pairs.dismiss')}
          save={({ reason }) => put(dismissing, reason ?? '')}
          onSaved={() => toast.success(t('pairs.saved'))}
          onClose={() => setDismissing(null)}
          width={440}
        >
          <Form.Item name="reason" label={t('pairs.dismissAsk')} required>
            <Input autoFocus maxLength={200} />
          </Form.Item>
        </FormDrawer>
      )}
    </>
  );
}
