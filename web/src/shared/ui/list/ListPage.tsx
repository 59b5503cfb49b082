import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ListPath } from '@/shared/api/types';
import { useOpenRecord } from '../form/useOpenRecord';
import { useIsPhone } from '../media';
import { PageHead } from '../PageHead';
import { DataTable, type DataTableProps } from './DataTable';

interface ListPageProps<P extends ListPath> extends Omit<DataTableProps<P>, 'label' | 'create'> {
  title: string;
  /** The button that makes a new one; null for whoever may not. */
  add: string | null;
  /** The button that leads to the import of this kind; null for whoever may not. */
  bring?: { kind: string; label: string } | null;
  /** One line above the cards of a phone, where the table's last row does not fit. */
  sum?: ReactNode;
  /** Between title and list: tabs. */
  above?: ReactNode;
  /** The record that is open, `?open=…`; `edit` opens its form. */
  drawer?: (id: string, close: () => void, edit: (id: string) => void) => ReactNode;
  /** The form that is open, `?edit=…`: "new", or a record's id. Given the id of what it saved, closing it opens that. */
  form?: (id: string, close: (saved?: string) => void) => ReactNode;
}

/** A page that is one list: title, import, a new one; the record and its form over it. All of it in the URL. */
export function ListPage<P extends ListPath>({
  title,
  add,
  bring,
  sum,
  above,
  drawer,
  form,
  ...table
}: ListPageProps<P>) {
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const [, setSearch] = useSearchParams();
  const record = useOpenRecord();
  const editing = useOpenRecord('edit');
  const create = add ? { label: add, onClick: () => editing.open('new') } : undefined;
  // One step of the address: the form goes, and what it saved is open. Two would undo each other.
  const closeForm = (saved?: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete('edit');
        if (saved) next.set('open', saved);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHead
        title={title}
        actions={
          <>
            {bring && !isPhone && (
              <Button icon={<ImportOutlined />} onClick={() => navigate(`/imports/new?kind=${bring.kind}`)}>
                {bring.label}
              </Button>
            )}
            {create && (
              <Button type="primary" icon={<PlusOutlined />} onClick={create.onClick} aria-label={create.label}>
                {!isPhone && create.label}
              </Button>
            )}
          </>
        }
      />
      {above}
      {isPhone && sum && (
        <p className="muted" style={{ marginBottom: 8 }}>
          {sum}
        </p>
      )}
      <DataTable<P>
        open={drawer && ((row) => record.to((row as { id: string }).id))}
        {...(table as unknown as DataTableProps<P>)}
        label={title}
        create={create}
      />
      {/* What was opened, begun or shown of one record is not that of the next. */}
      {record.id && <Fragment key={record.id}>{drawer?.(record.id, record.close, editing.open)}</Fragment>}
      {editing.id && form?.(editing.id, closeForm)}
    </>
  );
}
