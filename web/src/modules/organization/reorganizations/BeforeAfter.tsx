import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Preview, type SideNode, treeOfSide } from './plan';
import s from './reorganizations.module.css';

/** The tree as it is on the eve beside the tree from the day on; what differs is said, not only coloured. */
export function BeforeAfter({ preview }: { preview: Preview }) {
  const { t } = useTranslation('organization');
  const [all, setAll] = useState(false);
  return (
    <>
      <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
        {t('reorganizations.wholeTree')}
      </Checkbox>
      <div className={s.sides}>
        {(['before', 'after'] as const).map((side) => {
          const nodes = treeOfSide(preview.units, side, !all);
          return (
            <section key={side} aria-label={t(`reorganizations.${side}`)}>
              <h3>{t(`reorganizations.${side}`)}</h3>
              {nodes.length === 0 ? (
                <p className="muted">{t('reorganizations.treeStays')}</p>
              ) : (
                <Branch nodes={nodes} side={side} />
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}

function Branch({ nodes, side }: { nodes: SideNode[]; side: 'before' | 'after' }) {
  const { t } = useTranslation('organization');
  return (
    <ul className={s.branch}>
      {nodes.map(({ line, name, headName, people, marks, children }) => (
        <li key={line.id}>
          <div className={s.node} data-gone={side === 'before' && !line.after}>
            <span>{name}</span>
            {marks.map((mark) => (
              <em key={mark} data-mark={mark}>
                {t(`reorganizations.marks.${side}.${mark}`)}
              </em>
            ))}
            <small className="muted">{headName ?? t('reorganizations.noHead')}</small>
            <small
              className="number"
              data-differs={line.before?.people !== line.after?.people}
              title={t('reorganizations.peopleThere')}
            >
              {people}
            </small>
          </div>
          {children.length > 0 && <Branch nodes={children} side={side} />}
        </li>
      ))}
    </ul>
  );
}
