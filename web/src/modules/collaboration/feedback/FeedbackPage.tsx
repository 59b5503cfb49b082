import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from '../collaboration.module.css';
import { Categories } from './Categories';
import { CodeDrawer } from './CodeDrawer';
import { FeedbackDrawer } from './FeedbackDrawer';
import { FeedbackForm } from './FeedbackForm';
import { states, stateTones, useCategoryName } from './words';

type Row = RowOf<'/api/feedback'>;

const columns = (
  t: TFunction<'collaboration'>,
  nameOf: ReturnType<typeof useCategoryName>,
  isAll: boolean,
): Column<Row>[] => [
  { key: 'text', title: t('feedback.text'), kind: 'name' },
  {
    key: 'categoryName',
    title: t('feedback.category'),
    width: 130,
    sortable: true,
    card: 'line',
    render: (row) => nameOf({ name: row.categoryName, nameEn: row.categoryNameEn }),
  },
  ...(isAll
    ? [
        {
          key: 'personName',
          title: t('feedback.by'),
          width: 110,
          sortable: true,
          card: 'line' as const,
          render: (row: Row) => row.personName ?? <span className="muted">{t('feedback.anonymous')}</span>,
        },
      ]
    : []),
  {
    key: 'state',
    title: t('feedback.stateTitle'),
    width: 100,
    sortable: true,
    card: 'line',
    render: (row) => <StatusTag tone={stateTones[row.state]}>{t(`feedback.state.${row.state}`)}</StatusTag>,
  },
  {
    key: 'day',
    title: t('feedback.day'),
    width: 110,
    sortable: true,
    card: 'none',
    render: (row) => <Day value={row.day} />,
  },
];

/** The box: give, with a name or without; look at what became of it; and for handlers, all of it. */
export default function FeedbackPage() {
  const { t } = useTranslation('collaboration');
  const handles = useCan('collaboration.feedback-handle');
  const nameOf = useCategoryName();
  const [asking, setAsking] = useState<'code' | 'categories' | null>(null);
  const { data: categories } = server.useQuery('get', '/api/feedback-categories');
  const boxes = ['Mine' as const, ...(handles ? (['All'] as const) : [])];
  const box = useBox(boxes, 'Mine');
  return (
    <>
      <ListPage
        key={box}
        path="/api/feedback"
        name={`feedback-${box}`}
        fixed={box === 'Mine' ? { mine: 'true' } : {}}
        title={t('feedback.title')}
        above={
          <Tabs
            label={t('feedback.boxes')}
            boxes={boxes}
            first="Mine"
            box={box}
            title={(one) => t(`feedback.box.${one}`)}
            extra={
              <>
                <Button type="link" className={s.plain} icon={<SearchOutlined />} onClick={() => setAsking('code')}>
                  {t('feedback.byCode')}
                </Button>
                {handles && <Link to="/feedback-figures">{t('feedback.figures')}</Link>}
                {handles && (
                  <Button type="link" className={s.plain} onClick={() => setAsking('categories')}>
                    {t('feedback.categories')}
                  </Button>
                )}
              </>
            }
          />
        }
        columns={columns(t, nameOf, box === 'All')}
        filters={[
          {
            kind: 'choice',
            name: 'category',
            label: t('feedback.category'),
            options: (categories?.items ?? []).map((one) => ({ value: one.id, label: nameOf(one) })),
          },
          {
            kind: 'choice',
            name: 'state',
            label: t('feedback.stateTitle'),
            options: states.map((state) => ({ value: state, label: t(`feedback.state.${state}`) })),
          },
        ]}
        searchHint={t('feedback.text')}
        empty={t(`feedback.empty.${box}`)}
        add={t('feedback.add')}
        canExport={handles}
        drawer={(id, close) => <FeedbackDrawer key={id} id={id} onClose={close} />}
        form={(_, close) => <FeedbackForm onClose={close} />}
      />
      {asking === 'code' && <CodeDrawer onClose={() => setAsking(null)} />}
      {asking === 'categories' && <Categories onClose={() => setAsking(null)} />}
    </>
  );
}
