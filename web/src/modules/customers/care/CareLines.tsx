import { ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import s from '../customers.module.css';
import { useGrades } from '../grading/useGrades';
import { customerStates } from '../state';
import type { Line, Spec } from './CarePolicyPage';
import c from './care.module.css';

const triggers = ['Interval', 'FirstOrder', 'ContactDay', 'Holiday', 'KeyAccount'] as const;
const spans = ['Day', 'Week', 'Month'] as const;
const dayKinds = ['Birthday', 'Wedding', 'Moving', 'Other'] as const;
/** As the server calls a customer without a grade. */
const noGrade = '-';

interface CareLinesProps {
  value?: Line[];
  onChange?: (lines: Line[]) => void;
  kinds: Spec['kinds'];
}

/** The lines of the policy in their order; one is changed in a drawer of its own. */
export function CareLines({ value = [], onChange, kinds }: CareLinesProps) {
  const { t } = useTranslation('customers');
  const units = useUnitChoices();
  const [editing, setEditing] = useState<number | null>(null);
  const kindName = (code: string) => kinds.find((kind) => kind.code === code)?.name ?? code;
  const put = (lines: Line[]) => onChange?.(lines);
  return (
    <>
      <div className={c.lines}>
        <FigureTable
          words={3}
          head={[
            t('care.kind'),
            t('care.forWhom'),
            t('care.when'),
            t('care.budget'),
            t('care.escalateDays'),
            t('change'),
          ]}
        >
          {value.map((line, i) => (
            <tr key={line.code}>
              <th scope="row">{kindName(line.kind)}</th>
              <td>{whom(line, t, units)}</td>
              <td>{when(line, t)}</td>
              <td className="number">{line.budget ?? '–'}</td>
              <td className="number">{(line.escalateDays ?? []).join(', ')}</td>
              <td>
                <IconButton icon={<EditOutlined />} label={t('change')} onClick={() => setEditing(i)} />
                <IconButton
                  icon={<ArrowUpOutlined />}
                  label={t('care.up')}
                  onClick={() =>
                    i > 0 && put([...value.slice(0, i - 1), line, value[i - 1] as Line, ...value.slice(i + 1)])
                  }
                />
                <IconButton
                  icon={<DeleteOutlined />}
                  label={t('care.remove')}
                  onClick={() => put(value.filter((_, at) => at !== i))}
                />
              </td>
            </tr>
          ))}
        </FigureTable>
      </div>
      <div className={s.deeds}>
        <Button size="small" icon={<PlusOutlined />} onClick={() => setEditing(value.length)}>
          {t('care.addLine')}
        </Button>
      </div>
      {editing !== null && (
        <LineForm
          line={value[editing] ?? fresh(value, kinds)}
          kinds={kinds}
          units={units}
          onSave={(line) => put(value.toSpliced(editing, 1, line))}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

/** With a code that no other line has. */
function fresh(lines: Line[], kinds: Spec['kinds']): Line {
  let number = lines.length + 1;
  while (lines.some((line) => line.code === `line-${number}`)) number += 1;
  return {
    code: `line-${number}`,
    kind: kinds[0]?.code ?? '',
    trigger: 'Interval',
    grades: [],
    states: [],
    every: 1,
    span: 'Month',
    holidays: [],
    daysBefore: 0,
    appearDays: 7,
    escalateDays: [3, 7],
  };
}

type T = TFunction<'customers'>;

function whom(line: Line, t: T, units: { value: string; label: string }[]): string {
  const parts = [
    line.unitId && units.find((unit) => unit.value === line.unitId)?.label.trim(),
    line.grades?.length && line.grades.map((grade) => (grade === noGrade ? t('care.noGrade') : grade)).join('/'),
    line.states?.length && line.states.map((state) => t(`states.${state}`)).join('/'),
    (line.fromMonths != null || line.beforeMonths != null) &&
      t('care.stageOf', { from: line.fromMonths ?? 0, before: line.beforeMonths ?? '∞' }),
  ].filter(Boolean);
  return parts.join(' · ') || t('care.everybody');
}

function when(line: Line, t: T): string {
  const days = { days: line.daysBefore };
  switch (line.trigger) {
    case 'ContactDay':
      return t('care.whenDay', { ...days, what: t(`care.dayKinds.${line.dayKind ?? 'Birthday'}`) });
    case 'Holiday':
      return t('care.whenDay', { ...days, what: line.holidays?.join('/') || t('care.anyHoliday') });
    case 'KeyAccount':
      return t('care.triggers.KeyAccount');
    case 'FirstOrder':
      return t('care.whenOrder', { every: line.every, span: t(`care.spans.${line.span ?? 'Month'}`) });
    default:
      return t('care.whenEvery', { every: line.every, span: t(`care.spans.${line.span ?? 'Month'}`) });
  }
}

interface LineFormProps {
  line: Line;
  kinds: Spec['kinds'];
  units: { value: string; label: string }[];
  onSave: (line: Line) => void;
  onClose: () => void;
}

interface LineFields extends Omit<Line, 'escalateDays' | 'holidays'> {
  escalateDays: string;
  holidays: string;
}

const wordsOf = (text: string): string[] => text.split(/[,，、\s]+/).filter(Boolean);

function LineForm({ line, kinds, units, onSave, onClose }: LineFormProps) {
  const { t } = useTranslation('customers');
  const grades = [...useGrades(), noGrade];
  const many = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" options={options} placeholder={t('care.any')} />
  );
  return (
    <FormDrawer<LineFields>
      name="careLine"
      title={t('care.line')}
      initial={{
        ...line,
        escalateDays: (line.escalateDays ?? []).join(', '),
        holidays: (line.holidays ?? []).join('、'),
      }}
      save={async (fields) =>
        onSave({
          ...line,
          ...fields,
          escalateDays: wordsOf(fields.escalateDays ?? '').map(Number),
          holidays: wordsOf(fields.holidays ?? ''),
        })
      }
      onClose={() => onClose()}
      saveText={t('care.take')}
    >
      <div className={s.pair}>
        <Form.Item name="kind" label={t('care.kind')} required>
          <ChoiceInput clearable={false} options={kinds.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item name="code" label={t('care.code')} required>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="trigger" label={t('care.trigger')} required>
          <ChoiceInput
            clearable={false}
            options={triggers.map((one) => ({ value: one, label: t(`care.triggers.${one}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item noStyle shouldUpdate={(before: LineFields, now: LineFields) => before.trigger !== now.trigger}>
        {(form) => <When trigger={form.getFieldValue('trigger')} />}
      </Form.Item>
      <Form.Item name="grades" label={t('care.grades')}>
        {many(grades.map((grade) => ({ value: grade, label: grade === noGrade ? t('care.noGrade') : grade })))}
      </Form.Item>
      <Form.Item name="states" label={t('care.customerStates')} extra={t('care.customerStatesNote')}>
        {many(customerStates.map((state) => ({ value: state, label: t(`states.${state}`) })))}
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="fromMonths" label={t('care.fromMonths')}>
          <InputNumber min={0} max={1200} precision={0} />
        </Form.Item>
        <Form.Item name="beforeMonths" label={t('care.beforeMonths')}>
          <InputNumber min={1} max={1200} precision={0} />
        </Form.Item>
        <Form.Item name="unitId" label={t('care.unit')}>
          <ChoiceInput options={units} placeholder={t('care.wholeHouse')} />
        </Form.Item>
        <Form.Item name="budget" label={t('care.budget')}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="appearDays" label={t('care.appearDays')}>
          <InputNumber min={0} max={90} precision={0} />
        </Form.Item>
        <Form.Item name="escalateDays" label={t('care.escalateDays')} extra={t('care.escalateNote')}>
          <Input />
        </Form.Item>
      </div>
    </FormDrawer>
  );
}

function When({ trigger }: { trigger: Line['trigger'] }) {
  const { t } = useTranslation('customers');
  if (trigger === 'KeyAccount') return <p className="muted">{t('care.keyAccountNote')}</p>;
  const isAhead = trigger === 'ContactDay' || trigger === 'Holiday';
  return (
    <div className={s.pair}>
      {trigger === 'ContactDay' && (
        <Form.Item name="dayKind" label={t('care.dayKind')} required>
          <ChoiceInput
            clearable={false}
            options={dayKinds.map((one) => ({ value: one, label: t(`care.dayKinds.${one}`) }))}
          />
        </Form.Item>
      )}
      {trigger === 'Holiday' && (
        <Form.Item name="holidays" label={t('care.holidays')} extra={t('care.holidaysNote')}>
          <Input />
        </Form.Item>
      )}
      {isAhead ? (
        <Form.Item name="daysBefore" label={t('care.daysBefore')}>
          <InputNumber min={0} max={90} precision={0} />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="every" label={t('care.every')}>
            <InputNumber min={1} max={999} precision={0} />
          </Form.Item>
          <Form.Item name="span" label={t('care.span')}>
            <ChoiceInput
              clearable={false}
              options={spans.map((one) => ({ value: one, label: t(`care.spans.${one}`) }))}
            />
          </Form.Item>
        </>
      )}
    </div>
  );
}
