import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';

type Policy = Reply<'/api/collaboration-policies'>['items'][number];

const figures = ['remindBefore', 'remindEvery', 'escalateAfter', 'meetingsAhead'] as const;

/** When people are reminded and what goes further up: from day to day, what held stays known. */
export default function PoliciesPage() {
  const { t } = useTranslation(['collaboration', 'shared']);
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = server.useQuery('get', '/api/collaboration-policies');
  const remove = server.useMutation('delete', '/api/collaboration-policies/{id}');
  const now = data && (data.items.find((policy) => !policy.can.includes('delete')) ?? data.usual);
  return (
    <>
      <PageHead
        title={t('policies.title')}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('policies.add')}
          </Button>
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <div className={s.policies}>
          {[...data.items, data.usual].map((policy) => (
            <Panel
              key={policy.id}
              title={
                policy === data.usual ? (
                  t('policies.usual')
                ) : (
                  <>
                    {t('policies.from')} <Day value={policy.first} />
                  </>
                )
              }
              note={policy === now ? t('policies.holds') : undefined}
              extra={
                policy.can.includes('delete') && (
                  <IconButton
                    label={t('shared:remove')}
                    icon={<DeleteOutlined />}
                    onClick={() => remove.mutate({ params: { path: { id: policy.id } } })}
                  />
                )
              }
            >
              <ul>
                {figures.map((figure) => (
                  <li key={figure}>{t(`policies.says.${figure}`, { count: policy[figure] })}</li>
                ))}
              </ul>
            </Panel>
          ))}
        </div>
      )}
      {adding && now && <PolicyForm now={now} onClose={() => setAdding(false)} />}
    </>
  );
}

function PolicyForm({ now, onClose }: { now: Policy; onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  const { company } = useSession();
  return (
    <FormDrawer<Policy>
      name="policy"
      title={t('policies.add')}
      initial={{ ...now, first: company.today }}
      save={({ first, remindBefore, remindEvery, escalateAfter, meetingsAhead }) =>
        api.POST('/api/collaboration-policies', {
          body: { first, remindBefore, remindEvery, escalateAfter, meetingsAhead },
        })
      }
      onSaved={() => toast.success(t('saved'))}
      onClose={onClose}
      width={440}
    >
      <Form.Item name="first" label={t('policies.first')} required>
        <DateInput min={company.today} />
      </Form.Item>
      {figures.map((figure) => (
        <Form.Item key={figure} name={figure} label={t(`policies.field.${figure}`)} required>
          <InputNumber min={0} max={90} precision={0} style={{ width: 140 }} />
        </Form.Item>
      ))}
    </FormDrawer>
  );
}
