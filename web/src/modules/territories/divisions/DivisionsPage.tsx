import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Day } from '@/shared/ui/figures/Texts';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TerritoryNav } from '../TerritoryNav';
import s from '../territories.module.css';
import { divisionTones } from '../words';
import { DivisionForm } from './DivisionForm';
import { DivisionPanel } from './DivisionPanel';

/** The versions of the rules by which customers fall into territories; the newest, or the one chosen, in full. */
export default function DivisionsPage() {
  const { t } = useTranslation('territories');
  const mayDivide = useCan('territories.divide');
  const chosen = useOpenRecord();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = server.useQuery('get', '/api/territory-divisions');
  const id = chosen.id ?? data?.items[0]?.id;
  const live = data?.items.find(({ state }) => state === 'Live')?.id;
  return (
    <>
      <PageHead
        title={t('divisions.title')}
        actions={
          mayDivide && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('divisions.add')}
            </Button>
          )
        }
      />
      <TerritoryNav />
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && data.items.length === 0 && <EmptyState text={t('divisions.empty')} />}
      {data && data.items.length > 0 && (
        <div className={s.stack}>
          <Panel>
            <ul className={s.list}>
              {data.items.map((version) => (
                <li key={version.id}>
                  <span>
                    <Button type="link" onClick={() => chosen.open(version.id)} aria-current={version.id === id}>
                      {t('divisions.number', { number: version.number })}
                    </Button>
                    {version.remark && <small>{version.remark}</small>}
                  </span>
                  <small>
                    {t('divisions.from')} <Day value={version.first} />
                  </small>
                  {version.moved != null && <small>{t('divisions.moved', { count: version.moved })}</small>}
                  <StatusTag tone={divisionTones[version.state]}>{t(`divisions.states.${version.state}`)}</StatusTag>
                </li>
              ))}
            </ul>
          </Panel>
          {id && <DivisionPanel key={id} id={id} />}
        </div>
      )}
      {adding && (
        <DivisionForm
          from={live}
          onClose={(saved) => {
            setAdding(false);
            if (saved) chosen.open(saved);
          }}
        />
      )}
    </>
  );
}
