import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { useLanguage } from '@/shared/text/language';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { PeoplePicker } from '@/shared/ui/inputs/PeoplePicker';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import s from '../approvals.module.css';
import { cleanRow, finders, type Kind, modes, type Node, newNode, type Row, substitutes, unitKinds } from './model';
import { TimeLimits } from './TimeLimits';
import type { useWords } from './useWords';

interface RowDrawerProps {
  row: Row;
  number: number;
  kind: Kind;
  people: { id: string; name: string }[];
  words: ReturnType<typeof useWords>;
  onSave: (row: Row) => void;
  onClose: () => void;
}

/** One row of the table: when it applies, and which way it sends a request. Kept in the draft; the table itself is saved on the page. */
export function RowDrawer({ row, number, kind, people, words, onSave, onClose }: RowDrawerProps) {
  const { t } = useTranslation(['approvals', 'shared']);
  const { company } = useSession();
  const language = useLanguage();
  const units = useUnitChoices();
  return (
    <FormDrawer<Row>
      name="row"
      title={t('rules.rowTitle', { number })}
      initial={row}
      save={async (values) => onSave(cleanRow({ ...row, ...values }))}
      saveText={t('rules.take')}
      onClose={() => onClose()}
      width={600}
    >
      <Form.Item name="name" label={t('rules.rowName')}>
        <Input maxLength={60} placeholder={t('rules.rowNameHint')} />
      </Form.Item>
      {kind.hasMatter && (
        <Form.Item name="matters" label={t('matter')}>
          <Select
            mode="multiple"
            placeholder={t('rules.any')}
            options={(words.matters?.items ?? []).map((m) => ({
              value: m.id,
              label: language === 'en' ? m.nameEn : m.name,
            }))}
          />
        </Form.Item>
      )}
      {kind.hasAmount && (
        <div className={s.pair}>
          <Form.Item name="amountFrom" label={t('rules.amountFrom')}>
            <MoneyInput unit={company.currency} />
          </Form.Item>
          <Form.Item name="amountTo" label={t('rules.amountTo')}>
            <MoneyInput unit={company.currency} />
          </Form.Item>
        </div>
      )}
      {kind.hasDiscount && (
        <div className={s.pair}>
          <Form.Item name="discountFrom" label={t('rules.discountFrom')}>
            <RateInput />
          </Form.Item>
          <Form.Item name="discountTo" label={t('rules.discountTo')}>
            <RateInput />
          </Form.Item>
        </div>
      )}
      {kind.hasDays && (
        <div className={s.pair}>
          <Form.Item name="daysFrom" label={t('rules.daysFrom')}>
            <NumberInput />
          </Form.Item>
          <Form.Item name="daysTo" label={t('rules.daysTo')}>
            <NumberInput />
          </Form.Item>
        </div>
      )}
      {kind.hasGrade && (
        <Form.Item name="grades" label={t('grade')}>
          <Select mode="tags" placeholder={t('rules.any')} tokenSeparators={[',', ' ']} />
        </Form.Item>
      )}
      <div className={s.pair}>
        <Form.Item name="unitId" label={t('rules.unit')}>
          <ChoiceInput placeholder={t('rules.any')} options={units} />
        </Form.Item>
        <Form.Item name="positions" label={t('rules.positions')}>
          <Select
            mode="multiple"
            placeholder={t('rules.any')}
            showSearch={{ optionFilterProp: 'label' }}
            options={(words.positions?.items ?? []).map((p) => ({ value: p.id, label: p.name }))}
          />
        </Form.Item>
      </div>
      <h2 className={s.section}>{t('route')}</h2>
      <Form.List name="route">
        {(fields, { add, remove, move }) => (
          <>
            {fields.map((field, i) => (
              <section key={field.key} className={s.node} aria-label={t('rules.station', { number: i + 1 })}>
                <div className={s.nodeHead}>
                  <b>{t('rules.station', { number: i + 1 })}</b>
                  <IconButton
                    label={t('rules.up')}
                    icon={<ArrowUpOutlined />}
                    disabled={i === 0}
                    onClick={() => move(i, i - 1)}
                  />
                  <IconButton
                    label={t('rules.down')}
                    icon={<ArrowDownOutlined />}
                    disabled={i === fields.length - 1}
                    onClick={() => move(i, i + 1)}
                  />
                  <IconButton
                    label={t('rules.removeStation', { number: i + 1 })}
                    icon={<DeleteOutlined />}
                    onClick={() => remove(field.name)}
                  />
                </div>
                <NodeFields name={field.name} people={people} words={words} />
              </section>
            ))}
            <Button
              icon={<PlusOutlined />}
              onClick={() => add(newNode(t('rules.newStation', { number: fields.length + 1 })))}
            >
              {t('rules.addStation')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="copyTo" label={t('rules.copyTo')} style={{ marginTop: 16 }}>
        <PeoplePicker known={people} />
      </Form.Item>
    </FormDrawer>
  );
}

function NodeFields({
  name,
  people,
  words,
}: {
  name: number;
  people: RowDrawerProps['people'];
  words: RowDrawerProps['words'];
}) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const node = Form.useWatch<Node | undefined>(['route', name]);
  const finder = node?.finder ?? 'Superior';
  const choices = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  const current = people.find((person) => person.id === node?.substituteId);
  return (
    <>
      <div className={s.pair}>
        <Form.Item name={[name, 'name']} label={t('rules.stationName')} required>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={[name, 'finder']} label={t('rules.finder')}>
          <ChoiceInput clearable={false} options={choices(finders, (value) => t(`finder.${value}`))} />
        </Form.Item>
      </div>
      {finder === 'People' && (
        <Form.Item name={[name, 'people']} label={t('rules.people')} required>
          <PeoplePicker known={people} />
        </Form.Item>
      )}
      {finder === 'Role' && (
        <Form.Item name={[name, 'role']} label={t('rules.role')} required>
          {words.roles ? (
            <ChoiceInput
              clearable={false}
              options={words.roles.items.map((r) => ({ value: r.code, label: language === 'en' ? r.nameEn : r.name }))}
            />
          ) : (
            <Input maxLength={40} />
          )}
        </Form.Item>
      )}
      {finder === 'Superior' && (
        <Form.Item name={[name, 'levels']} label={t('rules.levels')} required>
          <InputNumber min={1} max={10} precision={0} />
        </Form.Item>
      )}
      {finder === 'SuperiorsToUnit' && (
        <Form.Item name={[name, 'unitKind']} label={t('rules.toUnitKind')} required>
          <ChoiceInput clearable={false} options={choices(unitKinds, (value) => t(`unitKind.${value}`))} />
        </Form.Item>
      )}
      <div className={s.pair}>
        <Form.Item name={[name, 'mode']} label={t('rules.mode')}>
          <ChoiceInput clearable={false} options={choices(modes, (value) => t(`mode.${value}`))} />
        </Form.Item>
        <Form.Item name={[name, 'substitute']} label={t('rules.substitute')}>
          <ChoiceInput clearable={false} options={choices(substitutes, (value) => t(`substitute.${value}`))} />
        </Form.Item>
      </div>
      {node?.substitute === 'Person' && (
        <Form.Item name={[name, 'substituteId']} label={t('rules.substitutePerson')} required>
          <RemotePicker path="/api/colleagues" current={current && { ...current, number: null }} />
        </Form.Item>
      )}
      <TimeLimits station={name} />
    </>
  );
}
