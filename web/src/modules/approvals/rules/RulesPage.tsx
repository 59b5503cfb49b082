import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ifMatch, server } from '@/shared/api/client';
import { reordered } from '@/shared/reordered';
import { confirmed } from '@/shared/ui/confirm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../approvals.module.css';
import { Matters } from './Matters';
import { type Content, cleanRow, type Kind, limitsOf, newRow, type Table } from './model';
import { RowDrawer } from './RowDrawer';
import { CoveragePanel, Faults, TryPanel } from './SidePanels';
import { useWords } from './useWords';

const tones = { Draft: 'warning', Live: 'good', Retired: 'neutral' } as const;

/** The decision table of each kind: its versions, its rows, what they leave open, and an example to try them on. */
export default function RulesPage() {
  const { t } = useTranslation('approvals');
  const isPhone = useIsPhone();
  const [search, setSearch] = useSearchParams();
  const [showsMatters, setShowsMatters] = useState(false);
  const { data: matters } = server.useQuery('get', '/api/approval-matters');
  const kinds = matters?.kinds ?? [];
  const kind = kinds.find((one) => one.code === search.get('kind')) ?? kinds[0];
  const versions = server.useQuery(
    'get',
    '/api/approval-tables',
    { params: { query: { kind: kind?.code ?? '', size: 200 } } },
    { enabled: !!kind },
  );
  const items = versions.data?.items ?? [];
  const shown = items.find((one) => one.id === search.get('version')) ?? items[0];
  const go = (change: Record<string, string>) => setSearch({ ...(kind ? { kind: kind.code } : {}), ...change });
  const begin = async () => {
    if (!kind) return;
    const isFirst = items.length === 0;
    const { data } = await api.POST('/api/approval-tables', {
      body: {
        kind: kind.code,
        ...(isFirst ? { content: { rows: [newRow(t('rules.newStation', { number: 1 }))], twiceAllowed: false } } : {}),
      },
    });
    await versions.refetch();
    go({ version: (data as unknown as { id: string }).id });
  };
  return (
    <>
      <PageHead
        title={t('rules.title')}
        actions={
          <>
            {!isPhone && <Button onClick={() => setShowsMatters(true)}>{t('matters.title')}</Button>}
            {items.length > 0 && !items.some((one) => one.state === 'Draft') && (
              <Button type="primary" icon={<PlusOutlined />} onClick={begin} aria-label={t('rules.newVersion')}>
                {!isPhone && t('rules.newVersion')}
              </Button>
            )}
          </>
        }
      />
      <div className={s.bar}>
        <div style={{ width: 200, display: 'grid' }}>
          <ChoiceInput
            label={t('kind')}
            clearable={false}
            value={kind?.code}
            options={kinds.map((one) => ({ value: one.code, label: one.name }))}
            onChange={(code) => code && setSearch({ kind: code })}
          />
        </div>
        {items.length > 0 && (
          <div style={{ width: 220, display: 'grid' }}>
            <ChoiceInput
              label={t('rules.version')}
              clearable={false}
              value={shown?.id}
              options={items.map((one) => ({
                value: one.id,
                label: t('rules.versionOf', { number: one.number, state: t(`tableState.${one.state}`) }),
              }))}
              onChange={(id) => id && go({ version: id })}
            />
          </div>
        )}
        {shown && shown.running > 0 && <span className="muted">{t('rules.running', { count: shown.running })}</span>}
      </div>
      {kind && versions.data && !shown && (
        <EmptyState
          text={t('rules.none', { kind: kind.name })}
          action={
            <Button type="primary" onClick={begin}>
              {t('rules.begin')}
            </Button>
          }
        />
      )}
      {kind && shown && <Version key={shown.id} id={shown.id} kind={kind} />}
      {showsMatters && <Matters onClose={() => setShowsMatters(false)} />}
    </>
  );
}

function Version({ id, kind }: { id: string; kind: Kind }) {
  const { data: table } = server.useQuery('get', '/api/approval-tables/{id}', { params: { path: { id } } });
  return table ? <Editor key={table.version} table={table} kind={kind} /> : null;
}

/** The rows as they stand on the screen, until they are saved. */
function Editor({ table, kind }: { table: Table; kind: Kind }) {
  const { t } = useTranslation(['approvals', 'shared']);
  const client = useQueryClient();
  const words = useWords(table.people);
  const isDraft = table.can.includes('edit');
  const saved: Content = {
    rows: table.rows.map(cleanRow),
    twiceAllowed: table.twiceAllowed,
    remark: table.remark ?? null,
  };
  const [content, setContent] = useState(saved);
  const [editing, setEditing] = useState<number | null>(null);
  const [marked, setMarked] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isDirty = JSON.stringify(content) !== JSON.stringify(saved);
  const rows = content.rows;
  const put = (next: Content['rows']) => setContent({ ...content, rows: next });
  const path = { id: table.id };
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    setError(null);
    try {
      await work();
      toast.success(done);
      await client.invalidateQueries();
    } catch (problem) {
      setError(problem);
    }
  };
  const save = () =>
    attempt(
      () => api.PUT('/api/approval-tables/{id}', { params: { path }, body: content, headers: ifMatch(table.version) }),
      t('shared:form.saved'),
    );
  const goLive = async () => {
    if (
      !(await confirmed({
        title: t('rules.goLiveTitle', { number: table.number }),
        text: t('rules.goLiveText'),
        yes: t('rules.goLive'),
      }))
    )
      return;
    await attempt(
      () => api.POST('/api/approval-tables/{id}/go-live', { params: { path }, headers: ifMatch(table.version) }),
      t('rules.isLive'),
    );
  };
  const remove = async () => {
    if (
      !(await confirmed({
        title: t('rules.removeTitle', { number: table.number }),
        yes: t('shared:remove'),
        danger: true,
      }))
    )
      return;
    await attempt(() => api.DELETE('/api/approval-tables/{id}', { params: { path } }), t('rules.removed'));
  };
  return (
    <div className={s.editor}>
      <Panel
        title={t('rules.versionOf', { number: table.number, state: '' })}
        note={<StatusTag tone={tones[table.state]}>{t(`tableState.${table.state}`)}</StatusTag>}
        extra={
          isDraft && (
            <div className={s.buttons}>
              <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={remove} />
              <Button disabled={!isDirty} onClick={save}>
                {t('shared:form.save')}
              </Button>
              <Button type="primary" disabled={isDirty} onClick={goLive}>
                {t('rules.goLive')}
              </Button>
            </div>
          )
        }
      >
        {error ? <Faults error={error} /> : null}
        <p className="muted">{t('rules.firstFits')}</p>
        <ol className={s.rows}>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
            <li key={i} data-marked={marked === i + 1}>
              <span className={`number ${s.rowNumber}`}>{i + 1}</span>
              <div>
                {isDraft ? (
                  <button type="button" className={s.rowName} onClick={() => setEditing(i)}>
                    {row.name || t('rules.rowTitle', { number: i + 1 })}
                  </button>
                ) : (
                  <b>{row.name || t('rules.rowTitle', { number: i + 1 })}</b>
                )}
                <div className={s.conditions}>{words.conditions(row).join(' · ') || t('cond.everything')}</div>
                <div className={s.stations}>
                  {row.route.map((node, j) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a station is known by its place
                    <span key={j} className={s.station}>
                      {node.name} <small>{words.who(node)}</small>
                      {node.mode !== 'InSequence' && <small> · {t(`mode.${node.mode ?? 'InSequence'}`)}</small>}
                      {limitsOf(node).map(({ hours, late }) => (
                        <small key={hours}>
                          {' '}
                          · {t(node.workingHours ? 'rules.withinWork' : 'rules.within', { hours })}{' '}
                          {t(`latePolicy.${late ?? 'Remind'}`)}
                        </small>
                      ))}
                    </span>
                  ))}
                </div>
              </div>
              {isDraft && (
                <div>
                  <IconButton
                    label={t('rules.up')}
                    icon={<ArrowUpOutlined />}
                    disabled={i === 0}
                    onClick={() => put(reordered(rows, i, i - 1))}
                  />
                  <IconButton
                    label={t('rules.down')}
                    icon={<ArrowDownOutlined />}
                    disabled={i === rows.length - 1}
                    onClick={() => put(reordered(rows, i, i + 1))}
                  />
                  <IconButton
                    label={t('rules.copyRow')}
                    icon={<CopyOutlined />}
                    onClick={() => put([...rows.slice(0, i + 1), row, ...rows.slice(i + 1)])}
                  />
                  <IconButton
                    label={t('rules.removeRow', { number: i + 1 })}
                    icon={<DeleteOutlined />}
                    onClick={() => put(rows.filter((_, at) => at !== i))}
                  />
                </div>
              )}
            </li>
          ))}
        </ol>
        {isDraft && (
          <div className={s.bar} style={{ marginTop: 12 }}>
            <Button
              icon={<PlusOutlined />}
              onClick={() => {
                put([...rows, newRow(t('rules.newStation', { number: 1 }))]);
                setEditing(rows.length);
              }}
            >
              {t('rules.addRow')}
            </Button>
            <Checkbox
              checked={content.twiceAllowed ?? false}
              onChange={(event) => setContent({ ...content, twiceAllowed: event.target.checked })}
            >
              {t('rules.twiceAllowed')}
            </Checkbox>
          </div>
        )}
      </Panel>
      <div className={s.side}>
        <CoveragePanel kind={kind} content={content} words={words} />
        <TryPanel kind={kind} content={content} words={words} onRow={setMarked} />
      </div>
      {editing !== null && rows[editing] && (
        <RowDrawer
          row={rows[editing]}
          number={editing + 1}
          kind={kind}
          people={table.people}
          words={words}
          onSave={(row) => put(rows.map((one, i) => (i === editing ? row : one)))}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
