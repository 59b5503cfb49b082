import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { BulletBar } from '@/shared/ui/figures/BulletBar';
import { Amount, Percent } from '@/shared/ui/figures/Texts';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { EditCustomer } from '../CustomerForm';
import { useRemoveCustomer } from '../remove';
import { CustomerStateTag } from '../state';
import s from './file.module.css';
import { boxes, parts } from './panels';
import type { Customer } from './types';

/** Everything the house knows of a customer, tab by tab. */
export default function FilePage() {
  const id = useParams().id as string;
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/customers/{id}', {
    params: { path: { id } },
  });
  if (isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  if (!data) return <LoadFailed error={error} retry={refetch} />;
  // Merged meanwhile: what led here leads to the one who is left.
  if (data.id !== id) return <Navigate to={`/customers/${data.id}`} replace />;
  return <File customer={data} reload={refetch} />;
}

function File({ customer, reload }: { customer: Customer; reload: () => Promise<unknown> }) {
  const { t } = useTranslation(['customers', 'shared']);
  const { permissions } = useSession();
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const remove = useRemoveCustomer();
  const may = (what: string) => !!customer.can?.includes(what);
  const seen = parts.filter(({ permission }) => !permission || permission in permissions);
  const shown = boxes.filter((box) => seen.some((part) => part.box === box));
  const box = useBox(shown, 'overview');
  const onRemove = async () => {
    if (await remove(customer)) navigate('/customers', { replace: true });
  };
  const more = [
    ...(may('edit') && isPhone ? [{ key: 'edit', label: t('change'), onClick: () => setEditing(true) }] : []),
    ...(may('merge')
      ? [{ key: 'merge', label: t('merge.start'), onClick: () => navigate(`/customers/${customer.id}/merge`) }]
      : []),
    ...(may('delete')
      ? [
          {
            key: 'remove',
            danger: true,
            label: t('shared:remove'),
            onClick: () => onRemove().catch(() => undefined),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        title={customer.name}
        note={<CustomerStateTag state={customer.state} />}
        actions={
          <>
            {more.length > 0 && (
              <Dropdown trigger={['click']} menu={{ items: more }}>
                <Button icon={<EllipsisOutlined />} aria-label={t('file.more')} />
              </Dropdown>
            )}
            {may('edit') && !isPhone && <Button onClick={() => setEditing(true)}>{t('change')}</Button>}
          </>
        }
      />
      <dl className={s.head}>
        <div>
          <dt>{t('number')}</dt>
          <dd className="number">{customer.number}</dd>
        </div>
        <div>
          <dt>{t('owner')}</dt>
          <dd>{customer.ownerName ?? t('file.nobody')}</dd>
        </div>
        <div>
          <dt>{t('territory')}</dt>
          <dd>{customer.territoryName ?? '–'}</dd>
        </div>
        <MonthHead customer={customer.id} />
        <div>
          <dt>{t('file.completeness')}</dt>
          <dd>
            <Percent value={customer.completeness} digits={0} />
            <BulletBar label={t('file.completeness')} attainment={customer.completeness} />
          </dd>
        </div>
      </dl>
      <Tabs label={t('file.tabs')} boxes={shown} first="overview" box={box} title={(one) => t(`file.boxes.${one}`)} />
      <div className={s.parts} data-box={box}>
        {seen
          .filter((part) => part.box === box)
          .map(({ Part }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Part key={`${box} ${i}`} customer={customer} reload={reload} />
          ))}
      </div>
      {editing && <EditCustomer customer={customer} reload={reload} onClose={() => setEditing(false)} />}
    </>
  );
}

/** What the modules know of this month with him. */
function MonthHead({ customer }: { customer: string }) {
  const { t } = useTranslation('customers');
  const month = useSession().company.today.slice(0, 7);
  const { data } = server.useQuery('get', '/api/customers/{id}/month-figures', {
    params: { path: { id: customer }, query: { month } },
  });
  return data?.items.map((figure) => (
    <div key={figure.what}>
      <dt>{t('file.ofMonth', { what: figure.name })}</dt>
      <dd>
        <Amount value={figure.amount} />
      </dd>
    </div>
  ));
}
