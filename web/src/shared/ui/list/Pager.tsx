import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton';
import { type ListState, pageSizes } from './listState';
import s from './Pager.module.css';

interface PagerProps {
  state: ListState;
  total: number | undefined;
  onChange: (change: Partial<ListState>) => void;
}

export function Pager({ state: { page, size }, total, onChange }: PagerProps) {
  const { t } = useTranslation('shared');
  const pages = Math.max(1, Math.ceil((total ?? 0) / size));
  return (
    <nav className={s.pager} aria-label={t('pager.label')}>
      <span className="number">{total === undefined ? ' ' : t('pager.total', { count: total })}</span>
      <select
        aria-label={t('pager.size')}
        value={size}
        onChange={(event) => onChange({ size: Number(event.target.value) })}
      >
        {pageSizes.map((rows) => (
          <option key={rows} value={rows}>
            {t('pager.rows', { rows })}
          </option>
        ))}
      </select>
      <IconButton
        label={t('pager.previous')}
        icon={<LeftOutlined />}
        disabled={page <= 1}
        onClick={() => onChange({ page: page - 1 })}
      />
      <span className="number">
        {page} / {pages}
      </span>
      <IconButton
        label={t('pager.next')}
        icon={<RightOutlined />}
        disabled={page >= pages}
        onClick={() => onChange({ page: page + 1 })}
      />
    </nav>
  );
}
