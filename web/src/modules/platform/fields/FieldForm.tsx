import { Form, Input, InputNumber, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { toast } from '@/shared/ui/toast';
import { type Field, type FieldBody, isChoice, kinds, type Rule, type Subject } from './fields';
import s from './fields.module.css';
import { RuleFields, ruleBody } from './RuleFields';
import { useAskable } from './useAskable';

interface FieldFormProps {
  subject: Subject;
  /** Of the subject: what conditions can ask of. */
  fields: Field[];
  /** Null makes a new one. */
  field: Field | null;
  onClose: () => void;
}

type Values = FieldBody & { required: Rule };

const empty = (text: string | null | undefined) => text?.trim() || null;

export function FieldForm({ subject, fields, field, onClose }: FieldFormProps) {
  const { t } = useTranslation(['platform', 'shared']);
  const asked = useAskable(subject, fields).filter((one) => one.field !== `custom.${field?.code}`);
  const save = (values: Values) => {
    const { code, required, ...rest } = values;
    const body = {
      ...rest,
      name: rest.name ?? '',
      nameEn: empty(rest.nameEn),
      section: empty(rest.section),
      sectionEn: empty(rest.sectionEn),
      hint: empty(rest.hint),
      hintEn: empty(rest.hintEn),
      listId: isChoice(rest.kind) ? (rest.listId ?? null) : null,
      min: empty(rest.min),
      max: empty(rest.max),
      required: ruleBody(required),
    };
    return field
      ? api.PUT('/api/custom-fields/{id}', {
          params: { path: { id: field.id } },
          body,
          headers: ifMatch(field.version),
        })
      : api.POST('/api/custom-fields', { body: { ...body, subject: subject.code, code: code ?? '' } });
  };
  return (
    <FormDrawer<Values>
      name="field"
      title={field ? t('fields.editOf', { name: field.name }) : t('fields.addTo', { subject: subject.name })}
      width={560}
      initial={{
        ...(field ?? { kind: 'Text', isInList: false, isFilter: false, isSensitive: false }),
        required: field?.required ?? { need: 'Never', values: [], ofOld: false },
      }}
      save={save}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={() => onClose()}
    >
      <div className={s.pair}>
        <Form.Item name="name" label={t('fields.name')} required>
          <Input autoFocus={!field} autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('fields.nameEn')}>
          <Input autoComplete="off" maxLength={60} placeholder={t('fields.asChinese')} />
        </Form.Item>
        {!field && (
          <Form.Item name="code" label={t('fields.code')} extra={t('fields.codeHelp')} required>
            <Input autoComplete="off" maxLength={40} />
          </Form.Item>
        )}
        <KindFields isFixed={!!field && !field.can.includes('kind')} />
      </div>
      <div className={s.pair}>
        <Form.Item name="section" label={t('fields.section')} extra={t('fields.sectionHelp')}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="sectionEn" label={t('fields.sectionEn')}>
          <Input autoComplete="off" maxLength={60} placeholder={t('fields.asChinese')} />
        </Form.Item>
        <Form.Item name="hint" label={t('fields.hint')}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <Form.Item name="hintEn" label={t('fields.hintEn')}>
          <Input autoComplete="off" maxLength={200} placeholder={t('fields.asChinese')} />
        </Form.Item>
      </div>
      <RuleFields asked={asked} />
      <Switches />
    </FormDrawer>
  );
}

/** The kind, and what only fields of that kind have. */
function KindFields({ isFixed }: { isFixed: boolean }) {
  const { t } = useTranslation('platform');
  const kind = Form.useWatch<Field['kind'] | undefined>('kind', Form.useFormInstance());
  const lists = server.useQuery('get', '/api/option-lists');
  const Figure = kind === 'Money' ? MoneyInput : NumberInput;
  return (
    <>
      <Form.Item name="kind" label={t('fields.kind')} extra={isFixed && t('fields.kindFixed')} required>
        <ChoiceInput
          clearable={false}
          options={kinds
            .filter((one) => !isFixed || one === kind)
            .map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
        />
      </Form.Item>
      {isChoice(kind) && (
        <Form.Item name="listId" label={t('fields.list')} required>
          <ChoiceInput
            clearable={false}
            options={(lists.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      {(kind === 'Text' || kind === 'LongText') && (
        <Form.Item name="maxLength" label={t('fields.maxLength')}>
          <InputNumber min={1} max={kind === 'Text' ? 200 : 4000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      )}
      {(kind === 'Number' || kind === 'Money') && (
        <>
          <Form.Item name="min" label={t('fields.min')}>
            <Figure />
          </Form.Item>
          <Form.Item name="max" label={t('fields.max')}>
            <Figure />
          </Form.Item>
        </>
      )}
      {kind === 'Number' && (
        <Form.Item name="decimals" label={t('fields.decimals')}>
          <InputNumber min={0} max={4} precision={0} placeholder="4" style={{ width: '100%' }} />
        </Form.Item>
      )}
    </>
  );
}

function Switches() {
  const { t } = useTranslation('platform');
  const kind = Form.useWatch<Field['kind'] | undefined>('kind', Form.useFormInstance());
  const names = ['isInList', 'isFilter', 'isSensitive'] as const;
  return (
    <>
      {names
        .filter((name) => name !== 'isFilter' || kind !== 'LongText')
        .map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            extra={name === 'isSensitive' && t('fields.sensitiveHelp')}
            valuePropName="checked"
            layout="horizontal"
            colon={false}
          >
            <Switch />
          </Form.Item>
        ))}
    </>
  );
}
