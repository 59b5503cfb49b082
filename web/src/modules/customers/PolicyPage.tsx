import { Button, Form, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { PageForm } from '@/shared/ui/form/PageForm';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from './customers.module.css';

type Policy = Reply<'/api/customer-identity-policy'>;
type Saved = Body<'/api/customer-identity-policy', 'put'>;
type Word = Policy['words'][number];

const signs = ['name', 'similarName', 'phone', 'domain', 'address'] as const;
const rules = ['Off', 'Show', 'Reason', 'Block'] as const;
const kinds = ['Form', 'Kind', 'Trade', 'Region'] as const;

/** Words of a kind as the fields hold them: added and taken out, by kind. */
type Fields = Omit<Saved, 'words'> & { words: Record<string, { added: string[]; removed: string[] }> };

const toFields = (policy: Policy): Fields => ({
  ...policy,
  words: Object.fromEntries(
    kinds.map((kind) => {
      const of = (isRemoved: boolean) =>
        policy.words.filter((word) => word.kind === kind && word.isRemoved === isRemoved).map((word) => word.word);
      return [kind, { added: of(false), removed: of(true) }];
    }),
  ),
});

const toBody = ({ name, similarName, phone, domain, address, similarFrom, shownFrom, words }: Fields): Saved => ({
  name,
  similarName,
  phone,
  domain,
  address,
  similarFrom,
  shownFrom,
  words: kinds.flatMap((kind): Word[] => [
    ...words[kind]!.added.map((word) => ({ kind, word, isRemoved: false })),
    ...words[kind]!.removed.map((word) => ({ kind, word, isRemoved: true })),
  ]),
});

/** What follows when somebody looks like a customer who is there, and by which words names are told apart. */
export default function PolicyPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/customer-identity-policy');
  const edit = server.useMutation('put', '/api/customer-identity-policy', { meta: { quiet: true } });
  const rebuild = server.useMutation('post', '/api/customer-identity-policy/rebuild');
  const again = async () => {
    await rebuild.mutateAsync({});
    toast.success(t('policy.rebuilding'));
  };
  return (
    <>
      <PageHead
        title={t('policy.title')}
        actions={
          <Button loading={rebuild.isPending} onClick={() => again().catch(() => undefined)}>
            {t('policy.rebuild')}
          </Button>
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <PageForm<Fields>
          key={data.version}
          name="customerPolicy"
          initial={toFields(data)}
          save={(values) => edit.mutateAsync({ body: toBody(values), headers: ifMatch(data.version) })}
          onSaved={() => toast.success(t('policy.saved'))}
          reload={refetch}
        >
          <div className={s.policy}>
            <Panel title={t('policy.rules')} note={t('policy.rulesNote')}>
              {signs.map((sign) => (
                <Form.Item key={sign} name={sign} label={t(`policy.sign.${sign}`)}>
                  <ChoiceInput
                    clearable={false}
                    options={rules
                      .filter((rule) => sign !== 'similarName' || rule !== 'Block')
                      .map((rule) => ({ value: rule, label: t(`policy.rule.${rule}`) }))}
                  />
                </Form.Item>
              ))}
              <div className={s.bounds}>
                <Form.Item name="similarFrom" label={t('policy.similarFrom')}>
                  <RateInput />
                </Form.Item>
                <Form.Item name="shownFrom" label={t('policy.shownFrom')}>
                  <RateInput />
                </Form.Item>
              </div>
              <p className="muted">{t('policy.boundsHint')}</p>
            </Panel>
            <Panel title={t('policy.words')} note={t('policy.wordsNote')}>
              {kinds.map((kind) => (
                <fieldset key={kind} className={s.kind}>
                  <legend>
                    {t(`policy.kind.${kind}`)}{' '}
                    <small className="muted">{t('policy.count', { count: data.counts[kind] })}</small>
                  </legend>
                  <div className={s.bounds}>
                    <Form.Item name={['words', kind, 'added']} label={t('policy.added')}>
                      <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '、']} />
                    </Form.Item>
                    <Form.Item name={['words', kind, 'removed']} label={t('policy.removed')}>
                      <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '、']} />
                    </Form.Item>
                  </div>
                </fieldset>
              ))}
            </Panel>
          </div>
          <div style={{ height: 16 }} />
        </PageForm>
      )}
    </>
  );
}
