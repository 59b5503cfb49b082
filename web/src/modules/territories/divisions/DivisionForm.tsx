import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import s from '../territories.module.css';
import { treeOf, useTerritories } from '../tree';
import { CodesPicker } from './CodesPicker';

type Division = Reply<'/api/territory-divisions/{id}'>;
type Values = Body<'/api/territory-divisions'>;

interface DivisionFormProps {
  /** Absent: a new draft is made. */
  division?: Division;
  /** The version whose rules the new one begins with. */
  from?: string;
  reload?: () => Promise<unknown>;
  onClose: (saved?: string) => void;
}

/** Loads what the new draft begins with, so that the form starts whole. */
export function DivisionForm(props: DivisionFormProps) {
  const { data: base } = server.useQuery(
    'get',
    '/api/territory-divisions/{id}',
    { params: { path: { id: props.from ?? '' } } },
    { enabled: !props.division && !!props.from },
  );
  const { data: territories } = useTerritories();
  if (!territories || (!props.division && props.from && !base)) return null;
  return <RulesForm {...props} base={props.division ?? base} tree={treeOf(territories)} />;
}

function RulesForm({
  division,
  base,
  tree,
  reload,
  onClose,
}: DivisionFormProps & { base?: Division; tree: ReturnType<typeof treeOf> }) {
  const { t } = useTranslation(['territories', 'shared']);
  const { company } = useSession();
  const units = useUnitChoices();
  const add = server.useMutation('post', '/api/territory-divisions', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/territory-divisions/{id}', { meta: { quiet: true } });
  const names = Object.fromEntries(base?.customers.map(({ id, name }) => [id, name]) ?? []);
  const save = (values: Values) => {
    const rules = (values.rules ?? []).map((rule) => ({
      ...rule,
      name: rule.name ?? '',
      from: rule.from || null,
      below: rule.below || null,
    }));
    const body = { ...values, rules, remark: values.remark || null };
    return division
      ? edit.mutateAsync({ params: { path: { id: division.head.id } }, body, headers: ifMatch(division.version) })
      : add.mutateAsync({ body });
  };
  return (
    <FormDrawer<Values>
      name="division"
      title={division ? t('divisions.number', { number: division.head.number }) : t('divisions.add')}
      width={760}
      initial={{
        first: division?.head.first ?? company.today,
        defaultId: base?.defaultId,
        rules: base?.rules ?? [],
        remark: division?.head.remark,
      }}
      save={save}
      reload={reload}
      onClose={onClose}
    >
      <div className={s.pair}>
        <Form.Item name="first" label={t('divisions.from')} required>
          <DateInput />
        </Form.Item>
        <Form.Item name="defaultId" label={t('divisions.default')} required extra={t('divisions.defaultHelp')}>
          <TreeSelect treeDefaultExpandAll treeData={tree} showSearch={{ treeNodeFilterProp: 'title' }} />
        </Form.Item>
      </div>
      <Form.Item name="remark" label={t('divisions.remark')}>
        <Input />
      </Form.Item>
      <Form.List name="rules">
        {(fields, { add: addRule, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={s.rule}>
                <header>
                  <b>{t('divisions.ruleNumber', { number: name + 1 })}</b>
                  <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={() => remove(name)} />
                </header>
                <div className={s.pair}>
                  <Form.Item name={[name, 'name']} label={t('divisions.rule')} required>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[name, 'priority']} label={t('divisions.priority')} required>
                    <InputNumber min={1} max={999} precision={0} />
                  </Form.Item>
                </div>
                <Form.Item name={[name, 'territoryId']} label={t('name')} required>
                  <TreeSelect treeDefaultExpandAll treeData={tree} showSearch={{ treeNodeFilterProp: 'title' }} />
                </Form.Item>
                <Form.Item name={[name, 'regions']} label={t('divisions.regions')}>
                  <CodesPicker path="/api/regions" names={base?.regions} label={t('divisions.regions')} />
                </Form.Item>
                <Form.Item
                  name={[name, 'industries']}
                  label={t('divisions.industries')}
                  extra={t('divisions.industriesHelp')}
                >
                  <CodesPicker path="/api/industries" free label={t('divisions.industries')} />
                </Form.Item>
                <Form.Item name={[name, 'customers']} label={t('divisions.named')}>
                  <CodesPicker path="/api/customers?size=20" names={names} label={t('divisions.named')} />
                </Form.Item>
                <Form.Item name={[name, 'cities']} label={t('divisions.cities')}>
                  <Select mode="tags" open={false} suffixIcon={null} />
                </Form.Item>
                <div className={s.pair}>
                  <Form.Item name={[name, 'units']} label={t('divisions.channel')}>
                    <Select mode="multiple" options={units} />
                  </Form.Item>
                  <Form.Item name={[name, 'states']} label={t('divisions.state')}>
                    <Select
                      mode="multiple"
                      options={(['Prospect', 'Active', 'Lost'] as const).map((state) => ({
                        value: state,
                        label: t(`states.${state}`),
                      }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'from']} label={t('divisions.sizeFrom')}>
                    <MoneyInput unit={company.currency} />
                  </Form.Item>
                  <Form.Item name={[name, 'below']} label={t('divisions.sizeBelow')}>
                    <MoneyInput unit={company.currency} />
                  </Form.Item>
                </div>
              </div>
            ))}
            <Button
              block
              icon={<PlusOutlined />}
              style={{ marginTop: 12 }}
              onClick={() =>
                addRule({
                  priority: fields.length + 1,
                  regions: [],
                  cities: [],
                  industries: [],
                  customers: [],
                  units: [],
                  states: [],
                })
              }
            >
              {t('divisions.addRule')}
            </Button>
          </>
        )}
      </Form.List>
    </FormDrawer>
  );
}
