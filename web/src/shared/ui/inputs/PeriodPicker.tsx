import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '@/shared/api/session';
import { kindOf, type Period, type PeriodKind, periodKinds, periodOf } from '@/shared/format/period';
import { useIsPhone } from '@/shared/ui/media';
import { ChoiceInput } from './ChoiceInput';
import { DateInput } from './DateInput';
import s from './inputs.module.css';

/** The period of a page, in the URL as `?from=…&to=…`; both days are included. */
export function usePeriod(byDefault: PeriodKind = 'thisMonth'): [Period, (period: Period) => void] {
  const { company } = useSession();
  const [search, setSearch] = useSearchParams();
  const from = search.get('from');
  const to = search.get('to');
  const period = from && to ? { from, to } : periodOf(byDefault, company.today);
  const set = (next: Period) =>
    setSearch((now) => {
      const changed = new URLSearchParams(now);
      changed.set('from', next.from);
      changed.set('to', next.to);
      changed.delete('page');
      return changed;
    });
  return [period, set];
}

interface PeriodPickerProps {
  value: Period;
  onChange: (period: Period) => void;
  kinds?: readonly PeriodKind[];
}

/** A named period, or two days. With `usePeriod`: `<PeriodPicker value={period} onChange={setPeriod} />`. */
export function PeriodPicker({ value, onChange, kinds = periodKinds }: PeriodPickerProps) {
  const { t } = useTranslation('shared');
  const { company } = useSession();
  const isPhone = useIsPhone();
  const [isCustom, setCustom] = useState(false);
  const kind = isCustom ? undefined : kindOf(value, company.today);
  const options = [...kinds, 'custom' as const].map((name) => ({ value: name, label: t(`period.${name}`) }));
  const choose = (name: string | null) => {
    setCustom(name === 'custom');
    if (name && name !== 'custom') onChange(periodOf(name as PeriodKind, company.today));
  };
  return (
    <div className={s.days}>
      <div style={{ width: isPhone ? 148 : 124, display: 'grid' }}>
        <ChoiceInput
          label={t('period.label')}
          value={kind ?? 'custom'}
          onChange={choose}
          options={options}
          clearable={false}
        />
      </div>
      {kind ? (
        !isPhone && (
          <span className="muted number">
            {value.from} – {value.to}
          </span>
        )
      ) : (
        <>
          <DateInput
            label={t('period.from')}
            value={value.from}
            max={value.to}
            onChange={(from) => from && onChange({ ...value, from })}
          />
          –
          <DateInput
            label={t('period.to')}
            value={value.to}
            min={value.from}
            onChange={(to) => to && onChange({ ...value, to })}
          />
        </>
      )}
    </div>
  );
}
