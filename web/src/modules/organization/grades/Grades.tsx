import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from '../units/units.module.css';

type Grade = Reply<'/api/grades'>['items'][number];

/** The grades of the house, and where its stages of service end. */
export function Grades({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  const mayEdit = useCan('organization.units-edit');
  const { today } = useSession().company;
  const [editing, setEditing] = useState<Grade | 'new' | 'stages' | null>(null);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/grades');
  const stages = server.useQuery('get', '/api/stage-rules');
  const remove = server.useMutation('delete', '/api/grades/{id}');
  const forget = server.useMutation('delete', '/api/stage-rules/{id}');
  const onRemove = async ({ id, name }: Grade) => {
    const title = t('grades.removeAsk', { name });
    if (await confirmed({ title, yes: t('shared:remove'), danger: true })) remove.mutate({ params: { path: { id } } });
  };
  const rules = stages.data?.items ?? [];
  const holds = rules.find(({ first }) => first <= today);
  return (
    <RecordDrawer
      title={t('grades.title')}
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
      width={480}
    >
      <section className={s.block}>
        <header>
          <h2>{t('grades.grades')}</h2>
          {mayEdit && (
            <Button type="text" onClick={() => setEditing('new')}>
              {t('grades.create')}
            </Button>
          )}
        </header>
        <ul className={s.positions}>
          {data?.items.map((grade) => (
            <li key={grade.id}>
              <span>
                {grade.name}
                {grade.nameEn && <span className="muted"> {grade.nameEn}</span>}
              </span>
              <span className="muted number">{t('positions.holders', { count: grade.people })}</span>
              {mayEdit && (
                <RowMenu
                  actions={() => [
                    { key: 'edit', label: t('people.change'), onClick: () => setEditing(grade) },
                    ...(grade.people === 0
                      ? [{ key: 'remove', label: t('shared:remove'), danger: true, onClick: () => onRemove(grade) }]
                      : []),
                  ]}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className={s.block}>
        <header>
          <h2>{t('grades.stages')}</h2>
          {mayEdit && (
            <Button type="text" onClick={() => setEditing('stages')}>
              {t('grades.changeStages')}
            </Button>
          )}
        </header>
        <p className="muted">{t('grades.stagesHelp')}</p>
        <ul className={s.positions}>
          {rules.map((rule) => (
            <li key={rule.id}>
              <span>{t('grades.months', { survival: rule.survivalMonths, growth: rule.growthMonths })}</span>
              <span className="muted number">{rule.first > '1900-01-01' && t('grades.from', { day: rule.first })}</span>
              {rule === holds && <StatusTag tone="good">{t('people.now')}</StatusTag>}
              {rule.first > today && <StatusTag tone="progress">{t('grades.coming')}</StatusTag>}
              {mayEdit && rule.can.includes('delete') && (
                <RowMenu
                  actions={() => [
                    {
                      key: 'remove',
                      label: t('shared:remove'),
                      danger: true,
                      onClick: () => forget.mutate({ params: { path: { id: rule.id } } }),
                    },
                  ]}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      {editing === 'stages' && holds && <StageForm from={holds} onClose={() => setEditing(null)} />}
      {editing && editing !== 'stages' && (
        <GradeForm grade={editing === 'new' ? null : editing} reload={refetch} onClose={() => setEditing(null)} />
      )}
    </RecordDrawer>
  );
}

interface GradeFormProps {
  grade: Grade | null;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

function GradeForm({ grade, reload, onClose }: GradeFormProps) {
  const { t } = useTranslation('organization');
  const add = server.useMutation('post', '/api/grades', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/grades/{id}', { meta: { quiet: true } });
  return (
    <FormDrawer<Body<'/api/grades'>>
      name="grade"
      title={grade ? t('grades.edit', { name: grade.name }) : t('grades.create')}
      width={400}
      initial={grade ?? { order: 10 }}
      save={(values) =>
        grade
          ? edit.mutateAsync({ params: { path: { id: grade.id } }, body: values, headers: ifMatch(grade.version) })
          : add.mutateAsync({ body: values })
      }
      reload={grade ? reload : undefined}
      onClose={() => onClose()}
    >
      <Form.Item name="name" label={t('grades.name')} rules={[{ required: true }]}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="nameEn" label={t('grades.nameEn')}>
        <Input />
      </Form.Item>
      <Form.Item name="order" label={t('units.order')} extra={t('units.orderHelp')}>
        <InputNumber min={0} max={1000} precision={0} />
      </Form.Item>
    </FormDrawer>
  );
}

function StageForm({ from, onClose }: { from: { survivalMonths: number; growthMonths: number }; onClose: () => void }) {
  const { t } = useTranslation('organization');
  const { today } = useSession().company;
  const add = server.useMutation('post', '/api/stage-rules', { meta: { quiet: true } });
  return (
    <FormDrawer<Body<'/api/stage-rules'>>
      name="stages"
      title={t('grades.changeStages')}
      width={400}
      initial={{ first: today, survivalMonths: from.survivalMonths, growthMonths: from.growthMonths }}
      save={(values) => add.mutateAsync({ body: values })}
      onClose={() => onClose()}
    >
      <Form.Item name="first" label={t('people.first')} extra={t('grades.firstHelp')} rules={[{ required: true }]}>
        <DateInput min={today} />
      </Form.Item>
      <Form.Item name="survivalMonths" label={t('grades.survivalMonths')} rules={[{ required: true }]}>
        <InputNumber min={1} max={120} precision={0} />
      </Form.Item>
      <Form.Item name="growthMonths" label={t('grades.growthMonths')} rules={[{ required: true }]}>
        <InputNumber min={1} max={240} precision={0} />
      </Form.Item>
    </FormDrawer>
  );
}
