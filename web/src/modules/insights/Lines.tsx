import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '@/shared/api/session';
import { signOf } from '@/shared/format/decimal';
import type { Period } from '@/shared/format/period';
import { BulletBar } from '@/shared/ui/figures/BulletBar';
import { Amount, Dash, Percent } from '@/shared/ui/figures/Texts';
import { useIsPhone } from '@/shared/ui/media';
import { Panel } from '@/shared/ui/Panel';
import s from './Board.module.css';
import { withoutSign } from './Figures';
import { type Board, type Line, listsBehind, type Part } from './useBoard';

interface LinesProps {
  board: Board;
  lines: Line[];
  period: Period;
  part: Part;
  drill: (line: Line) => void;
}

const idOf = (line: Line) => line.id ?? 'nobody';

/** The lines of the board as a tree, people as a ranking; the foot is the figure of the whole part. */
export function Lines({ board, lines, period, part, drill }: LinesProps) {
  const { t } = useTranslation('insights');
  const isPhone = useIsPhone();
  const seesOrders = useCan('orders.read');
  const seesGoals = useCan('planning.read');
  const [closed, setClosed] = useState<Set<string>>(new Set());
  const toggle = (line: Line) =>
    setClosed((now) => {
      const next = new Set(now);
      if (!next.delete(idOf(line))) next.add(idOf(line));
      return next;
    });
  const shown = openLines(lines, closed);
  const isRanking = board.by === 'Person';
  const time = board.pace.timeProgress;

  const behind = (line?: Line) => {
    const lists = listsBehind(period, part, line && { by: board.by, id: line.id });
    return { orders: seesOrders ? lists.orders : undefined, goals: seesGoals ? lists.goals : undefined };
  };
  const linked = (to: string | undefined, hint: string, content: ReactNode) =>
    to ? (
      <Link to={to} className={s.figure} title={hint}>
        {content}
      </Link>
    ) : (
      content
    );
  const goal = (f: Line['figures'], line?: Line) =>
    linked(
      behind(line).goals,
      t('openGoals'),
      signOf(f.goal) === 0 ? <Dash /> : <Amount value={f.goal} short={isPhone} />,
    );
  const actual = (f: Line['figures'], line?: Line) =>
    linked(behind(line).orders, t('openOrders'), <Amount value={f.actual} short={isPhone} />);
  const reached = (f: Line['figures'], name: string) =>
    f.attainment == null ? (
      <Dash />
    ) : (
      <span className={s.reached}>
        <BulletBar label={name} attainment={f.attainment} timeProgress={time} />
        <Percent value={f.attainment} />
      </span>
    );
  // Without a goal there is nothing to fall short of, nor to go beyond.
  const gap = (f: Line['figures']) =>
    signOf(f.goal) === 0 ? (
      <Dash />
    ) : signOf(f.gap) < 0 ? (
      <span className={s.surplus}>
        {t('over')} <Amount value={withoutSign(f.gap)} short={isPhone} />
      </span>
    ) : (
      <Amount value={f.gap} short={isPhone} />
    );
  const name = (line: Line) =>
    line.id ? (
      <button type="button" className="linkButton" onClick={() => drill(line)} title={t('drill', { name: line.name })}>
        {line.name}
      </button>
    ) : (
      <span className="muted">{line.name}</span>
    );
  const fold = (line: Line) =>
    line.hasChildren ? (
      <button
        type="button"
        className={s.fold}
        aria-expanded={!closed.has(idOf(line))}
        aria-label={t(closed.has(idOf(line)) ? 'unfold' : 'fold', { name: line.name })}
        onClick={() => toggle(line)}
      >
        {closed.has(idOf(line)) ? <CaretRightOutlined /> : <CaretDownOutlined />}
      </button>
    ) : (
      <span className={s.fold} />
    );
  const title = t(`lines.${board.by}`);

  if (isPhone)
    return (
      <Panel title={title}>
        <ul className={s.cards} aria-label={title}>
          {shown.map((line, i) => (
            <li key={idOf(line)} style={{ paddingInlineStart: isRanking ? 0 : line.level * 12 }}>
              <div className={s.cardHead}>
                {isRanking && <span className={s.rank}>{i + 1}</span>}
                {!isRanking && fold(line)}
                <span className={s.cardName}>{name(line)}</span>
                <b>{actual(line.figures, line)}</b>
              </div>
              <div className={s.cardFoot}>
                {reached(line.figures, line.name)}
                <span className="muted">
                  {t('goal')} {goal(line.figures, line)}
                </span>
              </div>
            </li>
          ))}
          <li className={s.cardTotal}>
            <div className={s.cardHead}>
              <span className={s.cardName}>{t('total')}</span>
              <b>{actual(board.total)}</b>
            </div>
            <div className={s.cardFoot}>
              {reached(board.total, t('total'))}
              <span className="muted">
                {t('goal')} {goal(board.total)}
              </span>
            </div>
          </li>
        </ul>
      </Panel>
    );
  return (
    <Panel className={s.lines}>
      <table className={s.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col" data-text="true">
              {title}
            </th>
            <th scope="col">{t('goal')}</th>
            <th scope="col">{t('actual')}</th>
            <th scope="col" className={s.wide} data-text="true">
              {t('attainment')}
            </th>
            <th scope="col">{t('gap')}</th>
            <th scope="col">{t('ordersCount')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, i) => (
            <tr key={idOf(line)} data-top={!isRanking && line.hasChildren && line.level < 2}>
              <td data-text="true">
                <span className={s.name} style={{ paddingInlineStart: isRanking ? 0 : line.level * 18 }}>
                  {isRanking ? <span className={s.rank}>{i + 1}</span> : fold(line)}
                  {name(line)}
                </span>
              </td>
              <td>{goal(line.figures, line)}</td>
              <td>{actual(line.figures, line)}</td>
              <td data-text="true">{reached(line.figures, line.name)}</td>
              <td>{gap(line.figures)}</td>
              <td className="number">{line.figures.orders}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td data-text="true">{t('total')}</td>
            <td>{goal(board.total)}</td>
            <td>{actual(board.total)}</td>
            <td data-text="true">{reached(board.total, t('total'))}</td>
            <td>{gap(board.total)}</td>
            <td className="number">{board.total.orders}</td>
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}

/** Without what lies below a folded line. */
function openLines(lines: Line[], closed: Set<string>): Line[] {
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return lines.filter((line) => {
    if (line.level > hiddenBelow) return false;
    hiddenBelow = closed.has(idOf(line)) ? line.level : Number.POSITIVE_INFINITY;
    return true;
  });
}
