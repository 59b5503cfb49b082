import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { Figure, Figures } from '@/shared/ui/figures/Figure';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Amount } from '@/shared/ui/figures/Texts';
import s from '../customers.module.css';
import type { Spec } from './CarePolicyPage';

type Preview = Reply<'/api/care-policies/preview', 'post'>;

/** How much a policy would ask for, of whom, before it holds. */
export function CarePreview({ spec }: { spec: () => Spec }) {
  const { t } = useTranslation('customers');
  const [seen, setSeen] = useState<Preview | null>(null);
  const preview = server.useMutation('post', '/api/care-policies/preview');
  const look = () =>
    preview
      .mutateAsync({ body: { spec: spec() } })
      .then(setSeen)
      .catch(() => undefined);
  const nameOf = (code: string) => spec().kinds.find((kind) => kind.code === code)?.name ?? code;
  return (
    <>
      <div className={s.deeds}>
        <Button loading={preview.isPending} onClick={look}>
          {t('care.preview')}
        </Button>
      </div>
      {seen && (
        <section aria-label={t('care.preview')}>
          <Figures>
            <Figure label={t('care.covered')} value={`${seen.customers} / ${seen.of}`} />
            <Figure label={t('care.perWeek')} value={String(seen.perWeek)} />
            <Figure label={t('care.budgetYear')} value={seen.budget} />
          </Figures>
          <div className={s.pair}>
            <FigureTable head={[t('care.kind'), t('care.customers'), t('care.perWeek'), t('care.budgetYear')]}>
              {seen.kinds.map((line) => (
                <tr key={line.kind}>
                  <th scope="row">{nameOf(line.kind)}</th>
                  <td className="number">{line.customers}</td>
                  <td className="number">{line.perWeek}</td>
                  <td className="number">
                    <Amount value={line.budget} short />
                  </td>
                </tr>
              ))}
            </FigureTable>
            <FigureTable head={[t('owner'), t('care.customers'), t('care.perWeek'), t('care.firstWeek')]}>
              {seen.people.map((line) => (
                <tr key={line.personId}>
                  <th scope="row">{line.name}</th>
                  <td className="number">{line.customers}</td>
                  <td className="number">{line.perWeek}</td>
                  <td className="number">{line.firstWeek}</td>
                </tr>
              ))}
            </FigureTable>
          </div>
        </section>
      )}
    </>
  );
}
