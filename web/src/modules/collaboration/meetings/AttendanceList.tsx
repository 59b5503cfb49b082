import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import type { Meeting } from './words';

type Line = Meeting['invitees'][number];

const choices = ['Unknown', 'Present', 'Late', 'Excused', 'Absent'] as const;
const tones: Record<Line['attendance'], Tone> = {
  Unknown: 'neutral',
  Present: 'good',
  Late: 'warning',
  Excused: 'neutral',
  Absent: 'bad',
};

/** Who came; written down by the host, all present with one press and the exceptions by hand. */
export function AttendanceList({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('collaboration');
  const may = meeting.can.includes('attendance');
  const [isOpen, setOpen] = useState(false);
  const [lines, setLines] = useState<Line[]>(meeting.invitees);
  const keep = server.useMutation('put', '/api/meetings/{id}/attendance');
  const isChanged = lines !== meeting.invitees;
  const put = (id: string, change: Partial<Line>) =>
    setLines((now) => now.map((line) => (line.person.id === id ? { ...line, ...change } : line)));
  const allPresent = () =>
    setLines((now) => now.map((line) => (line.attendance === 'Unknown' ? { ...line, attendance: 'Present' } : line)));
  const save = () =>
    keep.mutate(
      {
        params: { path: { id: meeting.id } },
        body: {
          items: lines.map((line) => ({
            personId: line.person.id,
            attendance: line.attendance,
            lateMinutes: line.attendance === 'Late' ? line.lateMinutes || 1 : 0,
            excuse: line.attendance === 'Excused' ? (line.excuse ?? '') : undefined,
          })),
        },
      },
      { onSuccess: () => toast.success(t('saved')) },
    );
  const count = (attendance: Line['attendance']) => lines.filter((line) => line.attendance === attendance).length;
  return (
    <section className={s.part}>
      <h2>
        {t('meetings.attendance')}
        <small className="muted">
          {choices
            .filter((one) => count(one) > 0)
            .map((one) => `${t(`meetings.att.${one}`)} ${count(one)}`)
            .join(' · ')}
        </small>
        <Button size="small" onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('meetings.fold') : t('meetings.unfold')}
        </Button>
      </h2>
      {isOpen && (
        <>
          <ul className={s.people}>
            {lines.map((line) => (
              <li key={line.person.id}>
                <span>{line.person.name}</span>
                {may ? (
                  <span className={s.attending}>
                    {line.attendance === 'Late' && (
                      <InputNumber
                        aria-label={t('meetings.lateMinutes')}
                        min={1}
                        max={600}
                        value={line.lateMinutes || 1}
                        suffix={t('meetings.minutesUnit')}
                        onChange={(value) => put(line.person.id, { lateMinutes: value ?? 1 })}
                      />
                    )}
                    {line.attendance === 'Excused' && (
                      <Input
                        aria-label={t('meetings.excuseText')}
                        placeholder={t('meetings.excuseText')}
                        value={line.excuse ?? ''}
                        maxLength={500}
                        onChange={(event) => put(line.person.id, { excuse: event.target.value })}
                      />
                    )}
                    <ChoiceInput
                      label={line.person.name}
                      clearable={false}
                      value={line.attendance}
                      options={choices.map((one) => ({ value: one, label: t(`meetings.att.${one}`) }))}
                      onChange={(value) => put(line.person.id, { attendance: value as Line['attendance'] })}
                    />
                  </span>
                ) : (
                  <span>
                    <StatusTag tone={tones[line.attendance]}>{t(`meetings.att.${line.attendance}`)}</StatusTag>{' '}
                    <span className="muted">
                      {line.attendance === 'Late'
                        ? t('meetings.lateBy', { count: line.lateMinutes })
                        : (line.excuse ?? '')}
                    </span>
                  </span>
                )}
              </li>
            ))}
          </ul>
          {may && (
            <div className={`${s.buttons} ${s.gap}`}>
              <Button onClick={allPresent}>{t('meetings.allPresent')}</Button>
              <Button type="primary" disabled={!isChanged} loading={keep.isPending} onClick={save}>
                {t('meetings.saveAttendance')}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
