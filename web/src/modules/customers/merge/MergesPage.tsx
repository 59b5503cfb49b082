import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { RowOf } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { CustomerNav } from '../CustomerNav';

type Row = RowOf<'/api/customer-merges'>;
type T = TFunction<'customers'>;

const columns = (t: T): Column<Row>[] => [
  { key: 'survivorName', title: t('merge.stays'), kind: 'name', sortable: true },
  { key: 'mergedName', title: t('merge.goes'), width: 220, sortable: true, card: 'line' },
  { key: 'mergedNumber', title: t('number'), width: 108, sortable: true, card: 'none' },
  { key: 'byName', title: t('merge.by'), width: 100, sortable: true, card: 'line' },
  { key: 'at', title: t('merge.at'), kind: 'instant', sortable: true, card: 'line' },
  { key: 'reason', title: t('merge.reasonShort'), width: 200, card: 'none' },
  {
    key: 'undoneAt',
    title: t('state'),
    width: 110,
    sortable: true,
    card: 'corner',
    render: (row) => (
      <StatusTag tone={row.undoneAt ? 'neutral' : 'good'}>{t(row.undoneAt ? 'merge.undone' : 'merge.holds')}</StatusTag>
    ),
  },
];

/** Which customers were merged, and making two of one again. */
export default function MergesPage() {
  const { t } = useTranslation('customers');
  const undo = server.useMutation('post', '/api/customer-merges/{id}/undo');
  const onUndo = async (row: Row) => {
    const question = {
      title: t('merge.undoAsk', { merged: row.mergedName, survivor: row.survivorName }),
      text: t('merge.undoText', { survivor: row.survivorName }),
      yes: t('merge.undo'),
      danger: true,
    };
    if (!(await confirmed(question))) return;
    const done = await undo.mutateAsync({ params: { path: { id: row.id } }, headers: ifMatch(row.version) });
    toast.success(
      t(done.stayedFields.length + done.gone > 0 ? 'merge.undidSome' : 'merge.undid', {
        count: done.returned,
        fields: done.stayedFields.length,
        gone: done.gone,
      }),
    );
  };
  return (
    <ListPage
      path="/api/customer-merges"
      name="customer-merges"
      title={t('merge.list')}
      above={<CustomerNav of="check" />}
      searchHint={t('search')}
      columns={columns(t)}
      filters={[
        {
          kind: 'choice',
          name: 'undone',
          label: t('state'),
          options: [
            { value: 'false', label: t('merge.holds') },
            { value: 'true', label: t('merge.undone') },
          ],
        },
      ]}
      empty={t('merge.none')}
      open={(row) => `/customers/${row.survivorId}`}
      actions={(row) =>
        row.canUndo
          ? [{ key: 'undo', label: t('merge.undo'), danger: true, onClick: () => onUndo(row).catch(() => undefined) }]
          : []
      }
      add={null}
    />
  );
}
