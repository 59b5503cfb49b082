import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, type FormInstance, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { useCustomForm } from '@/shared/ui/custom/forms';
import { PageForm } from '@/shared/ui/form/PageForm';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { gradeOptions, useGrades } from '../grading/useGrades';
import { customerStates } from '../state';
import { PreviewPanel } from './PreviewPanel';

export type Request = Body<'/api/ownership-rules'>;
export type Rules = Request['rules'];

/** A new version from a day on, beginning from what holds; with what it would take back before it is saved. */
export function RulesForm({ rules, reload }: { rules: Rules; reload: () => Promise<unknown> }) {
  const { t } = useTranslation(['customers', 'shared']);
  const { company } = useSession();
  const add = server.useMutation('post', '/api/ownership-rules', { meta: { quiet: true } });
  const positions = server.useQuery('get', '/api/positions').data?.items ?? [];
  const grades = server.useQuery('get', '/api/grades').data?.items ?? [];
  const states = customerStates.map((state) => ({ value: state, label: t(`states.${state}`) }));
  const any = t('rules.any');
  return (
    <PageForm<Request>
      name="ownershipRules"
      initial={{ first: company.today, rules: typed(rules) }}
      save={(body) => add.mutateAsync({ body: whole(body) })}
      onSaved={() => {
        toast.success(t('rules.saved'));
        void reload();
      }}
    >
      <div className={s.policy}>
        <Panel title={t('rules.from')}>
          <Form.Item name="first" label={t('rules.first')} required>
            <DateInput />
          </Form.Item>
        </Panel>
        <Panel title={t('rules.protection')} note={t('rules.protectionNote')}>
          <Lines name="protection" fresh={{ state: null, grade: null, days: 30, extendDays: 0 }}>
            {(at) => (
              <>
                <Form.Item name={[at, 'state']} label={t('state')}>
                  <ChoiceInput options={states} placeholder={any} />
                </Form.Item>
                <GradeOf list="protection" at={at} />
                <Days at={at} field="days" label={t('rules.days')} />
                <Days at={at} field="extendDays" label={t('rules.extendDays')} />
              </>
            )}
          </Lines>
        </Panel>
        <Panel title={t('rules.recycling')} note={t('rules.recyclingNote')}>
          <Lines name="recycling" fresh={{ cause: 'NoFollowUp', state: null, grade: null, days: 90, remindDays: 7 }}>
            {(at) => (
              <>
                <Form.Item name={[at, 'cause']} label={t('rules.cause')}>
                  <ChoiceInput
                    clearable={false}
                    options={(['NoFollowUp', 'NoDeal', 'OwnerLeft', 'ContractEnded'] as const).map((one) => ({
                      value: one,
                      label: t(`own.causes.${one}`),
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[at, 'state']} label={t('state')}>
                  <ChoiceInput options={states} placeholder={any} />
                </Form.Item>
                <EndField at={at} />
                <GradeOf list="recycling" at={at} />
                <Days at={at} field="days" label={t('rules.days')} />
                <Days at={at} field="remindDays" label={t('rules.remindDays')} />
              </>
            )}
          </Lines>
          <Form.Item noStyle shouldUpdate>
            {(form) => <PreviewPanel rules={() => rulesOf(form as FormInstance<Request>)} />}
          </Form.Item>
        </Panel>
        <Panel title={t('rules.claims')} note={t('rules.claimsNote')}>
          <Lines name="claims" fresh={{ positionId: null, gradeId: null, perDay: 10, held: 300, looksPerDay: 50 }}>
            {(at) => (
              <>
                <Form.Item name={[at, 'positionId']} label={t('rules.position')}>
                  <ChoiceInput
                    options={positions.map((one) => ({ value: one.id, label: one.name }))}
                    placeholder={any}
                  />
                </Form.Item>
                <Form.Item name={[at, 'gradeId']} label={t('rules.grade')}>
                  <ChoiceInput options={grades.map((one) => ({ value: one.id, label: one.name }))} placeholder={any} />
                </Form.Item>
                <Days at={at} field="perDay" label={t('rules.perDay')} />
                <Days at={at} field="held" label={t('rules.held')} />
                <Days at={at} field="looksPerDay" label={t('rules.looks')} />
              </>
            )}
          </Lines>
          <Form.Item name={['rules', 'lockDays']} label={t('rules.lockDays')}>
            <NumberInput />
          </Form.Item>
          <Form.Item name={['rules', 'coOwnersEdit']} label={t('rules.coOwnersEdit')}>
            <YesNo />
          </Form.Item>
        </Panel>
        <Panel title={t('rules.disputes')} note={t('rules.disputesNote')}>
          <Lines name="grounds" fresh={{ ground: 'Protection', points: 10 }}>
            {(at) => (
              <>
                <Form.Item name={[at, 'ground']} label={t('rules.ground')}>
                  <ChoiceInput
                    clearable={false}
                    options={(['Protection', 'FirstEntry', 'FollowUp', 'Order', 'Territory'] as const).map((one) => ({
                      value: one,
                      label: t(`dispute.grounds.${one}`),
                    }))}
                  />
                </Form.Item>
                <Days at={at} field="points" label={t('rules.points')} />
              </>
            )}
          </Lines>
          <div className={s.bounds}>
            <Form.Item name={['rules', 'answerDays']} label={t('rules.answerDays')}>
              <NumberInput />
            </Form.Item>
            <Form.Item name={['rules', 'ruleDays']} label={t('rules.ruleDays')}>
              <NumberInput />
            </Form.Item>
            <Form.Item name={['rules', 'splitShare']} label={t('rules.splitShare')}>
              <RateInput />
            </Form.Item>
          </div>
          <Lines name="causes" fresh={{ code: '', name: '', nameEn: '' }}>
            {(at) => (
              <>
                {(['code', 'name', 'nameEn'] as const).map((field) => (
                  <Form.Item key={field} name={[at, field]} label={t(`rules.${field}`)}>
                    <Input maxLength={40} />
                  </Form.Item>
                ))}
              </>
            )}
          </Lines>
        </Panel>
      </div>
      <div style={{ height: 16 }} />
    </PageForm>
  );
}

/** The fields hold numbers as they are typed: text. */
const typed = (rules: Rules): Rules =>
  JSON.parse(JSON.stringify(rules), (_, value) => (typeof value === 'number' ? String(value) : value));

const number = (value: unknown) => Number(value ?? 0);

function whole(body: Request): Request {
  const { rules } = body;
  return {
    first: body.first,
    rules: {
      protection: rules.protection.map((line) => ({
        ...line,
        days: number(line.days),
        extendDays: number(line.extendDays),
      })),
      recycling: rules.recycling.map((line) => ({
        ...line,
        field: line.cause === 'ContractEnded' ? line.field : null,
        days: number(line.days),
        remindDays: number(line.remindDays),
      })),
      claims: rules.claims.map((line) => ({
        ...line,
        perDay: number(line.perDay),
        held: number(line.held),
        looksPerDay: number(line.looksPerDay),
      })),
      lockDays: number(rules.lockDays),
      coOwnersEdit: rules.coOwnersEdit,
      grounds: rules.grounds.map((line) => ({ ...line, points: number(line.points) })),
      answerDays: number(rules.answerDays),
      ruleDays: number(rules.ruleDays),
      splitShare: rules.splitShare,
      causes: rules.causes,
    },
  };
}

const rulesOf = (form: FormInstance<Request>) => whole(form.getFieldsValue(true)).rules;

function Days({ at, field, label }: { at: number; field: string; label: string }) {
  return (
    <Form.Item name={[at, field]} label={label}>
      <NumberInput />
    </Form.Item>
  );
}

/** Which of the house's own dates ends it; asked where the cause is one. */
function EndField({ at }: { at: number }) {
  const { t } = useTranslation('customers');
  const dates = (useCustomForm('customer')?.fields ?? []).filter(({ kind }) => kind === 'Date');
  const cause = Form.useWatch(['rules', 'recycling', at, 'cause'], Form.useFormInstance());
  return cause === 'ContractEnded' ? (
    <Form.Item name={[at, 'field']} label={t('rules.endField')}>
      <ChoiceInput clearable={false} options={dates.map(({ code, name }) => ({ value: code, label: name }))} />
    </Form.Item>
  ) : null;
}

/** Of the customer, by value. */
function GradeOf({ list, at }: { list: 'protection' | 'recycling'; at: number }) {
  const { t } = useTranslation('customers');
  const grades = useGrades();
  const kept = Form.useWatch(['rules', list, at, 'grade'], Form.useFormInstance());
  return (
    <Form.Item name={[at, 'grade']} label={t('grading.grade')}>
      <ChoiceInput options={gradeOptions(grades, kept)} placeholder={t('rules.any')} />
    </Form.Item>
  );
}

function YesNo({ id, value, onChange }: { id?: string; value?: boolean; onChange?: (value: boolean) => void }) {
  const { t } = useTranslation('customers');
  return (
    <ChoiceInput
      id={id}
      clearable={false}
      value={value ? 'yes' : 'no'}
      onChange={(next) => onChange?.(next === 'yes')}
      options={[
        { value: 'yes', label: t('dispute.yes') },
        { value: 'no', label: t('dispute.no') },
      ]}
    />
  );
}

function Lines({ name, fresh, children }: { name: keyof Rules; fresh: object; children: (at: number) => ReactNode }) {
  const { t } = useTranslation(['customers', 'shared']);
  return (
    <Form.List name={['rules', name]}>
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name: at }) => (
            <div key={key} className={s.line}>
              {children(at)}
              <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={() => remove(at)} />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <Button icon={<PlusOutlined />} size="small" onClick={() => add(fresh)} className={s.addLine}>
            {t('rules.addLine')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
