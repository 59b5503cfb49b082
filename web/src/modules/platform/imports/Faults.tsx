import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { Dash } from '@/shared/ui/figures/Texts';
import { Pager } from '@/shared/ui/list/Pager';
import { Panel } from '@/shared/ui/Panel';
import s from './imports.module.css';
import { download, type Import } from './states';

const firstPage = { page: 1, size: 20, sort: '', q: '', filters: {} };

/** What is wrong, cell by cell, in the words of the file: its lines, its headings. */
export function Faults({ of }: { of: Import }) {
  const { t } = useTranslation('platform');
  const [state, setState] = useState(firstPage);
  const { data } = server.useQuery(
    'get',
    '/api/imports/{id}/faults',
    { params: { path: { id: of.id }, query: { page: state.page, size: state.size } } },
    { placeholderData: keepPreviousData },
  );
  const save = useMutation({
    mutationFn: () => download(`/api/imports/${of.id}/faults/export?format=xlsx`, 'faults.xlsx'),
  });
  return (
    <Panel
      className={`${s.wide} ${s.faults}`}
      title={t('imports.faults.title')}
      note={
        data && of.faultCount > data.total
          ? t('imports.faults.more', { shown: data.total, all: of.faultCount })
          : t('imports.faults.note', { count: of.faultCount })
      }
      extra={
        <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate()}>
          {t('imports.faults.save')}
        </Button>
      }
    >
      <table className={s.table} aria-label={t('imports.faults.title')}>
        <thead>
          <tr>
            <th data-figure="true">{t('imports.faults.line')}</th>
            <th>{t('imports.faults.column')}</th>
            <th>{t('imports.faults.value')}</th>
            <th>{t('imports.faults.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.items.map((fault) => (
            <tr key={`${fault.line} ${fault.column} ${fault.code}`}>
              <td data-figure="true" className="number">
                {fault.line}
              </td>
              <td>{fault.heading ?? fault.column ?? <Dash />}</td>
              <td title={fault.value ?? undefined}>{fault.value || <Dash />}</td>
              <td>{fault.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data && data.total > state.size && (
        <Pager state={state} total={data.total} onChange={(change) => setState({ ...state, page: 1, ...change })} />
      )}
    </Panel>
  );
}
