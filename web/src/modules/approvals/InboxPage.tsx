import { Button, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Amount, Instant } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { ApprovalDrawer } from './ApprovalDrawer';
import s from './approvals.module.css';
import { Since } from './Duration';
import { RequestForm } from './RequestForm';
import { boxes, stateTones, useMatterName } from './words';

type Row = RowOf<'/api/approvals'>;

const columns = (
  t: TFunction<'approvals'>,
  matterName: ReturnType<typeof useMatterName>,
  kindName: (code: string) => string | undefined,
  waiting: boolean,
): Column<Row>[] => [
  { key: 'title', title: t('subjectTitle'), kind: 'name', sortable: true },
  { key: 'number', title: t('number'), width: 104, sortable: true, card: 'none' },
  {
    key: 'matterName',
    title: t('matter'),
    width: 120,
    sortable: true,
    card: 'none',
    render: (row) => matterName(row) ?? kindName(row.kind) ?? '–',
  },
  { key: 'applicantName', title: t('applicant'), width: 100, sortable: true, card: 'line' },
  { key: 'unitName', title: t('unit'), width: 130, sortable: true, card: 'none' },
  { key: 'amount', title: t('amount'), kind: 'money', sortable: true, render: (row) => <Amount value={row.amount} /> },
  {
    key: 'state',
    title: t('stateTitle'),
    width: 96,
    sortable: true,
    // What waits is open: it need not say so.
    optional: waiting,
    card: 'line',
    render: (row) => <StatusTag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</StatusTag>,
  },
  {
    key: 'withName',
    title: t('with'),
    width: 170,
    sortable: true,
    card: 'line',
    render: (row) => <With row={row} />,
  },
  {
    key: 'submittedAt',
    title: t('submittedAt'),
    kind: 'instant',
    sortable: true,
    card: 'none',
    render: (row) => <Instant value={row.submittedAt} />,
  },
];

/** With whom it is, and for how long; red when its time is over. */
function With({ row }: { row: Row }) {
  const { t } = useTranslation('approvals');
  if (!row.withName) return <span className="muted">–</span>;
  const isLate = !!row.dueAt && Date.parse(row.dueAt) < Date.now();
  return (
    <span className={isLate ? s.late : undefined}>
      {row.with > 1 ? t('withMany', { name: row.withName, count: row.with }) : row.withName}{' '}
      <span className={isLate ? undefined : 'muted'}>
        <Since at={row.since} />
      </span>
    </span>
  );
}

export default function InboxPage() {
  const { t } = useTranslation('approvals');
  const maySubmit = useCan('approvals.submit');
  const maySeeAll = useCan('approvals.read-all');
  const matterName = useMatterName();
  const { data: counts } = server.useQuery('get', '/api/approvals/counts');
  const { data: matters } = server.useQuery('get', '/api/approval-matters');
  const tabs = maySeeAll ? ([...boxes, 'All'] as const) : boxes;
  const box = useBox(tabs, 'Todo');
  const kinds = matters?.kinds ?? [];
  const kindName = (code: string) => kinds.find((one) => one.code === code)?.name;
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'kind',
      label: t('kind'),
      options: kinds.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      kind: 'choice',
      name: 'matter',
      label: t('matter'),
      options: (matters?.items ?? []).map((m) => ({
        value: m.id,
        label: matterName({ matterName: m.name, matterNameEn: m.nameEn }) ?? '',
      })),
    },
    ...(box === 'Todo'
      ? []
      : [
          {
            kind: 'choice' as const,
            name: 'state',
            label: t('stateTitle'),
            options: (['Open', 'Approved', 'Refused', 'Returned', 'Withdrawn'] as const).map((state) => ({
              value: state,
              label: t(`state.${state}`),
            })),
          },
        ]),
    { kind: 'choice', name: 'late', label: t('late'), options: [{ value: 'true', label: t('onlyLate') }] },
    { kind: 'days', name: '', label: t('submittedAt') },
  ];
  return (
    <ListPage
      // Each tab is a list of its own: nothing selected or searched in one holds in another.
      key={box}
      path="/api/approvals"
      name="approvals"
      fixed={{ box }}
      title={t('title')}
      above={
        <Tabs
          label={t('boxes')}
          boxes={tabs}
          first="Todo"
          box={box}
          title={(one) => t(`box.${one}`)}
          count={{ Todo: counts?.todo, Mine: counts?.returned, Copied: counts?.copied }}
        />
      }
      columns={columns(t, matterName, kindName, box === 'Todo')}
      filters={filters}
      searchHint={t('searchHint')}
      empty={t(`empty.${box}`)}
      add={maySubmit ? t('add') : null}
      canExport
      batch={box === 'Todo' ? (rows, done) => <DecideMany rows={rows} onDone={done} /> : undefined}
      drawer={(id, close, edit) => <ApprovalDrawer key={id} id={id} onEdit={edit} onClose={close} />}
      form={(id, close) => <RequestForm id={id} onClose={close} />}
    />
  );
}

/** Many at once: approved with one word; what can't be is said. */
function DecideMany({ rows, onDone }: { rows: Row[]; onDone: () => void }) {
  const { t } = useTranslation('approvals');
  const [comment, setComment] = useState('');
  const decide = server.useMutation('post', '/api/approvals/decide');
  const send = () =>
    decide.mutate(
      {
        body: {
          items: rows.map(({ id, round }) => ({ id, round })),
          approve: true,
          comment: comment || undefined,
        },
      },
      {
        onSuccess: ({ decided, items }) => {
          const left = items.length - decided;
          if (left > 0) toast.error(t('decidedSome', { decided, left }));
          else toast.success(t('decidedAll', { decided }));
          onDone();
        },
      },
    );
  return (
    <>
      <Input
        style={{ width: 220 }}
        aria-label={t('comment')}
        placeholder={t('commentHint')}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <Button type="primary" loading={decide.isPending} onClick={send}>
        {t('approveMany', { count: rows.length })}
      </Button>
    </>
  );
}
