import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Instant } from '@/shared/ui/figures/Texts';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import type { Order } from './OrderDrawer';
import s from './OrderDrawer.module.css';

export type Approval = RowOf<'/api/orders'>['approval'];

const tones: Record<Approval, Tone> = {
  None: 'neutral',
  Waiting: 'progress',
  Approved: 'good',
  Refused: 'bad',
  Returned: 'warning',
};
export const approvals = (Object.keys(tones) as Approval[]).filter((one) => one !== 'None');

export function ApprovalTag({ approval }: { approval: Approval }) {
  const { t } = useTranslation('orders');
  return approval === 'None' ? null : <StatusTag tone={tones[approval]}>{t(`approval.${approval}`)}</StatusTag>;
}

type Station = NonNullable<Order['road']>[number];

const marks: Record<Station['state'], typeof CheckCircleFilled> = {
  Ahead: ClockCircleOutlined,
  Running: ClockCircleOutlined,
  Approved: CheckCircleFilled,
  Refused: CloseCircleFilled,
  Dropped: MinusCircleOutlined,
};

/** Who must agree to the terms, how far it has come, and what may be done about it. */
export function OrderApproval({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { person } = useSession();
  if (order.approval === 'None' && !order.needsApproval) return null;
  // The request itself is read only by who asks and who decides.
  const takesPart =
    !!person &&
    (order.salespersonId === person.id || (order.road ?? []).some(({ people }) => people.includes(person.name)));
  return (
    <section className={s.part}>
      <h2>
        {t('approval.label')}
        <ApprovalTag approval={order.approval} />
        {takesPart && order.approvalId ? (
          <Link className="number" to={`/approvals?box=Mine&open=${order.approvalId}`}>
            {order.approvalNumber}
          </Link>
        ) : (
          <span className="number muted">{order.approvalNumber}</span>
        )}
      </h2>
      <ol className={s.road}>
        {(order.road ?? []).map((station, i) => {
          const Mark = marks[station.state];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: stations are known by their place
            <li key={i} data-state={station.state}>
              <Mark />
              <span>{station.name}</span>
              <span className="muted">{station.people.join(t('approval.separator'))}</span>
              <span className="muted">
                {station.endedAt ? <Instant value={station.endedAt} /> : t(`approval.station.${station.state}`)}
              </span>
            </li>
          );
        })}
      </ol>
      {order.state === 'Draft' && <p className="muted">{t(`approval.help.${order.approval}`)}</p>}
    </section>
  );
}
