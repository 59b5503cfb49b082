import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { CustomFields } from '@/shared/ui/custom/CustomFields';
import { useCustomForm, useNeeded } from '@/shared/ui/custom/forms';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { UnitPicker } from '../units/UnitPicker';
import { FileFields, fileFields } from './FileFields';
import s from './people.module.css';

type Person = Reply<'/api/people/{id}'>;
type Adding = Body<'/api/people'>;
type Editing = Body<'/api/people/{id}', 'put'>;
type Placing = Body<'/api/people/{id}/placements'>;

const needed = [{ required: true }];

interface ExistingProps {
  person: Person;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

/** Where, as what, under whom. `at`: where in the form it lies. */
function PlacementFields({ at, manager }: { at?: 'placement'; manager?: { id: string; name: string } | null }) {
  const { t } = useTranslation('organization');
  const { data } = server.useQuery('get', '/api/positions');
  const name = (field: string) => (at ? [at, field] : field);
  return (
    <>
      <Form.Item name={name('unitId')} label={t('people.unit')} rules={needed}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name={name('positionId')} label={t('people.position')} rules={needed}>
        <ChoiceInput
          clearable={false}
          options={(data?.items ?? []).map((position) => ({ value: position.id, label: position.name }))}
        />
      </Form.Item>
      <Form.Item name={name('managerId')} label={t('people.manager')} extra={t('people.managerHelp')}>
        <RemotePicker path="/api/people" query={{ active: 'true' }} current={manager} />
      </Form.Item>
    </>
  );
}

/** A number that is shown masked and sent back as it was stays what it is. */
function ContactFields({ isMasked = false }: { isMasked?: boolean }) {
  const { t } = useTranslation('organization');
  const isNeeded = useNeeded('person');
  return (
    <div className={s.pair}>
      <Form.Item
        name="phone"
        label={t('people.phone')}
        required={isNeeded('phone')}
        extra={isMasked && t('people.maskedHelp')}
      >
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={t('people.email')} required={isNeeded('email')}>
        <Input inputMode="email" autoComplete="off" />
      </Form.Item>
    </div>
  );
}

export function AddPerson({ onClose }: { onClose: (saved?: string) => void }) {
  const { t } = useTranslation('organization');
  const { company } = useSession();
  // The rest of a file is written later, unless the house wants some of it at once.
  const asksMore = useCustomForm('person')?.rules.some(({ field }) => fileFields.includes(field));
  const add = server.useMutation('post', '/api/people', { meta: { quiet: true } });
  return (
    <FormDrawer<Adding>
      name="person"
      title={t('people.create')}
      initial={{ hiredOn: company.today }}
      // He is where he starts from the day he starts.
      save={(values) =>
        add.mutateAsync({ body: { ...values, placement: { ...values.placement, first: values.hiredOn } } })
      }
      onClose={onClose}
    >
      <div className={s.pair}>
        <Form.Item name="name" label={t('people.name')} rules={needed}>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="number" label={t('people.number')}>
          <Input placeholder={t('people.numberHint')} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="hiredOn" label={t('people.hiredOn')} rules={needed}>
        <DateInput />
      </Form.Item>
      <PlacementFields at="placement" />
      <ContactFields />
      {asksMore && <FileFields />}
      <CustomFields subject="person" />
    </FormDrawer>
  );
}

export function EditPerson({ person, reload, onClose }: ExistingProps) {
  const { t } = useTranslation('organization');
  const edit = server.useMutation('put', '/api/people/{id}', { meta: { quiet: true } });
  return (
    <FormDrawer<Editing>
      name="person"
      title={t('people.edit', { name: person.name })}
      width={480}
      initial={person}
      save={(values) =>
        edit.mutateAsync({ params: { path: { id: person.id } }, body: values, headers: ifMatch(person.version) })
      }
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('people.name')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <ContactFields isMasked={!!person.phone?.includes('*')} />
      <div className={s.pair}>
        <Form.Item name="hiredOn" label={t('people.hiredOn')} rules={needed}>
          <DateInput />
        </Form.Item>
        <Form.Item name="leftOn" label={t('people.leftOn')} extra={t('people.leftOnHelp')}>
          <DateInput />
        </Form.Item>
      </div>
      <FileFields />
      <CustomFields subject="person" />
    </FormDrawer>
  );
}

/** From that day on he is somewhere else; where he was until then stays on file. */
export function PlacePerson({ person, reload, onClose }: ExistingProps) {
  const { t } = useTranslation('organization');
  const { company } = useSession();
  const place = server.useMutation('post', '/api/people/{id}/placements', { meta: { quiet: true } });
  const last = person.placements[0];
  const manager = last?.managerId && last.managerName ? { id: last.managerId, name: last.managerName } : null;
  return (
    <FormDrawer<Placing>
      name="placement"
      title={t('people.placeOf', { name: person.name })}
      width={480}
      initial={{ unitId: last?.unitId, positionId: last?.positionId, first: company.today }}
      save={(values) =>
        place.mutateAsync({
          params: { path: { id: person.id } },
          body: { ...values, managerId: values.managerId ?? null },
          headers: ifMatch(person.version),
        })
      }
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="first" label={t('people.first')} extra={t('people.firstHelp')} rules={needed}>
        <DateInput min={person.hiredOn} />
      </Form.Item>
      <PlacementFields manager={manager} />
    </FormDrawer>
  );
}
