import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { Panel } from '@/shared/ui/Panel';
import s from './imports.module.css';
import type { Import } from './states';

/** How far a running check, import or undo is. */
export function Running({ of }: { of: Import }) {
  const { t } = useTranslation(['platform', 'shared']);
  const cancel = server.useMutation('post', '/api/imports/{id}/cancel');
  const percent = of.total ? Math.floor((100 * of.done) / of.total) : undefined;
  return (
    <Panel className={s.narrow} title={t(`imports.states.${of.state}`)}>
      <div aria-live="polite">
        <Progress
          percent={percent ?? 100}
          status="active"
          showInfo={percent !== undefined}
          aria-label={t(`imports.states.${of.state}`)}
        />
        <p className="muted number">
          {of.total ? t('imports.doneOf', { done: of.done, total: of.total }) : t('imports.done', { count: of.done })}
        </p>
      </div>
      <p className={s.text}>{t('imports.leave')}</p>
      {of.can.includes('cancel') && (
        <Button loading={cancel.isPending} onClick={() => cancel.mutate({ params: { path: { id: of.id } } })}>
          {t('imports.cancel')}
        </Button>
      )}
    </Panel>
  );
}
