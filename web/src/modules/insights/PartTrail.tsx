import { CloseOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import s from './Board.module.css';
import type { Part, useView } from './useBoard';

interface PartTrailProps {
  part: Part;
  go: ReturnType<typeof useView>['go'];
}

/** Where one has drilled to: back to all, up to a unit above, or without one of the parts. */
export function PartTrail({ part, go }: PartTrailProps) {
  const { t } = useTranslation('insights');
  const units = server.useQuery('get', '/api/units', undefined, { enabled: !!part.unit });
  const territories = server.useQuery(
    'get',
    '/api/territories',
    { params: { query: { size: 200 } } },
    { enabled: !!part.territory },
  );
  const person = server.useQuery(
    'get',
    '/api/people/{id}',
    { params: { path: { id: part.person ?? '' } } },
    { enabled: !!part.person },
  );
  if (!part.unit && !part.territory && !part.person) return null;
  const trees = [
    { key: 'unit', by: 'Unit', path: pathTo(units.data?.items, part.unit) },
    { key: 'territory', by: 'Territory', path: pathTo(territories.data?.items, part.territory) },
  ] as const;
  const remove = (key: keyof Part, name: string) => (
    <button
      type="button"
      aria-label={t('without', { name })}
      title={t('without', { name })}
      onClick={() => go({ [key]: null })}
    >
      <CloseOutlined />
    </button>
  );
  return (
    <nav className={s.trail} aria-label={t('part')}>
      <button
        type="button"
        className={s.all}
        onClick={() =>
          go({ unit: null, person: null, territory: null, by: part.territory && !part.unit ? 'Territory' : 'Unit' })
        }
      >
        {t('all')}
      </button>
      {trees.map(
        ({ key, by, path }) =>
          path.length > 0 && (
            <span key={key} className={s.chip}>
              {path.map((node, i) =>
                i === path.length - 1 ? (
                  <b key={node.id}>{node.name}</b>
                ) : (
                  <button key={node.id} type="button" onClick={() => go({ [key]: node.id, by, person: null })}>
                    {node.name}
                    <i aria-hidden="true">/</i>
                  </button>
                ),
              )}
              {remove(key, path.at(-1)?.name ?? '')}
            </span>
          ),
      )}
      {part.person && (
        <span className={s.chip}>
          <b>{person.data?.name ?? '…'}</b>
          {remove('person', person.data?.name ?? '')}
        </span>
      )}
    </nav>
  );
}

interface Node {
  id: string;
  name: string;
  parentId?: string | null;
}

/** From the second level down to the node: the root is "all". */
function pathTo(nodes: Node[] | undefined, id: string | undefined): Node[] {
  const path: Node[] = [];
  for (let node = nodes?.find((n) => n.id === id); node; ) {
    path.unshift(node);
    const parent = node.parentId;
    node = nodes?.find((n) => n.id === parent);
  }
  return path.length > 1 ? path.slice(1) : path;
}
