import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import s from './Why.module.css';
import type { WhyContent } from './WhyDrawer';

interface WhyPanelProps extends WhyContent {
  title: string;
  onClose: () => void;
}

export default function WhyPanel({ title, formula, inputs, result, records, asOf, onClose }: WhyPanelProps) {
  const { t } = useTranslation('shared');
  return (
    <RecordDrawer title={title} tags={asOf && t('why.asOf', { time: asOf })} onClose={onClose} width={440}>
      <h2 className={s.head}>{t('why.formula')}</h2>
      <p className={s.formula}>{formula}</p>
      <h2 className={s.head}>{t('why.inputs')}</h2>
      <ul className={s.inputs}>
        {inputs.map(({ label, value, note, to }) => (
          <li key={label}>
            <span>
              {to ? <Link to={to}>{label}</Link> : label}
              {note && <small>{note}</small>}
            </span>
            <span className="number">{value}</span>
          </li>
        ))}
        {result !== undefined && (
          <li className={s.result}>
            <span>{title}</span>
            <span className="number">{result}</span>
          </li>
        )}
      </ul>
      {records && (
        <p className={s.records}>
          <Link to={records.to}>{records.label}</Link>
          <span className="number">{records.total}</span>
        </p>
      )}
    </RecordDrawer>
  );
}
