import { Alert, Form, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { withoutTrailingZeros } from '@/shared/format/decimal';
import { useDebounced } from '@/shared/ui/useDebounced';
import s from './customers.module.css';

export type Found = Reply<'/api/customers/duplicates'>;
type Row = Found['items'][number];

const watched = ['name', 'creditCode', 'phone', 'website', 'address', 'city'] as const;
/** Fewer characters are not looked up. */
export const shortest = 2;

const percent = (likeness: string) => `${withoutTrailingZeros((Number(likeness) * 100).toFixed(0))} %`;

/** By what they look alike, in words. */
export const reasonText = (reasons: Row['reasons'], t: TFunction<'customers'>): string =>
  reasons
    .map(({ sign, likeness }) =>
      sign === 'SimilarName' ? t('duplicates.similar', { percent: percent(likeness) }) : t(`duplicates.sign.${sign}`),
    )
    .join(t('duplicates.and'));

/** Who is there already and looks like the one in the form, while it is filled in; asks why it is another one where the house wants to know. */
export function Duplicates({ except, nameId }: { except?: string; nameId?: string }) {
  const { t } = useTranslation('customers');
  const form = Form.useFormInstance();
  const values = Form.useWatch([], form) as Record<string, string | undefined> | undefined;
  const typed = JSON.stringify(watched.map((field) => values?.[field]?.trim() || undefined));
  const settled = useDebounced(typed, 300);
  const query = Object.fromEntries(
    (JSON.parse(settled) as (string | null)[]).flatMap((value, i) => (value ? [[watched[i], value]] : [])),
  ) as Partial<Record<(typeof watched)[number], string>>;
  const isAsked = (query.name?.length ?? 0) >= shortest || !!query.phone || !!query.creditCode || !!query.website;
  const { data } = server.useQuery(
    'get',
    '/api/customers/duplicates',
    { params: { query: { ...query, except, nameId } } },
    { enabled: isAsked, placeholderData: (before: Found | undefined) => before, retry: false },
  );
  if (!isAsked || !data || data.items.length + data.listed.length === 0) return null;
  return (
    <section aria-label={t('duplicates.title')} aria-live="polite" className={s.duplicates}>
      {data.items.length > 0 && <FoundAlert found={data} />}
      {data.listed.length > 0 && <ListedAlert found={data} />}
      {data.rule === 'Reason' && (
        <Form.Item name="duplicateReason" label={t('duplicates.reason')} required>
          <Input placeholder={t('duplicates.reasonHint')} />
        </Form.Item>
      )}
    </section>
  );
}

/** Who was found, and what follows from it. */
export function FoundAlert({ found }: { found: Found }) {
  const { t } = useTranslation('customers');
  return (
    <Alert
      showIcon
      type={found.rule === 'Block' ? 'error' : found.rule === 'Reason' ? 'warning' : 'info'}
      title={t(`duplicates.says.${found.rule as 'Block' | 'Reason' | 'Show'}`)}
      description={
        <ul>
          {found.items.map((row) => (
            <DuplicateLine key={`${row.name} ${row.number} ${row.unitName}`} row={row} />
          ))}
        </ul>
      }
    />
  );
}

/** Who has the name on a list; it hinders nobody. */
export function ListedAlert({ found }: { found: Found }) {
  const { t } = useTranslation('customers');
  return (
    <Alert
      showIcon
      type="info"
      title={t('duplicates.listed')}
      description={
        <ul>
          {found.listed.map((row) => (
            <li key={`${row.id} ${row.name} ${row.unitName}`}>
              {row.id ? (
                <Link to={`/customer-names?open=${row.id}`} target="_blank">
                  {row.name}
                </Link>
              ) : (
                <b>{row.name}</b>
              )}
              <span className="muted">{[row.ownerName, row.unitName, row.day].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}

function DuplicateLine({ row }: { row: Row }) {
  const { t } = useTranslation('customers');
  const mayClaim = useCan('customers.claim');
  const whose = [row.number, row.ownerName, row.unitName ?? t('duplicates.unowned')].filter(Boolean).join(' · ');
  return (
    <li>
      {row.id ? (
        <Link to={`/customers/${row.id}`} target="_blank">
          {row.name}
        </Link>
      ) : (
        <b>{row.name}</b>
      )}
      <span className="muted">{whose}</span>
      <span className={s.why}>
        {reasonText(row.reasons, t)}
        {!row.unitName && mayClaim && (
          <>
            {' '}
            <Link to={`/customer-pool?q=${encodeURIComponent(row.name)}`} target="_blank">
              {t('duplicates.claim')}
            </Link>
          </>
        )}
        {row.rule === 'Block' && row.unitName && (
          <>
            {' '}
            <Link to={`/customer-disputes?edit=new&name=${encodeURIComponent(row.name)}`}>{t('dispute.mine')}</Link>
          </>
        )}
      </span>
    </li>
  );
}
