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

/** What the trail calls things: mostly tables, a few events. One of a later module shows under its own name. */
export const entities = [
  'session',
  'export',
  'backup',
  'customers_customer',
  'catalog_product',
  'orders_order',
  'orders_line',
  'collections_receipt',
  'planning_goal',
  'territories_territory',
  'territories_holder',
  'organization_person',
  'organization_membership',
  'organization_unit',
  'organization_position',
  'organization_company',
  'platform_account',
  'platform_account_role',
  'platform_role',
  'platform_role_grant',
  'platform_import',
  'platform_import_template',
  'platform_saved_view',
  'platform_file',
  'platform_notification_settings',
  'platform_notification_kind',
  'platform_mail_server',
  'platform_robot',
] as const;
type Entity = (typeof entities)[number];

const isKnown = (entity: string): entity is Entity => entities.includes(entity as Entity);

export const entityText = (t: TFunction<'platform'>, entity: string): string =>
  isKnown(entity) ? t(`audit.entities.${entity}`) : entity;

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
const events = ['signed-in', 'refused', 'refused-locked'] as const;

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
