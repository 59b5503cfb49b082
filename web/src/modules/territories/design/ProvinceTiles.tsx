import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '@/shared/api/types';
import s from '../territories.module.css';

type Line = Reply<'/api/territory-coverage'>['items'][number];

/** Each province a square, about where it lies: row and column. A layout of our own, not a map. */
const places: Record<string, [number, number]> = {
  '23': [1, 8],
  '15': [1, 6],
  '22': [2, 8],
  '21': [2, 7],
  '65': [2, 1],
  '11': [2, 6],
  '62': [2, 3],
  '64': [2, 4],
  '14': [2, 5],
  '54': [3, 1],
  '63': [3, 2],
  '61': [3, 4],
  '13': [3, 6],
  '12': [3, 7],
  '41': [3, 5],
  '37': [4, 7],
  '51': [4, 3],
  '50': [4, 4],
  '42': [4, 5],
  '34': [4, 6],
  '32': [5, 7],
  '31': [5, 8],
  '52': [5, 3],
  '43': [5, 4],
  '36': [5, 5],
  '33': [5, 6],
  '53': [6, 2],
  '45': [6, 3],
  '44': [6, 4],
  '35': [6, 5],
  '71': [6, 7],
  '82': [7, 4],
  '81': [7, 5],
  '46': [7, 3],
};

/** Two characters say which province, but for Inner Mongolia and Heilongjiang. */
const short = ({ key, name }: Line) => name.slice(0, key === '15' || key === '23' ? 3 : 2);

/** How much of each province is looked after: the fuller the colour, the larger the part. Pressed, it shows its cities. */
export function ProvinceTiles({ lines, onOpen }: { lines: Line[]; onOpen: (key: string) => void }) {
  const { t } = useTranslation('territories');
  return (
    <div className={s.tiles}>
      {lines.map((line) => {
        const place = places[line.key];
        if (!place) return null;
        const style = {
          gridRow: place[0],
          gridColumn: place[1],
          '--fill': line.customers ? line.touched / line.customers : 0,
        } as CSSProperties;
        return (
          <button
            key={line.key}
            type="button"
            style={style}
            data-empty={line.customers === 0}
            title={t('coverage.tile', { name: line.name, customers: line.customers, touched: line.touched })}
            aria-label={t('coverage.tile', { name: line.name, customers: line.customers, touched: line.touched })}
            onClick={() => onOpen(line.key)}
          >
            {short(line)}
          </button>
        );
      })}
    </div>
  );
}
