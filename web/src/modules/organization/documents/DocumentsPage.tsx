import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { DocumentForm } from './DocumentForm';
import s from './documents.module.css';
import { Policies } from './Policies';
import { DocumentStateTag, documentStates } from './states';

/** The library: every rule that binds the reader or those he leads, and the duties of every position. */
export default function DocumentsPage() {
  const { t } = useTranslation('organization');
  const navigate = useNavigate();
  const [policies, setPolicies] = useState(false);
  const mayEdit = useCan('organization.documents-edit');
  const columns: Column<RowOf<'/api/documents'>>[] = [
    { key: 'title', title: t('documents.title'), kind: 'name', sortable: true },
    { key: 'kind', title: t('documents.kind'), width: 150, render: ({ kind }) => t(`documents.kinds.${kind}`) },
    { key: 'edition', title: t('documents.edition'), kind: 'number', sortable: true, card: 'none' },
    {
      key: 'state',
      title: t('documents.state'),
      width: 110,
      render: ({ state }) => <DocumentStateTag state={state} />,
    },
    { key: 'unitName', title: t('documents.unit'), width: 150, sortable: true, card: 'none' },
    { key: 'publishedAt', title: t('documents.publishedAt'), kind: 'instant', sortable: true },
    { key: 'reviewOn', title: t('documents.reviewOn'), kind: 'day', sortable: true, optional: true, card: 'none' },
    { key: 'reviewedOn', title: t('documents.reviewedOn'), kind: 'day', sortable: true, card: 'none' },
  ];
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'kind',
      label: t('documents.kind'),
      options: (['Rule', 'Position'] as const).map((value) => ({ value, label: t(`documents.kinds.${value}`) })),
    },
    ...(mayEdit
      ? [
          {
            kind: 'choice' as const,
            name: 'state',
            label: t('documents.state'),
            options: documentStates.map((value) => ({ value, label: t(`documents.states.${value}`) })),
          },
        ]
      : []),
  ];
  return (
    <>
      <ListPage
        path="/api/documents"
        name="documents"
        title={t('documents.library')}
        searchHint={t('documents.search')}
        columns={columns}
        filters={filters}
        empty={t('documents.empty')}
        add={mayEdit ? t('documents.create') : null}
        canExport
        sum={<Link to="/my-documents">{t('documents.mine')}</Link>}
        above={
          mayEdit && (
            <Button type="link" size="small" className={s.policies} onClick={() => setPolicies(true)}>
              {t('documents.policies')}
            </Button>
          )
        }
        open={({ id }) => `/documents/${id}`}
        form={(_, close) =>
          mayEdit && <DocumentForm onClose={(saved) => (saved ? navigate(`/documents/${saved}`) : close())} />
        }
      />
      {policies && <Policies onClose={() => setPolicies(false)} />}
    </>
  );
}
