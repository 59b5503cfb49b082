import { useTranslation } from 'react-i18next';
import type { RowOf } from '@/shared/api/types';
import { Percent } from '@/shared/ui/figures/Texts';
import { StatusTag } from '@/shared/ui/StatusTag';
import { changeTones } from './words';

/** Beside a node of the tree: how large its market is, how much of it is ours, and the work in it. */
export function NodeFigures({ line }: { line: RowOf<'/api/territory-figures'> | undefined }) {
  const { t } = useTranslation('territories');
  return (
    <>
      <span className="number">
        {line?.capacity && line.unit
          ? `${Number(line.capacity).toLocaleString()} ${t(`market.units.${line.unit}`)}`
          : '–'}
      </span>
      <span>
        <Percent value={line?.ownShare} />
      </span>
      <span className="number">{line?.customers || '–'}</span>
      <span>
        <Percent value={line?.loadIndex} digits={0} />
      </span>
      <span>
        {line && line.finding !== 'Fits' ? (
          <StatusTag tone={changeTones[line.finding]}>{t(`changes.${line.finding}`)}</StatusTag>
        ) : (
          (line?.changes ?? '–')
        )}
      </span>
    </>
  );
}
