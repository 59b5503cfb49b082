import { PhoneOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Day } from '@/shared/ui/figures/Texts';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { CustomerNav } from '../CustomerNav';
import { GradeChip } from '../grading/GradeChip';
import { DoneForm } from './CareForms';
import s from './care.module.css';
import { type CareRow, useCareWords } from './words';

const most = 200;

/** Whom today: my duties that are overdue, due today and due this week; each is done with two taps. */
export function MyCare() {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const [closing, setClosing] = useState<CareRow | null>(null);
  const { data, error, refetch } = server.useQuery('get', '/api/care-items', {
    params: { query: { mine: true, due: 'Week', size: most, sort: 'dueOn' } },
  });
  const groups = [
    { key: 'Overdue', rows: data?.items.filter((row) => row.isOverdue) },
    { key: 'Today', rows: data?.items.filter((row) => row.dueOn === company.today) },
    { key: 'Week', rows: data?.items.filter((row) => row.dueOn > company.today) },
  ] as const;
  return (
    <>
      <PageHead title={t('care.title')} actions={<Link to="/care?state=Open">{t('care.all')}</Link>} />
      <CustomerNav of="care" />
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.total === 0 && <EmptyState text={t('care.noneDue')} />}
      {groups.map(({ key, rows }) =>
        rows?.length ? (
          <Panel key={key} title={t(`care.groups.${key}`)} note={rows.length} className={s.group}>
            <ul className={s.mine} aria-label={t(`care.groups.${key}`)}>
              {rows.map((row) => (
                <Mine key={row.id} row={row} onDone={() => setClosing(row)} />
              ))}
            </ul>
          </Panel>
        ) : null,
      )}
      {closing && <DoneForm care={closing} onClose={() => setClosing(null)} />}
    </>
  );
}

function Mine({ row, onDone }: { row: CareRow; onDone: () => void }) {
  const { t } = useTranslation('customers');
  const words = useCareWords();
  return (
    <li>
      <div>
        <Link to={`/care?open=${row.id}`}>{row.customerName}</Link>
        <small>
          {row.grade && <GradeChip grade={row.grade} />} {words.kind(row.kind)}
          {row.contactName && ` · ${row.contactName}`} · <Day value={row.dueOn} />
        </small>
      </div>
      {row.phone && !row.phone.includes('****') && (
        <a href={`tel:${row.phone}`} aria-label={t('care.call', { name: row.customerName })} className={s.call}>
          <PhoneOutlined />
        </a>
      )}
      <Button aria-label={t('care.finishOf', { name: row.customerName })} onClick={onDone}>
        {t('care.finish')}
      </Button>
    </li>
  );
}
