import type { TFunction } from 'i18next';
import type { Body } from '@/shared/api/types';

export type UnitKind = Body<'/api/units'>['kind'];
export const unitKinds: UnitKind[] = ['Company', 'Region', 'Department', 'Team', 'Store'];

export const kindText = (t: TFunction<['organization', 'shared']>, kind: string): string =>
  unitKinds.includes(kind as UnitKind) ? t(`organization:units.kinds.${kind as UnitKind}`) : kind;
