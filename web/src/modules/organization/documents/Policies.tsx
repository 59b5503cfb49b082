import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './documents.module.css';

type Values = Body<'/api/document-policies'>;

/** Each with the least and the most days. */
const figures = [
  ['remindAfter', 1, 60],
  ['remindEvery', 1, 60],
  ['reviewAhead', 0, 90],
] as const;

/** When readers are reminded and how early a review is told of: from day to day. */
export function Policies({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  const [adding, setAdding] = useState(false);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/document-policies');
  const add = server.useMutation('post', '/api/document-policies', { meta: { quiet: true } });
  const remove = server.useMutation('delete', '/api/document-policies/{id}');
  const { today } = useSession().company;
  const now = data && (data.items.find(({ can }) => !can.includes('delete')) ?? data.usual);
  return (
    <RecordDrawer
      title={t('documents.policies')}
      actions={<Button onClick={() => setAdding(true)}>{t('documents.newPolicy')}</Button>}
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      width={480}
    >
      <ul className={s.rows}>
        {(data ? [...data.items, data.usual] : []).map((policy) => (
          <li key={policy.id}>
            <span>
              {t('documents.policySays', { ...policy })}
              <small className="number">
                {policy === data?.usual ? t('documents.policyUsual') : t('grades.from', { day: policy.first })}
              </small>
            </span>
            {policy === now && <StatusTag tone="good">{t('people.now')}</StatusTag>}
            {policy.can.includes('delete') && (
              <RowMenu
                actions={() => [
                  {
                    key: 'remove',
                    label: t('shared:remove'),
                    danger: true,
                    onClick: () => remove.mutate({ params: { path: { id: policy.id } } }),
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && now && (
        <FormDrawer<Values>
          name="documentPolicy"
          title={t('documents.newPolicy')}
          width={400}
          initial={{ ...now, first: today }}
          save={({ first, remindAfter, remindEvery, reviewAhead }) =>
            add.mutateAsync({ body: { first, remindAfter, remindEvery, reviewAhead } })
          }
          onClose={() => setAdding(false)}
        >
          <Form.Item name="first" label={t('people.first')} rules={[{ required: true }]}>
            <DateInput min={today} />
          </Form.Item>
          {figures.map(([figure, min, max]) => (
            <Form.Item
              key={figure}
              name={figure}
              label={t(`documents.policyFields.${figure}`)}
              rules={[{ required: true }]}
            >
              <InputNumber min={min} max={max} precision={0} style={{ width: 140 }} />
            </Form.Item>
          ))}
        </FormDrawer>
      )}
    </RecordDrawer>
  );
}
