import { Segmented, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { percentText } from '@/shared/format/amount';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import s from './Board.module.css';
import { Figures } from './Figures';
import { Lines } from './Lines';
import { Months } from './Months';
import { PartTrail } from './PartTrail';
import { type Line, linesBelow, type Subject, subjects, useBoard, useView } from './useBoard';

const periods = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const;

/** Goal, actual and time: of the house, and of every part of it. */
export default function BoardPage() {
  const { t } = useTranslation('insights');
  const isPhone = useIsPhone();
  const [period, setPeriod] = usePeriod();
  const { by, part, go } = useView();
  const { data: board, error, isPlaceholderData, refetch } = useBoard(period, by, part);

  const drill = (line: Line) => {
    if (!line.id) return;
    if (by === 'Person') go({ person: line.id });
    // Where nothing is below, the next question is who.
    else if (by === 'Unit') go({ unit: line.id, by: line.hasChildren ? 'Unit' : 'Person' });
    else go({ territory: line.id, by: line.hasChildren ? 'Territory' : 'Person' });
  };
  const controls = (
    <div className={s.controls}>
      <Segmented<Subject>
        aria-label={t('by.label')}
        value={by}
        onChange={(next) => go({ by: next })}
        options={subjects.map((value) => ({ value, label: t(`by.${value}`) }))}
      />
      <PeriodPicker value={period} onChange={setPeriod} kinds={periods} />
    </div>
  );
  return (
    <>
      <PageHead
        title={t('title')}
        note={
          board &&
          t('note', { day: board.today, progress: percentText(board.pace.timeProgress), count: board.pace.daysLeft })
        }
        actions={!isPhone && controls}
      />
      {isPhone && controls}
      <PartTrail part={part} go={go} />
      {error && !board && <LoadFailed error={error} retry={refetch} />}
      {!board && !error && <Skeleton active title={false} paragraph={{ rows: 14 }} />}
      {board && (
        <div className={s.board} aria-busy={isPlaceholderData}>
          <Figures board={board} period={period} part={part} />
          <Months period={period} part={part} />
          <Lines
            // Another tree begins with its own lines open.
            key={board.by}
            board={board}
            lines={linesBelow(
              board.lines,
              board.by === 'Unit' ? part.unit : board.by === 'Territory' ? part.territory : undefined,
            )}
            period={period}
            part={part}
            drill={drill}
          />
        </div>
      )}
    </>
  );
}
