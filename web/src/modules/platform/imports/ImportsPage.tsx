import { ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RowOf } from '@/shared/api/types';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { PageHead } from '@/shared/ui/PageHead';
import { ImportStateTag, importStates, useImportKinds } from './states';

/** The caller's imports; a running one goes on whether anybody looks or not. */
export default function ImportsPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const { kinds, kindOf } = useImportKinds();
  const mayImport = !!kinds?.length;
  const columns: Column<RowOf<'/api/imports'>>[] = [
    { key: 'fileName', title: t('imports.file'), kind: 'name', sortable: true },
    {
      key: 'kind',
      title: t('imports.kind'),
      width: 120,
      sortable: true,
      render: (row) => kindOf(row.kind)?.title ?? row.kind,
    },
    {
      key: 'state',
      title: t('imports.state'),
      width: 140,
      sortable: true,
      render: (row) => <ImportStateTag state={row.state} />,
    },
    { key: 'total', title: t('imports.lines'), kind: 'number', card: 'none' },
    { key: 'written', title: t('imports.written'), kind: 'number', card: 'none' },
    { key: 'faultCount', title: t('imports.faultCount'), kind: 'number', card: 'none' },
    { key: 'login', title: t('imports.by'), width: 110, card: 'none' },
    { key: 'uploadedAt', title: t('imports.uploadedAt'), kind: 'instant', sortable: true },
  ];
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'kind',
      label: t('imports.kind'),
      options: (kinds ?? []).map(({ kind, title }) => ({ value: kind, label: title })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: t('imports.state'),
      options: importStates.map((state) => ({ value: state, label: t(`imports.states.${state}`) })),
    },
  ];
  const create = mayImport ? { label: t('imports.new'), onClick: () => navigate('/imports/new') } : undefined;
  return (
    <>
      <PageHead
        title={t('imports.title')}
        actions={
          create && (
            <Button type="primary" icon={<ImportOutlined />} onClick={create.onClick}>
              {create.label}
            </Button>
          )
        }
      />
      <DataTable
        path="/api/imports"
        name="imports"
        label={t('imports.title')}
        searchHint={t('imports.search')}
        columns={columns}
        filters={filters}
        empty={kinds?.length === 0 ? t('imports.notAllowed') : t('imports.empty')}
        open={(row) => `/imports/${row.id}`}
        create={create}
      />
    </>
  );
}
