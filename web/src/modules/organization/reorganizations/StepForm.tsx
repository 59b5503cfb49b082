import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { PeoplePicker } from '@/shared/ui/inputs/PeoplePicker';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { type Preview, type Step, type StepKind, unitChoices } from './plan';

interface StepFormProps {
  kind: StepKind;
  /** Absent: a new one. */
  step: Step | undefined;
  preview: Preview | undefined;
  keep: (step: Step) => void;
  onClose: () => void;
}

const newUnitKinds = ['Region', 'Department', 'Team', 'Store'] as const;

/** What one step needs to know; which fields there are depends on its kind. */
export function StepForm({ kind, step, preview, keep, onClose }: StepFormProps) {
  const { t } = useTranslation('organization');
  const positions = server.useQuery('get', '/api/positions', undefined, { enabled: kind === 'MovePeople' });
  const units = unitChoices(preview);
  const named = (id: string | null | undefined) =>
    id && preview?.names[id] ? { id, name: preview.names[id] } : undefined;
  const known = (step?.people ?? []).flatMap((id) => named(id) ?? []);
  const has = (...kinds: StepKind[]) => kinds.includes(kind);
  const required = [{ required: true }];
  const unitOf = { NewUnit: 'parent', MoveUnit: 'target', Merge: 'into', MovePeople: 'toUnit' } as const;
  return (
    <FormDrawer<Step>
      name="step"
      title={t(`reorganizations.kinds.${kind}`)}
      width={480}
      saveText={t('reorganizations.keepStep')}
      initial={step ?? { kind, unitKind: 'Team', people: [] }}
      save={async (values) =>
        keep({
          ...values,
          kind,
          unitId: kind === 'NewUnit' ? (step?.unitId ?? crypto.randomUUID()) : (values.unitId ?? null),
          people: values.people ?? [],
        })
      }
      onClose={onClose}
    >
      {has('MovePeople') && (
        <Form.Item name="people" label={t('reorganizations.who')} rules={required} required>
          <PeoplePicker known={known} />
        </Form.Item>
      )}
      {has('Rename', 'MoveUnit', 'Merge', 'Close', 'SetHead') && (
        <Form.Item name="unitId" label={t('reorganizations.unit')} rules={required}>
          <ChoiceInput options={units} clearable={false} />
        </Form.Item>
      )}
      {has('NewUnit', 'Rename') && (
        <Form.Item name="name" label={t('reorganizations.newName')} rules={required}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
      )}
      {has('NewUnit') && (
        <Form.Item name="unitKind" label={t('units.kind')} rules={required}>
          <ChoiceInput
            clearable={false}
            options={newUnitKinds.map((value) => ({ value, label: t(`units.kinds.${value}`) }))}
          />
        </Form.Item>
      )}
      {has('NewUnit', 'MoveUnit', 'Merge', 'MovePeople') && (
        <Form.Item
          name="targetId"
          label={t(`reorganizations.${unitOf[kind as keyof typeof unitOf]}`)}
          rules={kind === 'MovePeople' ? [] : required}
          extra={kind === 'MovePeople' && t('reorganizations.toUnitHelp')}
        >
          <ChoiceInput options={units} clearable={kind === 'MovePeople'} />
        </Form.Item>
      )}
      {has('MovePeople') && (
        <Form.Item name="positionId" label={t('reorganizations.position')} extra={t('reorganizations.positionHelp')}>
          <ChoiceInput options={(positions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      {has('NewUnit', 'SetHead', 'MovePeople') && (
        <Form.Item
          name="personId"
          label={t(kind === 'MovePeople' ? 'reorganizations.superior' : 'units.head')}
          extra={kind === 'MovePeople' && t('reorganizations.superiorHelp')}
        >
          <RemotePicker path="/api/colleagues" current={named(step?.personId) ?? null} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
