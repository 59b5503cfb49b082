import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { RowOf } from '@/shared/api/types';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type AuditAction = RowOf<'/api/audit'>['action'];

const tones: Record<AuditAction, Tone> = { Created: 'good', Changed: 'progress', Deleted: 'bad', Noted: 'neutral' };

export function ActionTag({ action }: { action: AuditAction }) {
  const { t } = useTranslation('platform');
  return <StatusTag tone={tones[action]}>{t(`audit.actions.${action}`)}</StatusTag>;
}

const fields = [
  'endedAt',
  'startedAt',
  'progressAt',
  'uploadedAt',
  'done',
  'total',
  'mode',
  'written',
  'created',
  'fileName',
  'fileSize',
  'format',
  'encoding',
  'headings',
  'sheet',
  'sheets',
  'faultCount',
  'faultyLines',
  'cancelRequested',
  'failure',
  'login',
  'import',
  'number',
  'name',
  'nameEn',
  'code',
  'kind',
  'line',
  'unit',
  'listPrice',
  'isActive',
  'email',
  'phone',
  'phoneNumber',
  'hiredOn',
  'leftOn',
  'personId',
  'unitId',
  'positionId',
  'managerId',
  'headId',
  'parentId',
  'order',
  'first',
  'last',
  'amount',
  'state',
  'ownerId',
  'territoryId',
  'industry',
  'city',
  'contactName',
  'remark',
  'createdAt',
  'customerId',
  'salespersonId',
  'orderedOn',
  'cancelReason',
  'productId',
  'quantity',
  'price',
  'discount',
  'orderId',
  'receivedOn',
  'method',
  'reference',
  'part',
  'permission',
  'scope',
  'roleId',
  'accountId',
  'userName',
  'language',
  'isDisabled',
  'mustChangePassword',
  'passwordHash',
  'twoFactorEnabled',
  'timeZone',
  'currency',
  'fiscalYearStart',
  'importId',
  'event',
  'query',
  'list',
  'shared',
  'mapping',
] as const;
const events = ['signed-in', 'refused', 'refused-locked', 'revealed'] as const;

/** A field by its word on the screens, one of the house's own by its name; one of a later module under its own name. */
export function useFieldText(): (field: string) => string {
  const { t } = useTranslation('platform');
  const { data } = server.useQuery('get', '/api/custom-forms', undefined, { staleTime: 60_000 });
  const own = new Map(data?.items.flatMap((form) => form.fields.map(({ code, name }) => [`custom.${code}`, name])));
  return (field) => {
    const known = fields.find((name) => name === field);
    return known ? t(`audit.fields.${known}`) : (own.get(field) ?? field);
  };
}

/** What a noted event says: a known one in words, anything else as it stands. */
export const eventText = (t: TFunction<'platform'>, event: string): string => {
  const known = events.find((name) => name === event);
  return known ? t(`audit.events.${known}`) : event;
};
