import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Amount } from '@/shared/ui/figures/Texts';
import { useIsPhone } from '@/shared/ui/media';

type Flow = Reply<'/api/territory-divisions/{id}/preview'>['flows'][number];

interface DivisionMovesProps {
  id: string;
  flows: Flow[];
  nameOf: (territory?: string | null) => string;
}

/** From where to where; each flow opens the list of its customers. */
export function DivisionMoves({ id, flows, nameOf }: DivisionMovesProps) {
  const { t } = useTranslation('territories');
  const [open, setOpen] = useState<Flow | null>(null);
  if (flows.length === 0) return <p className="muted">{t('divisions.nothingMoves')}</p>;
  return (
    <>
      <FigureTable head={[t('divisions.fromTo'), t('divisions.customers'), t('divisions.money')]}>
        {flows.map((flow) => (
          <tr key={`${flow.from}${flow.to}`}>
            <th scope="row">
              <Button type="link" size="small" onClick={() => setOpen(flow)}>
                {nameOf(flow.from)} → {nameOf(flow.to)}
              </Button>
            </th>
            <td className="number">{flow.customers}</td>
            <td>
              <Amount value={flow.amount} />
            </td>
          </tr>
        ))}
      </FigureTable>
      {open && (
        <MovesDrawer
          id={id}
          flow={open}
          title={`${nameOf(open.from)} → ${nameOf(open.to)}`}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function MovesDrawer({ id, flow, title, onClose }: { id: string; flow: Flow; title: string; onClose: () => void }) {
  const { t } = useTranslation('territories');
  const isPhone = useIsPhone();
  const { data } = server.useQuery('get', '/api/territory-divisions/{id}/moves', {
    params: { path: { id }, query: { from: flow.from ?? undefined, to: flow.to } },
  });
  return (
    <Drawer open title={title} onClose={onClose} size={isPhone ? '100%' : 640}>
      {data && data.items.length < data.total && (
        <p className="muted">{t('divisions.shown', { shown: data.items.length, total: data.total })}</p>
      )}
      <FigureTable head={[t('divisions.customer'), t('divisions.rule'), t('divisions.money')]}>
        {data?.items.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <Link to={`/customers?open=${line.id}`}>{line.name}</Link>
            </th>
            <td>{line.rule ?? t('divisions.default')}</td>
            <td>
              <Amount value={line.sales} />
            </td>
          </tr>
        ))}
      </FigureTable>
    </Drawer>
  );
}
