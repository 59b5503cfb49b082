import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { Instant } from '@/shared/ui/figures/Texts';
import { Panel } from '@/shared/ui/Panel';
import { Faults } from './Faults';
import s from './imports.module.css';
import { type Import, ImportStateTag } from './states';

type Mode = NonNullable<Body<'/api/imports/{id}/apply'>['mode']>;

/** Where the records of a kind are looked at. */
const lists: Record<string, string> = {
  customers: '/customers',
  products: '/products',
  orders: '/orders',
  receipts: '/receipts',
  goals: '/goals',
  people: '/people',
  territories: '/territories',
  holders: '/territories',
};

/** What a check found, and what an import did; from here it is applied, mapped anew or undone. */
export function Outcome({ of, onMap }: { of: Import; onMap: () => void }) {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const [mode, setMode] = useState<Mode>(of.faultCount > 0 ? 'ValidLines' : 'AllOrNothing');
  const params = { path: { id: of.id } };
  const apply = server.useMutation('post', '/api/imports/{id}/apply');
  const undo = server.useMutation('post', '/api/imports/{id}/undo');
  const cancel = server.useMutation('post', '/api/imports/{id}/cancel');
  const isOver = ['Applied', 'Undone', 'Cancelled', 'Failed'].includes(of.state);
  const valid = (of.total ?? 0) - of.faultyLines;
  const list = lists[of.kind];

  const onUndo = async () => {
    const question = {
      title: t('imports.undoAsk', { count: of.created }),
      text: t('imports.undoText'),
      yes: t('imports.undo'),
      danger: true,
    };
    if (await confirmed(question)) undo.mutate({ params });
  };
  const figures: { key: 'lines' | 'valid' | 'written' | 'created' | 'faulty'; value: number | null | undefined }[] = [
    { key: 'lines', value: of.total },
    ...(isOver
      ? [
          { key: 'written' as const, value: of.written },
          { key: 'created' as const, value: of.created },
        ]
      : [{ key: 'valid' as const, value: valid }]),
    { key: 'faulty', value: of.faultyLines },
  ];

  return (
    <>
      <Panel
        className={s.wide}
        title={<ImportStateTag state={of.state} />}
        note={of.endedAt && <Instant value={of.endedAt} />}
      >
        <dl className={s.figures}>
          {figures.map((figure) => (
            <div key={figure.key} data-bad={figure.key === 'faulty' && of.faultyLines > 0}>
              <dt>{t(`imports.figures.${figure.key}`)}</dt>
              <dd className="number">{figure.value?.toLocaleString('en') ?? '–'}</dd>
            </div>
          ))}
        </dl>
        {of.failure && (
          <p role="alert" className={s.problem}>
            {of.failure.message}
          </p>
        )}
        {of.can.includes('apply') && (
          <>
            {of.faultCount > 0 ? (
              <Radio.Group
                className={s.modes}
                value={mode}
                onChange={(event) => setMode(event.target.value)}
                options={(['ValidLines', 'AllOrNothing'] as const).map((value) => ({
                  value,
                  label: (
                    <span>
                      {t(`imports.modes.${value}`, { count: valid })}
                      <small>{t(`imports.modesHelp.${value}`)}</small>
                    </span>
                  ),
                }))}
              />
            ) : (
              <p className={s.text}>{t('imports.faultless')}</p>
            )}
            <div className={s.buttons}>
              {mode === 'ValidLines' || of.faultCount === 0 ? (
                <Button
                  type="primary"
                  disabled={valid === 0}
                  loading={apply.isPending}
                  onClick={() => apply.mutate({ params, body: { mode } })}
                >
                  {t('imports.apply', { count: valid })}
                </Button>
              ) : (
                <Button type="primary" onClick={() => navigate(`/imports/new?kind=${of.kind}`)}>
                  {t('imports.again')}
                </Button>
              )}
              <Button onClick={onMap}>{t('imports.remap')}</Button>
              <Button loading={cancel.isPending} onClick={() => cancel.mutate({ params })}>
                {t('imports.giveUp')}
              </Button>
            </div>
          </>
        )}
        {isOver && (
          <div className={s.buttons}>
            {of.state === 'Applied' && list && (
              <Button type="primary" onClick={() => navigate(list)}>
                {t('imports.look')}
              </Button>
            )}
            <Button onClick={() => navigate(`/imports/new?kind=${of.kind}`)}>{t('imports.again')}</Button>
            {of.can.includes('undo') && (
              <Button danger loading={undo.isPending} onClick={onUndo}>
                {t('imports.undo')}
              </Button>
            )}
          </div>
        )}
      </Panel>
      {of.faultCount > 0 && <Faults of={of} />}
    </>
  );
}
