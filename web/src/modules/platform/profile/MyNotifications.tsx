import { Alert, Form, Segmented, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { PageForm } from '@/shared/ui/form/PageForm';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { TimeInput } from '@/shared/ui/inputs/TimeInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { type Choice, choices, type Digest, digests } from '../notifications/words';
import s from './ProfilePage.module.css';

type View = Reply<'/api/profile/notifications'>;
type Quiet = 'house' | 'own' | 'none';

interface Values {
  choice: Record<string, Choice | null>;
  quiet: Quiet;
  quietFrom?: string | null;
  quietTo?: string | null;
  digest?: Digest | null;
  dailyAt?: string | null;
}

/** The kinds hold dots, which a form would take for a path. */
const field = (kind: string) => kind.replaceAll('.', '_');

const valuesOf = (view: View): Values => ({
  choice: Object.fromEntries(view.kinds.map(({ kind, choice }) => [field(kind), choice ?? null])),
  quiet: view.ownQuietHours ? (view.quietFrom ? 'own' : 'none') : 'house',
  quietFrom: view.quietFrom ?? '22:00',
  quietTo: view.quietTo ?? '07:30',
  digest: view.digest ?? null,
  dailyAt: view.dailyAt ?? view.houseDailyAt,
});

/** How one wants to be told: kind by kind, quiet hours, digest. What is left alone follows the house. */
export function MyNotifications() {
  const { t } = useTranslation(['platform', 'shared']);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/profile/notifications');
  return (
    <Panel title={t('wishes.title')}>
      {isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && <WishForm view={data} />}
    </Panel>
  );
}

function WishForm({ view }: { view: View }) {
  const { t } = useTranslation(['platform', 'shared']);
  const save = server.useMutation('put', '/api/profile/notifications', { meta: { quiet: true } });
  const noMail = !view.houseSendsMail ? t('wishes.noServer') : !view.email ? t('wishes.noAddress') : null;
  const houseQuiet = view.houseQuietFrom
    ? t('wishes.from', { from: view.houseQuietFrom, to: view.houseQuietTo })
    : t('wishes.noQuiet');
  const houseDigest = t(`digests.${view.houseDigest as Digest}`);
  return (
    <PageForm<Values>
      name="wishes"
      initial={valuesOf(view)}
      save={(values) =>
        save.mutateAsync({
          body: {
            kinds: view.kinds.map(({ kind }) => ({ kind, choice: values.choice[field(kind)] ?? null })),
            ownQuietHours: values.quiet !== 'house',
            quietFrom: values.quiet === 'own' ? values.quietFrom : null,
            quietTo: values.quiet === 'own' ? values.quietTo : null,
            digest: values.digest ?? null,
            dailyAt: values.digest === 'Daily' ? values.dailyAt : null,
          },
        })
      }
      onSaved={() => toast.success(t('shared:form.saved'))}
    >
      <p className={s.text}>{t('wishes.why')}</p>
      {noMail && <Alert type="info" showIcon title={noMail} style={{ marginBottom: 12 }} />}
      {view.kinds.map(({ kind, name, houseChoice, passes }) => (
        <div className={s.kind} key={kind}>
          <Form.Item
            name={['choice', field(kind)]}
            label={passes ? `${name} · ${t('wishes.urgent')}` : name}
            layout="horizontal"
            colon={false}
          >
            <ChoiceInput
              placeholder={t('wishes.asHouse', { choice: t(`choices.${houseChoice as Choice}`) })}
              options={choices(t)}
            />
          </Form.Item>
        </div>
      ))}
      <Form.Item
        name="quiet"
        label={t('wishes.quiet')}
        extra={t('wishes.quietHelp', { hours: houseQuiet })}
        className={s.after}
      >
        <Segmented
          options={[
            { value: 'house', label: t('wishes.house') },
            { value: 'own', label: t('wishes.own') },
            { value: 'none', label: t('wishes.none') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['quiet']}>
        {({ getFieldValue }) =>
          getFieldValue('quiet') === 'own' && (
            <div className={s.pair}>
              <Form.Item name="quietFrom" label={t('wishes.quietFrom')}>
                <TimeInput />
              </Form.Item>
              <Form.Item name="quietTo" label={t('wishes.quietTo')}>
                <TimeInput />
              </Form.Item>
            </div>
          )
        }
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="digest" label={t('wishes.digest')}>
          <ChoiceInput placeholder={t('wishes.asHouse', { choice: houseDigest })} options={digests(t)} />
        </Form.Item>
        <Form.Item noStyle dependencies={['digest']}>
          {({ getFieldValue }) =>
            getFieldValue('digest') === 'Daily' && (
              <Form.Item name="dailyAt" label={t('wishes.dailyAt')}>
                <TimeInput />
              </Form.Item>
            )
          }
        </Form.Item>
      </div>
    </PageForm>
  );
}
