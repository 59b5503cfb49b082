import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
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

/** A field by its word on the screens; one of a later module under its own name. */
export const fieldText = (t: TFunction<'platform'>, field: string): string => {
  const known = fields.find((name) => name === field);
  return known ? t(`audit.fields.${known}`) : field;
};

/** What a noted event says: a known one in words, anything else as it stands. */
export const eventText = (t: TFunction<'platform'>, event: string): string => {
  const known = events.find((name) => name === event);
  return known ? t(`audit.events.${known}`) : event;
};
