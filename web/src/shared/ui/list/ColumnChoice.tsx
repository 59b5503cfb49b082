import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { reordered } from '@/shared/reordered';
import { IconButton } from '../IconButton';
import { type Density, setListPreference } from '../preferences';
import type { Column } from './columns';
import s from './Toolbar.module.css';

interface ColumnChoiceProps {
  list: string;
  all: { key: string; title: string; kind?: Column<unknown>['kind'] }[];
  shown: string[];
  density: Density;
  onChoose: (keys: string[] | undefined) => void;
}

/** Which columns, in which order, how dense. Buttons instead of dragging: they work with keys and need no library. */
export function ColumnChoice({ list, all, shown, density, onChoose }: ColumnChoiceProps) {
  const { t } = useTranslation('shared');
  const rest = all.filter((column) => !shown.includes(column.key));
  const ordered = [...shown.flatMap((key) => all.find((column) => column.key === key) ?? []), ...rest];
  const move = (key: string, step: -1 | 1) => {
    const at = shown.indexOf(key);
    onChoose(reordered(shown, at, at + step));
  };
  const content = (
    <section className={s.columns} aria-label={t('list.columns')}>
      <Segmented
        block
        value={density}
        aria-label={t('list.density')}
        onChange={(value) => setListPreference(list, { density: value })}
        options={(['middle', 'small'] as const).map((value) => ({ value, label: t(`density.${value}`) }))}
      />
      <ul>
        {ordered.map(({ key, title, kind }) => {
          const at = shown.indexOf(key);
          return (
            <li key={key}>
              <Checkbox
                checked={at >= 0}
                disabled={kind === 'name'}
                onChange={(event) => onChoose(event.target.checked ? [...shown, key] : shown.filter((k) => k !== key))}
              >
                {title}
              </Checkbox>
              {at >= 0 && (
                <span>
                  <IconButton
                    label={t('list.columnUp', { title })}
                    icon={<ArrowUpOutlined />}
                    disabled={at === 0}
                    onClick={() => move(key, -1)}
                  />
                  <IconButton
                    label={t('list.columnDown', { title })}
                    icon={<ArrowDownOutlined />}
                    disabled={at === shown.length - 1}
                    onClick={() => move(key, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Button type="text" size="small" onClick={() => onChoose(undefined)}>
        {t('list.columnsReset')}
      </Button>
    </section>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <IconButton label={t('list.columns')} icon={<SettingOutlined />} />
    </Popover>
  );
}
