import { Checkbox, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { PeoplePicker } from '@/shared/ui/inputs/PeoplePicker';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';

/** Whom something is for, as a form holds it. */
export interface AudienceValues {
  units?: string[];
  withSubunits?: boolean;
  positions?: string[];
  people?: string[];
}

type AudienceView = Reply<'/api/notices/{id}'>['to'];

export const audienceLines = ({ units = [], withSubunits = true, positions = [], people = [] }: AudienceValues) => [
  ...units.map((unitId) => ({ unitId, withSubunits })),
  ...positions.map((positionId) => ({ positionId, withSubunits: false })),
  ...people.map((personId) => ({ personId, withSubunits: false })),
];

export const audienceValues = (to: AudienceView): AudienceValues => ({
  units: to.flatMap((line) => line.unitId ?? []),
  withSubunits: to.some((line) => line.withSubunits) || to.every((line) => !line.unitId),
  positions: to.flatMap((line) => line.positionId ?? []),
  people: to.flatMap((line) => line.personId ?? []),
});

/** Units, positions and persons: three fields of the form around it. */
export function AudienceInput({
  known = [],
  withPositions = true,
}: {
  /** Names of people that are chosen already. */
  known?: { personId?: string | null; name: string }[];
  withPositions?: boolean;
}) {
  const { t } = useTranslation('collaboration');
  const units = useUnitChoices();
  const { data: positions } = server.useQuery('get', '/api/positions', undefined, { enabled: withPositions });
  const named = Form.useWatch<string[] | undefined>('units');
  return (
    <>
      <Form.Item name="units" label={t('audience.units')}>
        <Select
          mode="multiple"
          options={units}
          placeholder={t('audience.pickUnits')}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      {!!named?.length && (
        <Form.Item name="withSubunits" valuePropName="checked" style={{ marginTop: -14 }}>
          <Checkbox>{t('audience.withSubunits')}</Checkbox>
        </Form.Item>
      )}
      {withPositions && (
        <Form.Item name="positions" label={t('audience.positions')}>
          <Select
            mode="multiple"
            options={(positions?.items ?? []).map((p) => ({ value: p.id, label: p.name }))}
            placeholder={t('audience.pickPositions')}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
      )}
      <Form.Item name="people" label={t('audience.people')}>
        <PeoplePicker
          known={known.flatMap((line) => (line.personId ? [{ id: line.personId, name: line.name }] : []))}
        />
      </Form.Item>
    </>
  );
}
