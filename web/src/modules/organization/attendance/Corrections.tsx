import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from './attendance.module.css';
import { type Correction, correctionTones } from './words';

/** Corrections that were asked for: one's own, those one decides, or all one may read. */
export function Corrections({ box }: { box: 'Mine' | 'ToDecide' | 'All' }) {
  const { t } = useTranslation(['organization', 'shared']);
  const [refusing, setRefusing] = useState<Correction | null>(null);
  const { data } = server.useQuery('get', '/api/attendance-corrections', { params: { query: { box, size: 50 } } });
  const decide = server.useMutation('post', '/api/attendance-corrections/{id}/decide');
  const withdraw = server.useMutation('post', '/api/attendance-corrections/{id}/withdraw');
  if (data?.total === 0)
    return <EmptyState text={box === 'ToDecide' ? t('attendance.noneToDecide') : t('attendance.noCorrections')} />;
  return (
    <>
      <ul className={s.rows}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <div>
              <b>
                {box !== 'Mine' && `${row.personName} · `}
                <span className="number">{row.day}</span>
              </b>
              <span className="number">
                {' '}
                {row.cameAt?.slice(0, 5) ?? '–'} / {row.wentAt?.slice(0, 5) ?? '–'}
              </span>
              <small>
                {row.reason}
                {row.decidedByName && ` · ${row.decidedByName}${row.comment ? `：${row.comment}` : ''}`}
              </small>
            </div>
            {row.can?.includes('decide') ? (
              <span className={s.buttons}>
                <Button
                  size="small"
                  type="primary"
                  onClick={() => decide.mutate({ params: { path: { id: row.id } }, body: { grant: true } })}
                >
                  {t('attendance.grant')}
                </Button>
                <Button size="small" onClick={() => setRefusing(row)}>
                  {t('attendance.refuse')}
                </Button>
              </span>
            ) : (
              <StatusTag tone={correctionTones[row.state]}>{t(`attendance.correctionStates.${row.state}`)}</StatusTag>
            )}
            {row.can?.includes('withdraw') && (
              <Button size="small" type="text" onClick={() => withdraw.mutate({ params: { path: { id: row.id } } })}>
                {t('attendance.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refusing && <RefuseForm row={refusing} onClose={() => setRefusing(null)} />}
    </>
  );
}

function RefuseForm({ row, onClose }: { row: Correction; onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  return (
    <FormDrawer<{ comment: string }>
      name="refusal"
      title={`${row.personName} · ${row.day}`}
      save={({ comment }) =>
        api.POST('/api/attendance-corrections/{id}/decide', {
          params: { path: { id: row.id } },
          body: { grant: false, comment },
        })
      }
      saveText={t('attendance.refuse')}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={420}
    >
      <Form.Item name="comment" label={t('attendance.comment')} rules={[{ required: true }]}>
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
