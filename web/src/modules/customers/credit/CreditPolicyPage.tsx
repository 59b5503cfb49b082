import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { Amount, Day, Percent } from '@/shared/ui/figures/Texts';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import s from '../customers.module.css';
import { PolicyForm, TakeBack } from '../PolicyForm';
import c from './policy.module.css';
import { overs } from './words';

type Values = Body<'/api/credit-policies'>;
type Policy = Reply<'/api/credit-policies'>['items'][number];

/** Ratings with their limits and terms, and what follows beyond them: from a day on. */
export default function CreditPolicyPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/credit-policies');
  const add = server.useMutation('post', '/api/credit-policies', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/credit-policies/{id}', { meta: { quiet: true } });
  const policy = data?.items.find((one) => one.can.includes('edit')) ?? data?.items.find((one) => one.holds);
  return (
    <>
      <PageHead title={t('credit.policy')} note={t('credit.policyNote')} />
      {error && <LoadFailed error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && policy && (
        <div className={s.wide}>
          <PolicyForm<Values>
            name="creditPolicy"
            policy={policy}
            initial={(first) => ({ first, spec: policy.spec })}
            add={(body) => add.mutateAsync({ body })}
            edit={(id, version, body) =>
              edit.mutateAsync({ params: { path: { id } }, body, headers: ifMatch(version) })
            }
            reload={refetch}
          >
            <Editor />
          </PolicyForm>
          <Versions policies={data.items} />
        </div>
      )}
    </>
  );
}

function Editor() {
  const { t } = useTranslation(['customers', 'shared']);
  const { company } = useSession();
  return (
    <Panel>
      <div className={s.pair}>
        <Form.Item name="first" label={t('grading.first')} required>
          <DateInput min={company.today} />
        </Form.Item>
        <Form.Item name={['spec', 'nearFrom']} label={t('credit.nearFrom')} extra={t('credit.nearHelp')} required>
          <RateInput />
        </Form.Item>
      </div>
      <Form.List name={['spec', 'ratings']}>
        {(fields, { add, remove }) => (
          <div className={c.ratings}>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className={c.rating} aria-label={t('credit.ratingOf', { number: name + 1 })}>
                <Form.Item name={[name, 'code']} label={t('credit.code')} required>
                  <Input maxLength={4} />
                </Form.Item>
                <Form.Item name={[name, 'name']} label={t('credit.ratingName')} required>
                  <Input maxLength={40} />
                </Form.Item>
                <Form.Item name={[name, 'nameEn']} label={t('credit.ratingNameEn')}>
                  <Input maxLength={60} />
                </Form.Item>
                <Form.Item name={[name, 'limit']} label={t('credit.limit')}>
                  <MoneyInput placeholder={t('credit.verdicts.NoLimit')} />
                </Form.Item>
                <Form.Item name={[name, 'termDays']} label={t('credit.termDays')} required>
                  <InputNumber min={0} max={730} precision={0} />
                </Form.Item>
                <Form.Item name={[name, 'over']} label={t('credit.over')} required>
                  <ChoiceInput
                    clearable={false}
                    options={overs.map((one) => ({ value: one, label: t(`credit.overs.${one}`) }))}
                  />
                </Form.Item>
                {fields.length > 1 && (
                  <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={() => remove(name)} />
                )}
              </fieldset>
            ))}
            <Button
              icon={<PlusOutlined />}
              disabled={fields.length >= 10}
              onClick={() => add({ code: '', name: '', nameEn: null, limit: null, termDays: 30, over: 'Block' })}
            >
              {t('credit.addRating')}
            </Button>
          </div>
        )}
      </Form.List>
    </Panel>
  );
}

function Versions({ policies }: { policies: Policy[] }) {
  const { t } = useTranslation('customers');
  const remove = server.useMutation('delete', '/api/credit-policies/{id}');
  return (
    <Panel title={t('rules.versions')} className={s.after}>
      <ol className={s.spells}>
        {policies.map((policy) => (
          <li key={policy.id ?? 'usual'}>
            <span>
              {policy.first ? <Day value={policy.first} /> : t('rules.usual')}{' '}
              {policy.holds && <span className={s.role}>{t('rules.holds')}</span>}
            </span>
            <span className="muted">
              {policy.spec.ratings.map((rating, i) => (
                <span key={rating.code}>
                  {i > 0 && ' · '}
                  {rating.code} {rating.limit ? <Amount value={rating.limit} /> : t('credit.verdicts.NoLimit')}
                </span>
              ))}
              {' · '}
              {t('credit.nearFrom')} <Percent value={policy.spec.nearFrom} digits={0} />
              {policy.byName && ` · ${policy.byName}`}
            </span>
            <TakeBack policy={policy} remove={(id) => remove.mutateAsync({ params: { path: { id } } })} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
