import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { type UnitKind, unitKinds } from './kinds';
import { branchOf, type Unit } from './tree';
import { UnitPicker } from './UnitPicker';

type Values = Body<'/api/units'>;

interface UnitFormProps {
  /** Absent: a new one is made. */
  unit?: Unit;
  /** Where the new one goes unless told otherwise. */
  parent?: string;
  units: Unit[];
  reload: () => Promise<unknown>;
  onClose: () => void;
}

/** One form adds, renames, moves and orders a unit. */
export function UnitForm({ unit, parent, units, reload, onClose }: UnitFormProps) {
  const { t } = useTranslation('organization');
  const { company } = useSession();
  const seesPeople = useCan('organization.people-read');
  const add = server.useMutation('post', '/api/units', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/units/{id}', { meta: { quiet: true } });
  const siblings = units.filter((one) => one.parentId === parent);
  const isRoot = !!unit && !unit.parentId;
  const initial: Partial<Values> = unit
    ? { ...unit, kind: unit.kind as UnitKind, first: company.today }
    : { kind: 'Team', parentId: parent, order: Math.max(0, ...siblings.map(({ order }) => order + 1)) };

  const save = (values: Values) => {
    const body = {
      ...values,
      name: values.name ?? '',
      parentId: isRoot ? null : (values.parentId ?? null),
      headId: (seesPeople ? values.headId : unit?.headId) ?? null,
      order: values.order ?? 0,
      first: values.first ?? null,
    };
    return unit
      ? edit.mutateAsync({ params: { path: { id: unit.id } }, body, headers: ifMatch(unit.version) })
      : add.mutateAsync({ body });
  };
  return (
    <FormDrawer<Values>
      name="unit"
      title={unit ? t('units.edit', { name: unit.name }) : t('units.create')}
      width={480}
      initial={initial}
      save={save}
      reload={unit && reload}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('units.name')} required>
        <Input autoFocus={!unit} />
      </Form.Item>
      <Form.Item name="kind" label={t('units.kind')} required>
        <ChoiceInput
          clearable={false}
          options={unitKinds.map((kind) => ({ value: kind, label: t(`units.kinds.${kind}`) }))}
        />
      </Form.Item>
      {!isRoot && (
        <Form.Item
          name="parentId"
          label={t('units.parent')}
          extra={unit && t('units.parentHelp')}
          rules={[{ required: true }]}
        >
          <UnitPicker except={unit ? branchOf(units, unit.id) : []} />
        </Form.Item>
      )}
      {seesPeople && (
        <Form.Item name="headId" label={t('units.head')}>
          <RemotePicker
            path="/api/people"
            query={{ active: 'true' }}
            current={unit?.headId && unit.headName ? { id: unit.headId, name: unit.headName } : null}
          />
        </Form.Item>
      )}
      {unit && (
        <Form.Item name="first" label={t('units.since')} extra={t('units.sinceHelp')}>
          <DateInput />
        </Form.Item>
      )}
      <Form.Item name="order" label={t('units.order')} extra={t('units.orderHelp')}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
    </FormDrawer>
  );
}
