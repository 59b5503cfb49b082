import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { iso } from '@/shared/format/period';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { problemText, toast } from '@/shared/ui/toast';
import { PreviewPanels } from './PreviewPanels';
import { type Plan, standingOf, standingTones } from './plan';
import s from './reorganizations.module.css';
import { StepList } from './StepList';
import { usePlan } from './usePlan';

/** A re-organisation: its steps at the left, what comes of them at the right. */
export default function ReorganizationPage() {
  const id = useParams().id as string;
  const { data, isPending, error, refetch } = server.useQuery(
    'get',
    '/api/reorganizations/{id}',
    { params: { path: { id } } },
    { enabled: id !== 'new' },
  );
  if (id === 'new') return <Editor key="new" plan={null} reload={async () => {}} />;
  if (isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  if (!data) return <LoadFailed error={error} retry={refetch} />;
  return <Editor key={`${data.id} ${data.version}`} plan={data} reload={refetch} />;
}

function Editor({ plan, reload }: { plan: Plan | null; reload: () => Promise<unknown> }) {
  const { t } = useTranslation('organization');
  const navigate = useNavigate();
  const { today } = useSession().company;
  const isPhone = useIsPhone();
  const [isBusy, setBusy] = useState(false);
  const { draft, change, isDirty, settle, preview, error } = usePlan(plan, firstOfNextMonth(today));
  const add = server.useMutation('post', '/api/reorganizations', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/reorganizations/{id}', { meta: { quiet: true } });
  const apply = server.useMutation('post', '/api/reorganizations/{id}/apply', { meta: { quiet: true } });
  const withdraw = server.useMutation('post', '/api/reorganizations/{id}/withdraw', { meta: { quiet: true } });
  const remove = server.useMutation('delete', '/api/reorganizations/{id}', { meta: { quiet: true } });
  const may = (what: string) => !!plan?.can.includes(what);
  const isDraft = !plan || may('edit');

  const saved = async (): Promise<{ id: string; version: number }> => {
    if (plan && !isDirty) return plan;
    const body = { ...draft, name: draft.name.trim() };
    if (plan) {
      const { id, version } = await edit.mutateAsync({
        params: { path: { id: plan.id } },
        headers: ifMatch(plan.version),
        body,
      });
      settle();
      return { id, version };
    }
    // A 201 has no type of its own in the document.
    const added: unknown = await add.mutateAsync({ body });
    settle();
    return added as { id: string; version: number };
  };
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (problem) {
      toast.error(problemText(problem));
    }
    setBusy(false);
  };
  const onSave = () =>
    run(async () => {
      const { id } = await saved();
      toast.success(t('reorganizations.saved'));
      if (plan) await reload();
      else navigate(`/reorganizations/${id}`, { replace: true });
    });
  const onApply = () =>
    run(async () => {
      const question = {
        title: t('reorganizations.applyAsk', { name: draft.name, day: draft.day }),
        text: t('reorganizations.applyText', { count: preview?.people.length ?? 0 }),
        yes: t('reorganizations.apply'),
      };
      if (!(await confirmed(question))) return;
      const { id, version } = await saved();
      await apply.mutateAsync({ params: { path: { id } }, headers: ifMatch(version) });
      toast.success(t('reorganizations.applied', { day: draft.day }));
      if (plan) await reload();
      else navigate(`/reorganizations/${id}`, { replace: true });
    });
  const onWithdraw = () =>
    run(async () => {
      if (!plan) return;
      const question = {
        title: t('reorganizations.withdrawAsk', { name: plan.name }),
        text: t('reorganizations.withdrawText'),
        yes: t('reorganizations.withdraw'),
        danger: true,
      };
      if (!(await confirmed(question))) return;
      await withdraw.mutateAsync({ params: { path: { id: plan.id } }, headers: ifMatch(plan.version) });
      await reload();
    });
  const onRemove = () =>
    run(async () => {
      if (!plan) return;
      const question = {
        title: t('reorganizations.removeAsk', { name: plan.name }),
        yes: t('reorganizations.remove'),
        danger: true,
      };
      if (!(await confirmed(question))) return;
      settle();
      await remove.mutateAsync({ params: { path: { id: plan.id } } });
      navigate('/reorganizations', { replace: true });
    });
  const standing = plan ? standingOf(plan) : 'draft';
  const canSave = isDirty && draft.name.trim() !== '';
  const more = [
    // A phone's title row has room for one button.
    ...(isDraft && isPhone
      ? [{ key: 'save', label: t('reorganizations.save'), disabled: !canSave, onClick: onSave }]
      : []),
    ...(may('delete') ? [{ key: 'remove', danger: true, label: t('reorganizations.remove'), onClick: onRemove }] : []),
  ];
  const isReady = !!preview && preview.faults.length === 0 && draft.name.trim() !== '';
  return (
    <>
      <PageHead
        title={plan ? plan.name : t('reorganizations.create')}
        note={<StatusTag tone={standingTones[standing]}>{t(`reorganizations.standing.${standing}`)}</StatusTag>}
        actions={
          <>
            {more.length > 0 && (
              <Dropdown trigger={['click']} menu={{ items: more }}>
                <Button icon={<EllipsisOutlined />} aria-label={t('documents.more')} />
              </Dropdown>
            )}
            {isDraft && !isPhone && (
              <Button disabled={!canSave} loading={isBusy} onClick={onSave}>
                {t('reorganizations.save')}
              </Button>
            )}
            {isDraft && (
              <Button type="primary" disabled={!isReady} loading={isBusy} onClick={onApply}>
                {t('reorganizations.apply')}
              </Button>
            )}
            {may('withdraw') && (
              <Button danger loading={isBusy} onClick={onWithdraw}>
                {t('reorganizations.withdraw')}
              </Button>
            )}
          </>
        }
      />
      <div className={s.columns}>
        <div className={s.column}>
          <Panel>
            {isDraft ? (
              <div className={s.fields}>
                <label htmlFor="plan-name">{t('reorganizations.name')}</label>
                <Input
                  id="plan-name"
                  maxLength={100}
                  value={draft.name}
                  onChange={(event) => change({ name: event.target.value })}
                />
                <label htmlFor="plan-day">{t('reorganizations.day')}</label>
                <DateInput id="plan-day" min={today} value={draft.day} onChange={(day) => day && change({ day })} />
                <label htmlFor="plan-reason">{t('reorganizations.reason')}</label>
                <Input.TextArea
                  id="plan-reason"
                  maxLength={1000}
                  autoSize={{ minRows: 2, maxRows: 6 }}
                  value={draft.reason ?? ''}
                  onChange={(event) => change({ reason: event.target.value || null })}
                />
              </div>
            ) : (
              <Facts
                items={[
                  { label: t('reorganizations.day'), value: <Day value={plan.day} /> },
                  { label: t('reorganizations.editedBy'), value: plan.editedByName },
                  { label: t('reorganizations.appliedBy'), value: plan.appliedByName },
                  {
                    label: t('reorganizations.appliedAt'),
                    value: plan.appliedAt && <Instant value={plan.appliedAt} />,
                  },
                  ...(plan.withdrawnAt
                    ? [
                        { label: t('reorganizations.withdrawnBy'), value: plan.withdrawnByName },
                        { label: t('reorganizations.withdrawnAt'), value: <Instant value={plan.withdrawnAt} /> },
                      ]
                    : []),
                  { label: t('reorganizations.reason'), value: plan.reason, wide: true },
                ]}
              />
            )}
          </Panel>
          <Panel title={t('reorganizations.steps')} note={<span className="number">{draft.steps.length}</span>}>
            <StepList
              steps={draft.steps}
              preview={preview}
              onChange={isDraft ? (steps) => change({ steps }) : undefined}
            />
          </Panel>
        </div>
        <div className={s.column}>
          {error && !preview ? <p role="alert">{problemText(error)}</p> : null}
          {preview && <PreviewPanels preview={preview} />}
        </div>
      </div>
    </>
  );
}

/** Houses change with a month; a day that is to come. */
function firstOfNextMonth(today: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return iso(year, month, 1);
}
