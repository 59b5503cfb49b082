import { ArrowDownOutlined, ArrowUpOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import { IconButton } from '@/shared/ui/IconButton';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { PolicyForm } from '../PolicyForm';
import { CareLines } from './CareLines';
import { CarePreview } from './CarePreview';
import c from './care.module.css';

type View = Reply<'/api/care-policies'>;
type Policy = View['items'][number];
export type Spec = Policy['spec'];
export type Line = Spec['lines'][number];

export interface Fields {
  first: string;
  spec: Omit<Spec, 'kinds'> & { kinds: string };
}

/** A kind in a line: code, name, English name, and whether it asks for a score. */
const kindsText = (kinds: Spec['kinds']): string =>
  kinds.map((kind) => [kind.code, kind.name, kind.nameEn, ...(kind.isSurvey ? ['1-10'] : [])].join(' | ')).join('\n');

export const kindsOf = (text: string): Spec['kinds'] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [code = '', name = '', nameEn = '', survey] = line.split('|').map((part) => part.trim());
      return { code, name, nameEn, isSurvey: !!survey };
    });

export const toSpec = ({ spec }: Fields): Spec => ({ ...spec, kinds: kindsOf(spec.kinds) });

/** What customers are cared for by, from a day on: kinds, lines, and the table of what to do next. */
export default function CarePolicyPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/care-policies');
  const add = server.useMutation('post', '/api/care-policies', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/care-policies/{id}', { meta: { quiet: true } });
  const run = server.useMutation('post', '/api/care-runs');
  const policy = data?.items.find((one) => one.can.includes('edit')) ?? data?.items.find((one) => one.holds);
  const bodyOf = (values: Fields): Body<'/api/care-policies'> => ({ first: values.first ?? '', spec: toSpec(values) });
  return (
    <>
      <PageHead
        title={t('care.policy')}
        actions={
          <Button
            icon={<PlayCircleOutlined />}
            loading={run.isPending}
            onClick={() =>
              run
                .mutateAsync({})
                .then((done) => toast.success(t('care.ran', { made: done.made, changed: done.changed })))
                .catch(() => undefined)
            }
          >
            {t('care.runNow')}
          </Button>
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && policy && (
        <div className={s.wide}>
          <PolicyForm<Fields>
            name="care"
            policy={policy}
            initial={(first) => ({ first, spec: { ...policy.spec, kinds: kindsText(policy.spec.kinds) } })}
            add={(values) => add.mutateAsync({ body: bodyOf(values) })}
            edit={(id, version, values) =>
              edit.mutateAsync({ params: { path: { id } }, body: bodyOf(values), headers: ifMatch(version) })
            }
            reload={refetch}
          >
            <Editor />
          </PolicyForm>
          <Versions data={data} />
        </div>
      )}
    </>
  );
}

function Editor() {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const form = Form.useFormInstance<Fields>();
  return (
    <div className={s.wide}>
      <Panel title={t('care.lines')} note={t('care.linesNote')}>
        <Form.Item noStyle shouldUpdate={(before: Fields, now: Fields) => before.spec.kinds !== now.spec.kinds}>
          {() => (
            <Form.Item name={['spec', 'lines']}>
              <CareLines kinds={kindsOf(form.getFieldValue(['spec', 'kinds']) ?? '')} />
            </Form.Item>
          )}
        </Form.Item>
        <CarePreview spec={() => toSpec(form.getFieldsValue(true) as Fields)} />
      </Panel>
      <Panel title={t('care.from')}>
        <div className={s.bounds}>
          <Form.Item name="first" label={t('grading.first')} required>
            <DateInput min={company.today} />
          </Form.Item>
          <Form.Item name={['spec', 'overBudgetWithReason']} valuePropName="checked" label={t('care.overBudget')}>
            <Checkbox>{t('care.overBudgetWithReason')}</Checkbox>
          </Form.Item>
        </div>
        <Form.Item name={['spec', 'kinds']} label={t('care.kinds')} extra={t('care.kindsNote')}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} />
        </Form.Item>
      </Panel>
      <Panel title={t('care.nextTable')} note={t('care.nextTableNote')}>
        <Form.List name={['spec', 'next']}>
          {(fields, { move }) =>
            fields.map(({ key, name }) => (
              <div key={key} className={c.rank}>
                <b>
                  {t(
                    `care.signals.${(form.getFieldValue(['spec', 'next', name, 'signal']) ?? 'CareDue') as 'CareDue'}`,
                  )}
                </b>
                <Form.Item name={[name, 'days']} label={t('care.days')}>
                  <InputNumber min={0} max={3650} precision={0} />
                </Form.Item>
                <Form.Item name={[name, 'script']} label={t('care.script')}>
                  <Input maxLength={500} />
                </Form.Item>
                <Form.Item name={[name, 'scriptEn']} label={t('care.scriptEn')}>
                  <Input maxLength={500} />
                </Form.Item>
                <div>
                  <IconButton
                    icon={<ArrowUpOutlined />}
                    label={t('care.up')}
                    onClick={() => name > 0 && move(name, name - 1)}
                  />
                  <IconButton
                    icon={<ArrowDownOutlined />}
                    label={t('care.down')}
                    onClick={() => name + 1 < fields.length && move(name, name + 1)}
                  />
                </div>
              </div>
            ))
          }
        </Form.List>
      </Panel>
    </div>
  );
}

/** What held and will hold, and what the last nights made of it. */
function Versions({ data }: { data: View }) {
  const { t } = useTranslation('customers');
  const remove = server.useMutation('delete', '/api/care-policies/{id}');
  return (
    <>
      <Panel title={t('care.versions')}>
        <ul className={s.signs}>
          {data.items.map((policy) => (
            <li key={policy.id ?? ''}>
              <span>{policy.first ? <Day value={policy.first} /> : t('care.usual')}</span>
              {policy.holds && <b>{t('care.holds')}</b>}
              <span className="muted">{t('care.lineCount', { count: policy.spec.lines.length })}</span>
              {policy.can.includes('delete') && policy.id && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => remove.mutate({ params: { path: { id: policy.id as string } } })}
                >
                  {t('care.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {data.runs.length > 0 && (
        <Panel title={t('care.runs')}>
          <ul className={s.signs}>
            {data.runs.map((run) => (
              <li key={run.number}>
                <Day value={run.on} />
                <span className="muted">
                  {t('care.runOf', {
                    customers: run.customers,
                    made: run.made,
                    changed: run.changed,
                    back: run.takenBack,
                    up: run.escalated,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
