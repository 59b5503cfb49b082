import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { PeoplePicker } from '@/shared/ui/inputs/PeoplePicker';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { type Campaign, type CampaignState, campaignStates, nameFields } from './words';

interface Values {
  name: string;
  purpose?: string | null;
  first: string;
  last?: string | null;
  ownerId?: string | null;
  state: CampaignState;
  products?: string | null;
  industries?: string | null;
  people: string[];
  units: string[];
  required: string[];
}

interface CampaignFormProps {
  /** Null makes a new one. */
  campaign: Campaign | null;
  reload?: () => Promise<unknown>;
  onClose: (saved?: string) => void;
}

export function CampaignForm({ campaign, reload, onClose }: CampaignFormProps) {
  const { t } = useTranslation('customers');
  const { person, company } = useSession();
  const units = useUnitChoices();
  const parts = campaign?.parts ?? [];
  const save = ({ required, ...values }: Values): Promise<unknown> => {
    const body = { ...values, name: values.name ?? '' };
    return campaign
      ? api.PUT('/api/campaigns/{id}', {
          params: { path: { id: campaign.id } },
          body,
          headers: ifMatch(campaign.version),
        })
      : api.POST('/api/campaigns', { body: { ...body, required: required.length > 0 ? required : null } });
  };
  const owner = campaign
    ? { id: campaign.ownerId, name: campaign.ownerName ?? '' }
    : person
      ? { id: person.id, name: person.name }
      : null;
  return (
    <FormDrawer<Values>
      name="campaign"
      title={campaign ? t('edit', { name: campaign.name }) : t('campaigns.create')}
      initial={{
        name: campaign?.name ?? '',
        purpose: campaign?.purpose ?? null,
        first: campaign?.first ?? company.today,
        last: campaign?.last ?? null,
        ownerId: owner?.id ?? null,
        state: campaign?.state ?? 'Running',
        products: campaign?.products ?? null,
        industries: campaign?.industries ?? null,
        people: parts.flatMap((part) => part.personId ?? []),
        units: parts.flatMap((part) => part.unitId ?? []),
        required: [],
      }}
      save={save}
      onSaved={() => toast.success(t('campaigns.saved'))}
      reload={reload}
      onClose={() => onClose()}
    >
      <Form.Item name="name" label={t('campaigns.name')} required>
        <Input maxLength={80} autoFocus={!campaign} />
      </Form.Item>
      <Form.Item name="purpose" label={t('campaigns.purpose')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="first" label={t('campaigns.first')} required>
          <DateInput />
        </Form.Item>
        <Form.Item name="last" label={t('campaigns.last')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="ownerId" label={t('campaigns.owner')} required>
          <RemotePicker path="/api/people" query={{ active: 'true' }} current={owner} />
        </Form.Item>
        <Form.Item name="state" label={t('state')} required>
          <ChoiceInput
            clearable={false}
            options={campaignStates.map((one) => ({ value: one, label: t(`campaigns.states.${one}`) }))}
          />
        </Form.Item>
        <Form.Item name="products" label={t('campaigns.products')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="industries" label={t('campaigns.industries')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="units" label={t('campaigns.units')} extra={t('campaigns.partsHint')}>
        <Select mode="multiple" options={units} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="people" label={t('campaigns.people')}>
        <PeoplePicker
          known={parts.flatMap((part) => (part.personId ? [{ id: part.personId, name: part.name }] : []))}
        />
      </Form.Item>
      {!campaign && (
        <Form.Item name="required" label={t('names.required')} extra={t('campaigns.requiredHint')}>
          <Select
            mode="multiple"
            options={nameFields.map((field) => ({ value: field, label: t(`names.fields.${field}`) }))}
          />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
