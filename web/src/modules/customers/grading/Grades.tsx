import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { LevelChip } from '@/shared/ui/LevelChip';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { pointsText, useNamed } from './words';

type Grading = Reply<'/api/customers/{id}/grades'>;
type Card = Grading['cards'][number];

/** How a customer stands on each card, and why: criterion, figure, points, weight. */
export function Grades({ customer }: { customer: string }) {
  const { t } = useTranslation('customers');
  const named = useNamed();
  const [shown, setShown] = useState<Card['card'] | null>(null);
  const [asking, setAsking] = useState<'override' | 'mark' | null>(null);
  const { data, refetch } = server.useQuery('get', '/api/customers/{id}/grades', {
    params: { path: { id: customer } },
  });
  const end = server.useMutation('post', '/api/grade-overrides/{id}/end');
  if (!data) return null;
  const card = data.cards.find((one) => one.card === shown);
  const byHand = data.overrides.find((one) => one.holds && one.card === shown);
  return (
    <section className={s.section}>
      <header>
        <h2>{t('grading.title')}</h2>
        <span>
          {data.can.includes('mark') && (
            <Button type="link" size="small" onClick={() => setAsking('mark')}>
              {t('grading.mark')}
            </Button>
          )}
          {data.can.includes('override') && (
            <Button type="link" size="small" onClick={() => setAsking('override')}>
              {t('grading.override')}
            </Button>
          )}
        </span>
      </header>
      <div className={s.grades}>
        {data.cards.map((one) => (
          <button
            key={one.card}
            type="button"
            aria-expanded={one.card === shown}
            onClick={() => setShown(one.card === shown ? null : one.card)}
          >
            <span className="muted">{t(`grading.cards.${one.card}`)}</span>
            {one.grade ? (
              <LevelChip level={one.grade} place={one.bands.findIndex((band) => band.grade === one.grade)} />
            ) : (
              <span>–</span>
            )}
            <small className="number">{pointsText(one.tenths)}</small>
          </button>
        ))}
        {data.segment && (
          <span className={s.segment}>
            <span className="muted">RFM {data.rfm}</span>
            {t(`grading.segments.${data.segment}`)}
          </span>
        )}
      </div>
      {card && (
        <div className={s.whys}>
          {byHand && (
            <p>
              {t('grading.byHand', { grade: byHand.grade, name: byHand.byName ?? '–', reason: byHand.reason })}{' '}
              <Day value={byHand.until} />
              {data.can.includes('override') && (
                <Button
                  type="link"
                  size="small"
                  loading={end.isPending}
                  onClick={() => end.mutate({ params: { path: { id: byHand.id } }, headers: ifMatch(byHand.version) })}
                >
                  {t('grading.endOverride')}
                </Button>
              )}
            </p>
          )}
          <table>
            <thead>
              <tr>
                <th scope="col">{t('grading.criterion')}</th>
                <th scope="col">{t('grading.raw')}</th>
                <th scope="col">{t('grading.points')}</th>
                <th scope="col">{t('grading.weight')}</th>
              </tr>
            </thead>
            <tbody>
              {card.why.map((line) => (
                <tr key={line.code}>
                  <th scope="row">{named(line)}</th>
                  <td className="number">{line.raw == null ? '–' : line.raw.toLocaleString()}</td>
                  <td className="number">{line.points ?? t('grading.notKnown')}</td>
                  <td className="number">{line.weight}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted">
            {t('grading.bandsAre', { bands: card.bands.map((band) => `${band.grade} ≥ ${band.from}`).join(' · ') })}
            {card.computed && byHand && ` ${t('grading.computed', { grade: card.computed })}`}
            {card.below && (
              <>
                {' '}
                {t('grading.below')} <Day value={card.below} />
              </>
            )}
            {data.asOf && (
              <>
                {' '}
                {t('grading.asOf')} <Day value={data.asOf} />
              </>
            )}
          </p>
          <ul>
            {data.history
              .filter((step) => step.card === card.card)
              .map((step) => (
                <li key={step.on}>
                  <Day value={step.on} /> {step.from ?? '–'} → <b>{step.to ?? '–'}</b>{' '}
                  <span className="muted number">{pointsText(step.tenths)}</span>
                </li>
              ))}
          </ul>
        </div>
      )}
      {asking === 'override' && <Override customer={customer} grading={data} onClose={() => setAsking(null)} />}
      {asking === 'mark' && (
        <Mark customer={customer} grading={data} onClose={() => setAsking(null)} reload={refetch} />
      )}
    </section>
  );
}

interface DeedProps {
  customer: string;
  grading: Grading;
  onClose: () => void;
}

function Override({ customer, grading, onClose }: DeedProps) {
  const { t } = useTranslation('customers');
  return (
    <FormDrawer<Body<'/api/customers/{id}/grade-overrides'>>
      name="gradeOverride"
      title={t('grading.override')}
      initial={{ card: 'Value' }}
      save={(values) =>
        api.POST('/api/customers/{id}/grade-overrides', {
          params: { path: { id: customer } },
          body: { ...values, grade: values.grade ?? '', reason: values.reason ?? '', until: values.until ?? '' },
        })
      }
      onSaved={() => toast.success(t('grading.saved'))}
      onClose={onClose}
      width={440}
    >
      <Form.Item name="card" label={t('grading.card')} required>
        <ChoiceInput
          clearable={false}
          options={grading.cards.map((one) => ({ value: one.card, label: t(`grading.cards.${one.card}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const card = grading.cards.find((one) => one.card === getFieldValue('card'));
          return (
            <Form.Item name="grade" label={t('grading.grade')} required>
              <ChoiceInput
                clearable={false}
                options={(card?.bands ?? []).map((band) => ({ value: band.grade, label: band.grade }))}
              />
            </Form.Item>
          );
        }}
      </Form.Item>
      <Form.Item name="until" label={t('grading.until')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name="reason" label={t('grading.reason')} required>
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}

function Mark({ customer, grading, onClose, reload }: DeedProps & { reload: () => Promise<unknown> }) {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const named = useNamed();
  const entered = grading.cards.flatMap((card) => card.why).filter((line) => line.measure === 'Entered');
  return (
    <FormDrawer<Body<'/api/customers/{id}/grade-marks'>>
      name="gradeMark"
      title={t('grading.mark')}
      initial={{ on: company.today }}
      save={(values) =>
        api.POST('/api/customers/{id}/grade-marks', {
          params: { path: { id: customer } },
          body: {
            ...values,
            criterion: values.criterion ?? '',
            points: values.points ?? -1,
            note: values.note || null,
          },
        })
      }
      onSaved={() => toast.success(t('grading.marked'))}
      onClose={onClose}
      reload={reload}
      width={440}
    >
      <Form.Item name="criterion" label={t('grading.criterion')} required>
        <ChoiceInput clearable={false} options={entered.map((line) => ({ value: line.code, label: named(line) }))} />
      </Form.Item>
      <Form.Item name="points" label={t('grading.pointsOf')} required>
        <InputNumber min={0} max={100} precision={0} style={{ width: 140 }} />
      </Form.Item>
      <Form.Item name="on" label={t('grading.on')} required>
        <DateInput max={company.today} />
      </Form.Item>
      <Form.Item name="note" label={t('remark')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
