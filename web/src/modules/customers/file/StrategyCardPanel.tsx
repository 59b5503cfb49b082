import { Button, Form, Input, Rate } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { Facts } from '@/shared/ui/Facts';
import { Instant } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import c from '../customers.module.css';
import s from './file.module.css';
import type { Customer } from './types';

type Card = Reply<'/api/customers/{id}/strategy-cards'>['items'][number];
type Values = Body<'/api/customers/{id}/strategy-cards'>;

const texts = ['needs', 'service', 'aim', 'competitors'] as const;
const marks = ['profit', 'prospects'] as const;
const risks = ['creditRisk', 'abilityRisk', 'priceRisk'] as const;
const levels = ['Low', 'Medium', 'High'] as const;

/** What he needs and what we do about it; each saving is kept. */
export function StrategyCardPanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const [open, setOpen] = useState<'edit' | 'history' | null>(null);
  const { data, refetch } = server.useQuery('get', '/api/customers/{id}/strategy-cards', {
    params: { path: { id: customer.id } },
  });
  const card = data?.items[0];
  return (
    <Panel
      title={t('cards.strategy')}
      extra={
        <>
          {(data?.items.length ?? 0) > 1 && (
            <Button type="text" onClick={() => setOpen('history')}>
              {t('cards.history')}
            </Button>
          )}
          {data?.can.includes('edit') && (
            <Button type="text" onClick={() => setOpen('edit')}>
              {t('change')}
            </Button>
          )}
        </>
      }
    >
      {data && !card && <p className="muted">{t('cards.noStrategy')}</p>}
      {card && <StrategyFacts card={card} />}
      {open === 'edit' && (
        <StrategyForm customer={customer.id} card={card ?? null} reload={refetch} onClose={() => setOpen(null)} />
      )}
      {open === 'history' && (
        <RecordDrawer title={t('cards.strategyHistory')} onClose={() => setOpen(null)}>
          <ul className={s.entries}>
            {data?.items.map((one) => (
              <li key={one.id}>
                <StrategyFacts card={one} />
              </li>
            ))}
          </ul>
        </RecordDrawer>
      )}
    </Panel>
  );
}

function StrategyFacts({ card }: { card: Card }) {
  const { t } = useTranslation('customers');
  const line = (text?: string | null) => text && <span className={s.lines}>{text}</span>;
  return (
    <Facts
      items={[
        ...texts.map((field) => ({ label: t(`cards.${field}`), value: line(card[field]), wide: true })),
        ...marks.map((field) => ({
          label: t(`cards.${field}`),
          value: card[field] && t('cards.ofFive', { mark: card[field] }),
        })),
        ...risks.map((field) => ({
          label: t(`cards.${field}`),
          value: card[field] && t(`cards.levels.${card[field]}`),
        })),
        ...(card.enthusiasmNote
          ? [{ label: t('cards.enthusiasmNote'), value: line(card.enthusiasmNote), wide: true }]
          : []),
        ...(card.riskNote ? [{ label: t('cards.riskNote'), value: line(card.riskNote), wide: true }] : []),
        {
          label: t('cards.writtenBy'),
          value: (
            <>
              {card.authorName} <Instant value={card.at} />
            </>
          ),
          wide: true,
        },
      ]}
    />
  );
}

interface FormProps {
  customer: string;
  card: Card | null;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

function StrategyForm({ customer, card, reload, onClose }: FormProps) {
  const { t } = useTranslation('customers');
  const save = server.useMutation('post', '/api/customers/{id}/strategy-cards', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="strategyCard"
      title={t('cards.strategy')}
      initial={card ?? {}}
      save={({ needs, service, aim, competitors, profit, prospects, enthusiasmNote, riskNote, ...rest }) =>
        save.mutateAsync({
          params: { path: { id: customer } },
          body: {
            seen: card?.id ?? null,
            needs,
            service,
            aim,
            competitors,
            profit: profit || null,
            prospects: prospects || null,
            enthusiasmNote,
            creditRisk: rest.creditRisk,
            abilityRisk: rest.abilityRisk,
            priceRisk: rest.priceRisk,
            riskNote,
          },
        })
      }
      onSaved={() => toast.success(t('cards.saved'))}
      reload={reload}
      onClose={onClose}
    >
      {texts.map((field) => (
        <Form.Item key={field} name={field} label={t(`cards.${field}`)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      ))}
      <div className={c.pair}>
        {marks.map((field) => (
          <Form.Item key={field} name={field} label={t(`cards.${field}`)}>
            <Rate />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="enthusiasmNote" label={t('cards.enthusiasmNote')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <div className={c.pair}>
        {risks.map((field) => (
          <Form.Item key={field} name={field} label={t(`cards.${field}`)}>
            <ChoiceInput options={levels.map((level) => ({ value: level, label: t(`cards.levels.${level}`) }))} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="riskNote" label={t('cards.riskNote')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </FormDrawer>
  );
}
