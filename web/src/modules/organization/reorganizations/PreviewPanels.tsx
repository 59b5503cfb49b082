import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '@/shared/ui/Panel';
import { PersonAvatar } from '@/shared/ui/PersonAvatar';
import { BeforeAfter } from './BeforeAfter';
import { Following } from './Following';
import { type Preview, stepOfFault } from './plan';
import s from './reorganizations.module.css';

/** What would come of it: what is in the way, the tree before and after, who moves, what follows, who gets another superior. */
export function PreviewPanels({ preview }: { preview: Preview }) {
  const { t } = useTranslation('organization');
  const [following, setFollowing] = useState<{ person: string; name: string; kind: string } | null>(null);
  const whole = preview.faults.filter(({ field }) => stepOfFault(field) === null && field !== 'steps');
  const kindName = (kind: string) => preview.follows.find((one) => one.kind === kind)?.name ?? kind;
  return (
    <>
      {preview.faults.length > 0 && preview.steps.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('reorganizations.inTheWay', { count: preview.faults.length })}
          description={whole.map(({ code, message }) => <div key={code}>{message}</div>)}
        />
      )}
      <Panel title={t('reorganizations.tree')}>
        <BeforeAfter preview={preview} />
      </Panel>
      {preview.people.length > 0 && (
        <Panel title={t('reorganizations.whoMoves')} note={<span className="number">{preview.people.length}</span>}>
          {(['Goes', 'Counts'] as const).map((effect) => {
            const kinds = preview.follows.filter((one) => one.effect === effect);
            return (
              kinds.length > 0 && (
                <p key={effect} className={s.follows}>
                  <span className="muted">{t(`reorganizations.effect.${effect}`)}</span>
                  {kinds.map(({ kind, name, count }) => (
                    <span key={kind}>
                      {name} <b className="number">{count}</b>
                    </span>
                  ))}
                </p>
              )
            );
          })}
          <ul className={s.people}>
            {preview.people.map((line) => (
              <li key={line.id}>
                <PersonAvatar name={line.name} />
                <span className={s.who}>
                  {line.name}
                  {line.hasLeft && <small className="muted"> {t('reorganizations.hasLeft')}</small>}
                </span>
                <Place label={t('reorganizations.from')} side={line.from} />
                <Place label={t('reorganizations.to')} side={line.to} />
                <span className={s.things}>
                  {Object.entries(line.follows).map(([kind, count]) => (
                    <button
                      key={kind}
                      type="button"
                      className="linkButton"
                      onClick={() => setFollowing({ person: line.id, name: line.name, kind })}
                    >
                      {kindName(kind)} <span className="number">{count}</span>
                    </button>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {preview.superiors.length > 0 && (
        <Panel title={t('reorganizations.superiors')} note={<span className="number">{preview.superiors.length}</span>}>
          <ul className={s.superiors}>
            {preview.superiors.map((line) => (
              <li key={line.id}>
                <PersonAvatar name={line.name} />
                <span>{line.name}</span>
                <span className="muted">{line.unitName}</span>
                <span>
                  {line.fromName ?? t('reorganizations.nobody')} → <b>{line.toName ?? t('reorganizations.nobody')}</b>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {preview.mentions.length > 0 && (
        <Panel title={t('reorganizations.mentions')} note={t('reorganizations.mentionsHelp')}>
          <ul className={s.list}>
            {preview.mentions.map((line) => (
              <li key={`${line.unitName} ${line.link} ${line.title}`}>
                <span className="muted">{line.unitName}</span>
                <span>{line.kindName}</span>
                <Link to={line.link}>{line.title}</Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {following && (
        <Following
          {...following}
          kindName={kindName(following.kind)}
          day={preview.day}
          onClose={() => setFollowing(null)}
        />
      )}
    </>
  );
}

function Place({ label, side }: { label: string; side: Preview['people'][number]['from'] }) {
  const { t } = useTranslation('organization');
  return (
    <span className={s.place}>
      <small className="muted">{label}</small>
      <span>{side.unitName ?? t('reorganizations.nowhere')}</span>
      <small className="muted">
        {[side.positionName, side.superiorName && t('reorganizations.under', { name: side.superiorName })]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </span>
  );
}
