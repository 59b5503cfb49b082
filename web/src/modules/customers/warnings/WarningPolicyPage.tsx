import { PlayCircleOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { PolicyForm, TakeBack } from '../PolicyForm';
import type { indicators } from './words';

type View = Reply<'/api/warning-policies'>;
type Policy = View['items'][number];
type Spec = Policy['spec'];
type Preview = Reply<'/api/warning-policies/preview', 'post'>;
type Code = (typeof indicators)[number];

interface Fields {
  first: string;
  spec: Omit<Spec, 'indicators' | 'urgentGrades' | 'causes' | 'measures' | 'ownSignals'> & {
    indicators: (Omit<Spec['indicators'][number], 'byGrade'> & { byGrade: string })[];
    urgentGrades: string;
    causes: string;
    measures: string;
    ownSignals: string;
  };
}

const lists = ['causes', 'measures', 'ownSignals'] as const;

/** A word in a line: code, name, English name. */
const wordsText = (words: Spec['causes']): string =>
  words.map((word) => `${word.code} | ${word.name} | ${word.nameEn}`).join('\n');

const wordsOf = (text: string): Spec['causes'] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [code = '', name = '', nameEn = ''] = line.split('|').map((part) => part.trim());
      return { code, name, nameEn };
    });

const toFields = (policy: Policy, first: string): Fields => ({
  first,
  spec: {
    ...policy.spec,
    indicators: policy.spec.indicators.map((rule) => ({
      ...rule,
      byGrade: (rule.byGrade ?? []).map((one) => `${one.grade}: ${one.threshold}`).join(', '),
    })),
    urgentGrades: policy.spec.urgentGrades.join(', '),
    causes: wordsText(policy.spec.causes),
    measures: wordsText(policy.spec.measures),
    ownSignals: wordsText(policy.spec.ownSignals),
  },
});

const toSpec = ({ spec }: Fields): Spec => ({
  ...spec,
  indicators: spec.indicators.map((rule) => ({
    ...rule,
    byGrade: rule.byGrade
      .split(/[,，]/)
      .filter((part) => part.trim())
      .map((part) => {
        const [grade = '', threshold = ''] = part.split(/[:：]/).map((one) => one.trim());
        return { grade, threshold: threshold === '' || Number.isNaN(Number(threshold)) ? -1 : Number(threshold) };
      }),
  })),
  urgentGrades: spec.urgentGrades
    .split(/[,，\s]+/)
    .map((grade) => grade.trim())
    .filter(Boolean),
  causes: wordsOf(spec.causes),
  measures: wordsOf(spec.measures),
  ownSignals: wordsOf(spec.ownSignals),
});

/** Which signs count from where on, by grade; what must follow; the words one chooses from. */
export default function WarningPolicyPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/warning-policies');
  const add = server.useMutation('post', '/api/warning-policies', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/warning-policies/{id}', { meta: { quiet: true } });
  const remove = server.useMutation('delete', '/api/warning-policies/{id}');
  const run = server.useMutation('post', '/api/warning-runs');
  const policy = data?.items.find((one) => one.can.includes('edit')) ?? data?.items.find((one) => one.holds);
  const bodyOf = (values: Fields): Body<'/api/warning-policies'> => ({
    first: values.first ?? '',
    spec: toSpec(values),
  });
  return (
    <>
      <PageHead
        title={t('warnings.policy')}
        note={t('warnings.policyNote')}
        actions={
          <Button
            icon={<PlayCircleOutlined />}
            loading={run.isPending}
            onClick={() =>
              run
                .mutateAsync({})
                .then(() => toast.success(t('warnings.ran')))
                .catch(() => undefined)
            }
          >
            {t('warnings.runNow')}
          </Button>
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && policy && (
        <div className={s.wide}>
          <TakeBack policy={policy} remove={(id) => remove.mutateAsync({ params: { path: { id } } })} />
          <PolicyForm<Fields>
            name="warnings"
            policy={policy}
            initial={(first) => toFields(policy, first)}
            add={(values) => add.mutateAsync({ body: bodyOf(values) })}
            edit={(id, version, values) =>
              edit.mutateAsync({ params: { path: { id } }, body: bodyOf(values), headers: ifMatch(version) })
            }
            reload={refetch}
          >
            <Editor policy={policy} />
          </PolicyForm>
          {data.rhythm && (
            <Panel
              title={t('warnings.rhythm')}
              note={
                <>
                  {t('grading.asOf')} <Day value={data.rhythm.on} />
                </>
              }
            >
              <p className="number">
                r {data.rhythm.r.toFixed(3)} · α {data.rhythm.alpha.toFixed(3)} · a {data.rhythm.a.toFixed(3)} · b{' '}
                {data.rhythm.b.toFixed(3)}
              </p>
              <p className="muted">{t('warnings.rhythmNote', { count: data.rhythm.customers })}</p>
            </Panel>
          )}
        </div>
      )}
    </>
  );
}

function Editor({ policy }: { policy: Policy }) {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const form = Form.useFormInstance<Fields>();
  const [seen, setSeen] = useState<Preview | null>(null);
  const preview = server.useMutation('post', '/api/warning-policies/preview');
  const look = () =>
    preview
      .mutateAsync({ body: { spec: toSpec(form.getFieldsValue(true) as Fields) } })
      .then(setSeen)
      .catch(() => undefined);
  return (
    <div className={s.wide}>
      <Panel title={t('warnings.indicatorsTitle')} note={t('warnings.indicatorsNote')}>
        {policy.spec.indicators.map((rule, i) => (
          <div key={rule.indicator} className={s.indicator}>
            <Form.Item name={['spec', 'indicators', i, 'isOn']} valuePropName="checked">
              <Checkbox>{t(`warnings.indicators.${rule.indicator as Code}`)}</Checkbox>
            </Form.Item>
            <Form.Item
              name={['spec', 'indicators', i, 'threshold']}
              label={t(`warnings.units.${rule.indicator as Code}`)}
            >
              <InputNumber min={0} max={10000} step={0.1} />
            </Form.Item>
            <Form.Item name={['spec', 'indicators', i, 'byGrade']} label={t('warnings.byGrade')}>
              <Input />
            </Form.Item>
          </div>
        ))}
      </Panel>
      <Panel title={t('warnings.deadlines')}>
        <div className={s.bounds}>
          <Form.Item name="first" label={t('grading.first')} required>
            <DateInput min={company.today} />
          </Form.Item>
          {(['dueDays', 'escalateDays', 'quietDays'] as const).map((figure) => (
            <Form.Item key={figure} name={['spec', figure]} label={t(`warnings.${figure}`)}>
              <InputNumber min={0} max={365} precision={0} />
            </Form.Item>
          ))}
          <Form.Item name={['spec', 'urgentGrades']} label={t('warnings.urgentGrades')}>
            <Input />
          </Form.Item>
        </div>
      </Panel>
      <Panel title={t('warnings.wordsTitle')} note={t('warnings.wordsNote')}>
        <div className={s.bounds}>
          {lists.map((list) => (
            <Form.Item key={list} name={['spec', list]} label={t(`warnings.wordLists.${list}`)}>
              <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
            </Form.Item>
          ))}
        </div>
      </Panel>
      <div className={s.versions}>
        <Button loading={preview.isPending} onClick={look}>
          {t('grading.preview')}
        </Button>
      </div>
      {seen && (
        <Panel title={t('warnings.wouldFire', { count: seen.customers })}>
          <p>
            {seen.indicators
              .map((line) => `${t(`warnings.indicators.${line.code as Code}`)} ${line.warnings}`)
              .join(' · ')}
          </p>
          <ul className={s.moves}>
            {seen.items.map((one) => (
              <li key={one.customerId}>
                <Link to={`/customers?open=${one.customerId}`}>{one.name}</Link>
                <span>{one.grade}</span>
                <span className="muted">
                  {one.signs.map((sign) => t(`warnings.indicators.${sign.indicator as Code}`)).join(' ')}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
