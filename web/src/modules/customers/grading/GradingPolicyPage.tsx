import { DeleteOutlined, PlayCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { useCustomForm } from '@/shared/ui/custom/forms';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { IconButton } from '@/shared/ui/IconButton';
import { type Choice, ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { PolicyForm, TakeBack } from '../PolicyForm';
import { codeOf, measures, pairsOf, pairsText, pointsText, statesSaid, wordOf } from './words';

type Policy = Reply<'/api/grading-policies'>['items'][number];
type Spec = Policy['spec'];
type Criterion = Spec['cards'][number]['criteria'][number];
type Preview = Reply<'/api/grading-policies/preview', 'post'>;

/** As the fields hold it: what is a table on paper is a line of pairs here. */
interface Fields {
  first: string;
  spec: Omit<Spec, 'cards' | 'rfm'> & {
    rfm: { method: Spec['rfm']['method']; days: string; orders: string; sales: string };
    cards: (Omit<Spec['cards'][number], 'bands' | 'criteria'> & {
      bands: string;
      criteria: (Omit<Criterion, 'steps' | 'values'> & { steps: string; values: string })[];
    })[];
  };
}

const numbers = (text: string): number[] =>
  text
    .split(/[,，\s]+/)
    .filter(Boolean)
    .map(Number)
    .map((n) => (Number.isFinite(n) ? n : -1));

type States = ReturnType<typeof statesSaid>;

const toFields = (policy: Policy, first: string, states: States): Fields => ({
  first,
  spec: {
    ...policy.spec,
    rfm: {
      method: policy.spec.rfm.method,
      days: policy.spec.rfm.cuts?.days.join(', ') ?? '30, 60, 90, 180',
      orders: policy.spec.rfm.cuts?.orders.join(', ') ?? '1, 2, 4, 8',
      sales: policy.spec.rfm.cuts?.sales.join(', ') ?? '10000, 30000, 80000, 200000',
    },
    cards: policy.spec.cards.map((card) => ({
      ...card,
      bands: pairsText(card.bands.map((band) => [band.grade, band.from])),
      criteria: card.criteria.map((criterion) => ({
        ...criterion,
        steps: pairsText((criterion.steps ?? []).map((step) => [String(step.from), step.points])),
        values: pairsText(
          (criterion.values ?? []).map(({ value, points }) => [
            criterion.field === 'state' ? wordOf(states, value) : value,
            points,
          ]),
        ),
      })),
    })),
  },
});

const toSpec = ({ spec }: Fields, states: States): Spec => ({
  months: spec.months,
  paymentDays: spec.paymentDays,
  rfm: {
    method: spec.rfm.method,
    cuts:
      spec.rfm.method === 'Fixed'
        ? { days: numbers(spec.rfm.days), orders: numbers(spec.rfm.orders), sales: numbers(spec.rfm.sales) }
        : null,
  },
  cards: spec.cards.map((card) => ({
    ...card,
    bands: pairsOf(card.bands).map(([grade, from]) => ({ grade, from })),
    criteria: card.criteria.map((criterion) => ({
      ...criterion,
      steps: pairsOf(criterion.steps).map(([from, points]) => ({ from: Number(from), points })),
      values: pairsOf(criterion.values).map(([value, points]) => ({
        value: criterion.field === 'state' ? codeOf(states, value) : value,
        points,
      })),
    })),
  })),
});

/** By what customers are graded, from which day on: edit, look who would change, save; and the runs. */
export default function GradingPolicyPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/grading-policies');
  const add = server.useMutation('post', '/api/grading-policies', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/grading-policies/{id}', { meta: { quiet: true } });
  const remove = server.useMutation('delete', '/api/grading-policies/{id}');
  const run = server.useMutation('post', '/api/grading-runs');
  const [chosen, setChosen] = useState<string | null>(null);
  const items = data?.items ?? [];
  const policy = items.find((one) => (one.id ?? 'usual') === chosen) ?? items.find((one) => one.holds);
  const onRun = async () => {
    const done = await run.mutateAsync({});
    toast.success(t('grading.ran', { customers: done.customers, changed: done.changed }));
  };
  const bodyOf = (values: Fields): Body<'/api/grading-policies'> => ({
    first: values.first ?? '',
    spec: toSpec(values, statesSaid(t)),
  });
  return (
    <>
      <PageHead
        title={t('grading.policy')}
        note={t('grading.policyNote')}
        actions={
          <Button icon={<PlayCircleOutlined />} loading={run.isPending} onClick={() => onRun().catch(() => undefined)}>
            {t('grading.runNow')}
          </Button>
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && policy && (
        <div className={s.wide}>
          <div className={s.versions}>
            {items.map((one) => (
              <Button
                key={one.id ?? 'usual'}
                type={one === policy ? 'primary' : 'default'}
                size="small"
                onClick={() => setChosen(one.id ?? 'usual')}
              >
                {one.first ? t('grading.from', { day: one.first }) : t('grading.usual')}
                {one.holds && ` · ${t('grading.holds')}`}
              </Button>
            ))}
            <TakeBack policy={policy} remove={(id) => remove.mutateAsync({ params: { path: { id } } })} />
          </div>
          <PolicyForm<Fields>
            name="grading"
            policy={policy}
            initial={(first) => toFields(policy, first, statesSaid(t))}
            add={(values) => add.mutateAsync({ body: bodyOf(values) })}
            edit={(id, version, values) =>
              edit.mutateAsync({ params: { path: { id } }, body: bodyOf(values), headers: ifMatch(version) })
            }
            reload={refetch}
          >
            <Editor policy={policy} />
          </PolicyForm>
          <Runs />
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
  const preview = server.useMutation('post', '/api/grading-policies/preview');
  const look = () =>
    preview
      .mutateAsync({ body: { spec: toSpec(form.getFieldsValue(true) as Fields, statesSaid(t)) } })
      .then(setSeen)
      .catch(() => undefined);
  return (
    <div className={s.wide}>
      <Panel title={t('grading.general')} note={t('grading.generalNote')}>
        <div className={s.bounds}>
          <Form.Item name="first" label={t('grading.first')} required>
            <DateInput min={company.today} />
          </Form.Item>
          <Form.Item name={['spec', 'months']} label={t('grading.months')}>
            <InputNumber min={1} max={60} precision={0} />
          </Form.Item>
          <Form.Item name={['spec', 'paymentDays']} label={t('grading.paymentDays')}>
            <InputNumber min={0} max={365} precision={0} />
          </Form.Item>
          <Form.Item name={['spec', 'rfm', 'method']} label={t('grading.rfmMethod')}>
            <ChoiceInput
              clearable={false}
              options={(['Quantile', 'Fixed'] as const).map((method) => ({
                value: method,
                label: t(`grading.methods.${method}`),
              }))}
            />
          </Form.Item>
        </div>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldValue }) =>
            getFieldValue(['spec', 'rfm', 'method']) === 'Fixed' && (
              <div className={s.bounds}>
                {(['days', 'orders', 'sales'] as const).map((cut) => (
                  <Form.Item key={cut} name={['spec', 'rfm', cut]} label={t(`grading.cuts.${cut}`)}>
                    <Input />
                  </Form.Item>
                ))}
              </div>
            )
          }
        </Form.Item>
      </Panel>
      {policy.spec.cards.map((card, i) => (
        <Panel key={card.card} title={t(`grading.cards.${card.card}`)} note={t(`grading.cardNotes.${card.card}`)}>
          <div className={s.bounds}>
            <Form.Item name={['spec', 'cards', i, 'bands']} label={t('grading.bands')}>
              <Input />
            </Form.Item>
            {(['margin', 'days', 'known'] as const).map((figure) => (
              <Form.Item key={figure} name={['spec', 'cards', i, figure]} label={t(`grading.${figure}`)}>
                <InputNumber min={0} max={365} precision={0} />
              </Form.Item>
            ))}
          </div>
          <Criteria of={['spec', 'cards', i, 'criteria']} />
        </Panel>
      ))}
      <div className={s.versions}>
        <Button loading={preview.isPending} onClick={look}>
          {t('grading.preview')}
        </Button>
      </div>
      {seen && <Changes seen={seen} />}
    </div>
  );
}

type CriterionValues = Fields['spec']['cards'][number]['criteria'][number];

/** What a customer's points may be read from: of every house, and its own. */
function useScoredFields(): Choice[] {
  const { t } = useTranslation('customers');
  const own = useCustomForm('customer')?.fields ?? [];
  return [
    ...(['industry', 'city', 'territory', 'state'] as const).map((field) => ({
      value: field as string,
      label: t(field),
    })),
    { value: 'creditRating', label: t('credit.rating') },
    ...own
      .filter(({ kind }) => kind === 'Text' || kind === 'Choice' || kind === 'YesNo')
      .map(({ code, name }) => ({ value: code, label: name })),
  ];
}

/** With a code that no criterion has or ever had: what was entered hangs on it. */
const fresh = (): CriterionValues => ({
  code: `c-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`,
  name: '',
  measure: 'Sales',
  weight: 10,
  steps: '0: 0',
  values: '',
});

function Criteria({ of }: { of: (string | number)[] }) {
  const { t } = useTranslation(['customers', 'shared']);
  return (
    <Form.List name={of}>
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name }) => (
            <CriterionFields key={key} at={name} path={[...of, name]} onRemove={() => remove(name)} />
          ))}
          <Form.ErrorList errors={errors} />
          <Button icon={<PlusOutlined />} size="small" className={s.addLine} onClick={() => add(fresh())}>
            {t('grading.addCriterion')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

interface CriterionProps {
  at: number;
  path: (string | number)[];
  onRemove: () => void;
}

function CriterionFields({ at, path, onRemove }: CriterionProps) {
  const { t } = useTranslation(['customers', 'shared']);
  const form = Form.useFormInstance();
  const measure = Form.useWatch([...path, 'measure'], form) as Criterion['measure'] | undefined;
  const fields = useScoredFields();
  return (
    <div className={s.criterion}>
      <Form.Item name={[at, 'name']} label={t('grading.criterion')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={[at, 'nameEn']} label={t('grading.criterionEn')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[at, 'measure']} label={t('grading.measure')}>
        <ChoiceInput
          clearable={false}
          options={measures.map((one) => ({ value: one, label: t(`grading.measures.${one}`) }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'weight']} label={t('grading.weight')}>
        <InputNumber min={1} max={100} precision={0} />
      </Form.Item>
      <Form.Item name={[at, 'otherwise']} label={t('grading.otherwise')}>
        <InputNumber min={0} max={100} precision={0} placeholder="–" />
      </Form.Item>
      <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={onRemove} />
      {measure === 'Field' && (
        <>
          <Form.Item name={[at, 'field']} label={t('grading.field')}>
            <ChoiceInput clearable={false} options={fields} />
          </Form.Item>
          <Form.Item name={[at, 'values']} label={t('grading.values')} className={s.long}>
            <Input />
          </Form.Item>
        </>
      )}
      {measure === 'Entered' && (
        <Form.Item name={[at, 'validDays']} label={t('grading.validDays')}>
          <InputNumber min={1} max={3650} precision={0} />
        </Form.Item>
      )}
      {measure !== 'Field' && measure !== 'Entered' && (
        <Form.Item name={[at, 'steps']} label={t('grading.steps')} className={s.whole}>
          <Input />
        </Form.Item>
      )}
    </div>
  );
}

function Changes({ seen }: { seen: Preview }) {
  const { t } = useTranslation('customers');
  return (
    <Panel title={t('grading.wouldChange', { count: seen.changed, all: seen.customers })}>
      <FigureTable words={2} head={[t('grading.card'), t('grading.grade'), t('grading.now'), t('grading.then')]}>
        {seen.counts.map((count) => (
          <tr key={`${count.card} ${count.grade}`}>
            <th scope="row">{t(`grading.cards.${count.card}`)}</th>
            <td>{count.grade || '–'}</td>
            <td className="number">{count.before}</td>
            <td className="number">{count.after}</td>
          </tr>
        ))}
      </FigureTable>
      <ul className={s.moves}>
        {seen.moves.map((move) => (
          <li key={`${move.customerId} ${move.card}`}>
            <Link to={`/customers?open=${move.customerId}`}>{move.name}</Link>
            <span className="muted">{t(`grading.cards.${move.card}`)}</span>
            <span>
              {move.from ?? '–'} → <b>{move.to ?? '–'}</b>
            </span>
            <span className="muted number">{pointsText(move.tenths)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Runs() {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/grading-runs');
  if (!data?.items.length) return null;
  return (
    <Panel title={t('grading.runs')}>
      <FigureTable
        head={[t('grading.on'), t('grading.at'), t('grading.customers'), t('grading.changed'), t('grading.time')]}
      >
        {data.items.slice(0, 10).map((one) => (
          <tr key={one.number}>
            <th scope="row">
              <Day value={one.on} />
            </th>
            <td>
              <Instant value={one.at} />
            </td>
            <td className="number">{one.customers}</td>
            <td className="number">{one.changed}</td>
            <td className="number">{t('grading.ms', { count: one.milliseconds })}</td>
          </tr>
        ))}
      </FigureTable>
    </Panel>
  );
}
