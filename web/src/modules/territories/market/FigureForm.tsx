import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import s from '../territories.module.css';
import { marketUnits } from './MarketPage';

type Values = Body<'/api/market-figures'>;

/** A figure of the market, new or changed. */
export function FigureForm({ id, onClose }: { id?: string; onClose: () => void }) {
  const { t } = useTranslation('territories');
  const { company } = useSession();
  const add = server.useMutation('post', '/api/market-figures', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/market-figures/{id}', { meta: { quiet: true } });
  const { data } = server.useQuery(
    'get',
    '/api/market-figures',
    { params: { query: { size: 200 } } },
    { enabled: !!id },
  );
  const row = data?.items.find((one) => one.id === id);
  if (id && !row) return null;
  const save = (values: Values) => {
    const {
      territoryId,
      industry,
      line,
      brand,
      year,
      unit,
      amount,
      upper,
      growth,
      target,
      saidShare,
      source,
      isForecast,
    } = values;
    const body = {
      territoryId: territoryId || null,
      industry: industry || null,
      line: line || null,
      brand: brand || null,
      year,
      unit,
      amount: amount || '0',
      upper: upper || null,
      growth: growth || null,
      target: target || null,
      saidShare: saidShare || null,
      source: source ?? '',
      isForecast: isForecast ?? false,
    };
    return row
      ? edit.mutateAsync({ params: { path: { id: row.id } }, body, headers: ifMatch(row.version) })
      : add.mutateAsync({ body });
  };
  return (
    <FormDrawer<Values>
      name="figure"
      title={row ? t('market.edit') : t('market.add')}
      initial={row ?? { year: Number(company.today.slice(0, 4)), unit: 'Sets' }}
      save={save}
      onClose={() => onClose()}
    >
      <div className={s.pair}>
        <Form.Item name="year" label={t('market.year')} required>
          <InputNumber min={1950} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="territoryId" label={t('name')} extra={t('market.worldHelp')}>
          <RemotePicker
            path="/api/territories"
            current={row?.territoryId && row.territoryName ? { id: row.territoryId, name: row.territoryName } : null}
          />
        </Form.Item>
        <Form.Item name="industry" label={t('market.industry')}>
          <Input />
        </Form.Item>
        <Form.Item name="line" label={t('market.line')}>
          <Input />
        </Form.Item>
        <Form.Item name="brand" label={t('market.brand')} extra={t('market.brandHelp')}>
          <Input />
        </Form.Item>
        <Form.Item name="unit" label={t('market.unit')} required>
          <ChoiceInput
            clearable={false}
            options={marketUnits.map((unit) => ({ value: unit, label: t(`market.units.${unit}`) }))}
          />
        </Form.Item>
        <Form.Item name="amount" label={t('market.amount')} required>
          <NumberInput />
        </Form.Item>
        <Form.Item name="upper" label={t('market.upper')}>
          <NumberInput />
        </Form.Item>
        <Form.Item name="growth" label={t('market.growth')} extra={t('market.growthHelp')}>
          <RateInput />
        </Form.Item>
        <Form.Item name="target" label={t('market.target')}>
          <NumberInput />
        </Form.Item>
        <Form.Item name="saidShare" label={t('market.saidShare')}>
          <RateInput />
        </Form.Item>
      </div>
      <Form.Item name="source" label={t('market.source')} required>
        <Input />
      </Form.Item>
      <Form.Item name="isForecast" valuePropName="checked">
        <Checkbox>{t('market.isForecast')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
