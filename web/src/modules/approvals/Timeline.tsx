import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  MinusCircleOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Instant } from '@/shared/ui/figures/Texts';
import s from './approvals.module.css';
import { Since } from './Duration';
import type { Approval, Step, Turn } from './words';

const marks: Record<Turn['state'], typeof CheckCircleFilled> = {
  Waiting: ClockCircleOutlined,
  Open: ClockCircleOutlined,
  Approved: CheckCircleFilled,
  Passed: CheckCircleFilled,
  Refused: CloseCircleFilled,
  Returned: RollbackOutlined,
  HandedOn: RollbackOutlined,
  Escalated: RollbackOutlined,
  Dropped: MinusCircleOutlined,
};

/** The stations of a request: done, running, still to come; who, since when, and why them. */
export function Route({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('approvals');
  return (
    <ol className={s.route}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} data-undone={step.undone}>
          <div className={s.stepHead}>
            <b>{step.name}</b>
            {step.turns.length > 1 && <span className={s.mode}>{t(`mode.${step.mode}`)}</span>}
            {step.origin !== 'Table' && <span className={s.mode}>{t(`origin.${step.origin}`)}</span>}
            <span className="muted">{t(`step.${step.state}`)}</span>
          </div>
          {step.turns.map((turn) => (
            <TurnLine key={turn.key} turn={turn} />
          ))}
          {step.why.length > 0 && step.state !== 'Done' && (
            <div className={s.why}>
              {step.why.map((why) => t(`why.${why.reason}`, { name: why.personName ?? '' })).join(' · ')}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function TurnLine({ turn }: { turn: Turn }) {
  const { t } = useTranslation('approvals');
  const Mark = marks[turn.state];
  const isLate = turn.state === 'Open' && !!turn.dueAt && Date.parse(turn.dueAt) < Date.now();
  return (
    <div className={s.turn} data-turn={turn.state}>
      <Mark />
      <span className={s.who}>
        {turn.by ? t('xForY', { x: turn.by.name, y: turn.person.name }) : turn.person.name}
        <span className="muted">{t(`turn.${turn.state}`)}</span>
        {turn.nextAt && turn.nextLate && (
          <small className={s.next}>
            <Instant value={turn.nextAt} /> {t(`latePolicy.${turn.nextLate}`)}
            {turn.workingHours && ` · ${t('byWork')}`}
          </small>
        )}
      </span>
      {turn.state === 'Open' && turn.openedAt && (
        <span className={isLate ? s.late : 'muted'}>
          {t('hasItFor')} <Since at={turn.openedAt} />
          {isLate && ` · ${t('isLate')}`}
        </span>
      )}
      {turn.endedAt && turn.state !== 'Dropped' && (
        <span className="muted">
          <Instant value={turn.endedAt} />
        </span>
      )}
    </div>
  );
}

/** Everything that happened, the newest last. */
export function Log({ log }: { log: Approval['log'] }) {
  const { t } = useTranslation('approvals');
  return (
    <ul className={s.log}>
      {log
        .filter((line) => line.kind !== 'Asked' && line.kind !== 'Finished')
        .map((line, i) => {
          const actor = line.actorName ?? t('clock');
          const who = line.forName && line.actorName ? t('xForY', { x: actor, y: line.forName }) : actor;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
            <li key={i}>
              <span className="muted">
                <Instant value={line.at} />
              </span>
              <span>
                <b>{who}</b> {t(`event.${line.kind}`, { target: line.targetName ?? '', step: line.step ?? '' })}
                {line.comment && <q>{line.comment}</q>}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
