import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { Panel } from '@/shared/ui/Panel';
import s from './leavers.module.css';

export interface Chosen {
  /** Who takes the kind; null leaves it to the successor of the page. */
  to: string | null;
  /** Thing → somebody else. */
  singles: Record<string, string>;
}

interface KindOfThingsProps {
  person: string;
  lastDay: string;
  kind: { kind: string; name: string; count: number };
  fallback: string | null;
  value: Chosen;
  onChange: (value: Chosen) => void;
}

/** One kind of what he has: who takes it, and on request the things one by one. */
export function KindOfThings({ person, lastDay, kind, fallback, value, onChange }: KindOfThingsProps) {
  const { t } = useTranslation('organization');
  const [isOpen, setOpen] = useState(false);
  const [ticked, setTicked] = useState<string[]>([]);
  const [other, setOther] = useState<string | null>(null);
  const { data } = server.useQuery(
    'get',
    '/api/people/{id}/belongings/items',
    { params: { path: { id: person }, query: { kind: kind.kind, lastDay } } },
    { enabled: isOpen },
  );
  const names = usePickedNames();
  const give = () => {
    if (!other) return;
    onChange({ ...value, singles: { ...value.singles, ...Object.fromEntries(ticked.map((id) => [id, other])) } });
    setTicked([]);
  };
  const hidden = data ? data.total - data.items.length : 0;
  return (
    <Panel
      title={kind.name}
      note={<span className="number">{kind.count}</span>}
      extra={
        <Button type="link" onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'leavers.close' : 'leavers.single')}
        </Button>
      }
    >
      <div className={s.takes}>
        <span className="muted">{t('leavers.to')}</span>
        <RemotePicker
          label={t('leavers.toWhom', { kind: kind.name })}
          path="/api/people"
          query={{ active: 'true' }}
          value={value.to ?? fallback}
          onChange={(to, row) => {
            names.keep(row);
            onChange({ ...value, to });
          }}
        />
      </div>
      {isOpen && data && (
        <>
          {hidden > 0 && <p className="muted">{t('leavers.hidden', { count: hidden })}</p>}
          <ul className={s.things}>
            {data.items.map((thing) => (
              <li key={thing.id}>
                <Checkbox
                  aria-label={thing.title}
                  checked={ticked.includes(thing.id)}
                  onChange={(event) =>
                    setTicked(event.target.checked ? [...ticked, thing.id] : ticked.filter((id) => id !== thing.id))
                  }
                />
                <Link to={thing.link}>{thing.title}</Link>
                <span className="muted number">{thing.note}</span>
                {value.singles[thing.id] && <b>→ {names.of(value.singles[thing.id] as string)}</b>}
              </li>
            ))}
          </ul>
          {ticked.length > 0 && (
            <div className={s.takes}>
              <span className="muted">{t('leavers.ticked', { count: ticked.length })}</span>
              <RemotePicker
                label={t('leavers.tickedTo')}
                path="/api/people"
                query={{ active: 'true' }}
                value={other}
                onChange={(to, row) => {
                  names.keep(row);
                  setOther(to);
                }}
              />
              <Button disabled={!other} onClick={give}>
                {t('leavers.give')}
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

/** The picker knows a name only while it is open; what was picked here keeps it. */
function usePickedNames() {
  const [names, setNames] = useState<Record<string, string>>({});
  return {
    keep: (row: { id: string; name: string } | null) =>
      row && setNames((before) => ({ ...before, [row.id]: row.name })),
    of: (id: string) => names[id] ?? '',
  };
}
