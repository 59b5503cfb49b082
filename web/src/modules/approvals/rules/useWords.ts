import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { fullAmount, percentText } from '@/shared/format/amount';
import { useLanguage } from '@/shared/text/language';
import type { Node, Region, Row } from './model';

/** Names of what a table speaks of, and its conditions and stations in words. */
export function useWords(people: { id: string; name: string }[]) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const mayReadRoles = useCan('platform.accounts-read');
  const { data: matters } = server.useQuery('get', '/api/approval-matters');
  const { data: units } = server.useQuery('get', '/api/units');
  const { data: positions } = server.useQuery('get', '/api/positions');
  const { data: roles } = server.useQuery('get', '/api/roles', undefined, { enabled: mayReadRoles });
  const named = <T extends { id: string }>(list: T[] | undefined, name: (one: T) => string, id: string) => {
    const found = list?.find((one) => one.id === id);
    return found ? name(found) : '…';
  };
  const matter = (id: string) => named(matters?.items, (m) => (language === 'en' ? m.nameEn : m.name), id);
  const unit = (id: string) => named(units?.items, (u) => u.name, id);
  const position = (id: string) => named(positions?.items, (p) => p.name, id);
  const person = (id: string) => named(people, (p) => p.name, id);
  const role = (code: string) => {
    const found = roles?.items.find((r) => r.code === code);
    return found ? (language === 'en' ? found.nameEn : found.name) : code;
  };
  const all = (ids: string[] | undefined, name: (id: string) => string) => (ids ?? []).map(name).join(t('separator'));
  const between = (label: string, from: string | null | undefined, to: string | null | undefined) =>
    from && to
      ? t('cond.between', { label, from, to })
      : from
        ? t('cond.from', { label, from })
        : to
          ? t('cond.below', { label, to })
          : null;
  const money = (value: string | null | undefined) => (value ? fullAmount(value) : value);
  const rate = (value: string | null | undefined) => (value ? percentText(value, 1) : value);

  const conditions = (row: Row): string[] =>
    [
      row.matters?.length ? all(row.matters, matter) : null,
      between(t('amount'), money(row.amountFrom), money(row.amountTo)),
      between(t('discount'), rate(row.discountFrom), rate(row.discountTo)),
      between(t('days'), row.daysFrom, row.daysTo),
      row.grades?.length ? t('cond.grades', { grades: row.grades.join(t('separator')) }) : null,
      row.unitId ? t('cond.unit', { unit: unit(row.unitId) }) : null,
      row.positions?.length ? all(row.positions, position) : null,
    ].filter((text) => text !== null);

  /** A part of what can be asked: a gap, or where two rows overlap. */
  const region = (r: Region): string =>
    [
      r.matters?.length ? all(r.matters, matter) : null,
      r.notMatters?.length ? t('cond.but', { names: all(r.notMatters, matter) }) : null,
      r.noAmount ? t('cond.noAmount') : between(t('amount'), money(r.amountFrom), money(r.amountTo)),
      r.noDiscount ? t('cond.noDiscount') : between(t('discount'), rate(r.discountFrom), rate(r.discountTo)),
      r.noDays ? t('cond.noDays') : between(t('days'), r.daysFrom, r.daysTo),
      r.grades?.length ? t('cond.grades', { grades: r.grades.join(t('separator')) }) : null,
      r.notGrades?.length ? t('cond.but', { names: r.notGrades.join(t('separator')) }) : null,
      r.unit ? t('cond.unit', { unit: unit(r.unit) }) : null,
      r.notUnits?.length ? t('cond.but', { names: all(r.notUnits, unit) }) : null,
      r.positions?.length ? all(r.positions, position) : null,
      r.notPositions?.length ? t('cond.but', { names: all(r.notPositions, position) }) : null,
    ]
      .filter((text) => text !== null)
      .join(' · ') || t('cond.everything');

  const who = (node: Node): string => {
    switch (node.finder) {
      case 'Superior':
        return t('who.superior', { count: Number(node.levels ?? 1) });
      case 'SuperiorsToUnit':
        return t('who.toUnit', { kind: node.unitKind ? t(`unitKind.${node.unitKind as 'Team'}`) : '…' });
      case 'SuperiorsToAuthority':
        return t('who.toAuthority');
      case 'Role':
        return role(node.role ?? '…');
      case 'Choice':
        return t('who.choice');
      default:
        return all(node.people, person) || '…';
    }
  };
  return { matters, units, positions, roles, conditions, region, who, matter };
}
