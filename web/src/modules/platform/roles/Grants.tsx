import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import s from './roles.module.css';

type Permission = Reply<'/api/permissions'>['items'][number];
export type Grant = Reply<'/api/roles'>['items'][number]['grants'][number];
type Scope = Grant['scope'];

const scopes: Scope[] = ['Own', 'Territory', 'Team', 'Subtree', 'All'];
const modules = [
  'platform',
  'organization',
  'territories',
  'customers',
  'catalog',
  'orders',
  'collections',
  'planning',
  'insights',
] as const;
type Module = (typeof modules)[number];

interface GrantsProps {
  id?: string;
  value?: Grant[];
  /** Absent: to be read only. */
  onChange?: (value: Grant[]) => void;
}

/** Every permission there is, by module, and how far it reaches. */
export function Grants({ id, value = [], onChange }: GrantsProps) {
  const { t } = useTranslation('platform');
  const { data } = server.useQuery('get', '/api/permissions');
  const scopeOf = new Map(value.map(({ permission, scope }) => [permission, scope]));
  const items = data?.items ?? [];
  const groups = [...new Set(items.map(({ module }) => module))];

  const put = (permission: string, scope: Scope | '') => {
    const rest = value.filter((grant) => grant.permission !== permission);
    onChange?.(scope === '' ? rest : [...rest, { permission, scope }]);
  };
  const rowOf = ({ code, text, scoped, inTerritories }: Permission) => {
    const scope = scopeOf.get(code) ?? '';
    const words = (one: Scope) =>
      one === 'Territory' && !inTerritories ? t('roles.territoryOwn') : t(`roles.scopes.${one}`);
    if (!onChange && scope === '') return null;
    return (
      <tr key={code}>
        <th scope="row">{text}</th>
        <td>
          {onChange ? (
            <select
              aria-label={text}
              value={scope}
              data-granted={scope !== ''}
              onChange={(event) => put(code, event.target.value as Scope | '')}
            >
              <option value="">{t('roles.none')}</option>
              {scoped ? (
                scopes.map((one) => (
                  <option key={one} value={one}>
                    {words(one)}
                  </option>
                ))
              ) : (
                <option value="All">{t('roles.allowed')}</option>
              )}
            </select>
          ) : (
            scope && (scoped ? words(scope) : t('roles.allowed'))
          )}
        </td>
      </tr>
    );
  };
  return (
    <table id={id} className={s.grants}>
      <caption>{t('roles.territoryHelp')}</caption>
      {groups.map((module) => {
        const rows = items.filter((one) => one.module === module).flatMap((one) => rowOf(one) ?? []);
        if (rows.length === 0) return null;
        const isKnown = modules.includes(module as Module);
        return (
          <tbody key={module}>
            <tr>
              <th scope="colgroup" colSpan={2} className={s.module}>
                {isKnown ? t(`roles.modules.${module as Module}`) : module}
              </th>
            </tr>
            {rows}
          </tbody>
        );
      })}
    </table>
  );
}
