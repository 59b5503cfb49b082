import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { RowOf } from '@/shared/api/types';

export type Territory = RowOf<'/api/territories'>;

export interface TerritoryNode {
  /** For antd's tree and tree choice. */
  key: string;
  value: string;
  title: string;
  territory: Territory;
  disabled?: boolean;
  children: TerritoryNode[];
}

export function treeOf(all: Territory[], parent: string | null = null): TerritoryNode[] {
  return all
    .filter((territory) => (territory.parentId ?? null) === parent)
    .map((territory) => ({
      key: territory.id,
      value: territory.id,
      title: territory.name,
      territory,
      children: treeOf(all, territory.id),
    }));
}

/** Those that match by name, number or holder, with the way down to them. */
export function matching(nodes: TerritoryNode[], typed: string): TerritoryNode[] {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return nodes;
  return nodes.flatMap((node) => {
    const { name, number, holderName } = node.territory;
    const isMatch = [name, number, holderName].some((text) => text?.toLowerCase().includes(wanted));
    const children = isMatch ? node.children : matching(node.children, typed);
    return isMatch || children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** The branch of a territory cannot be chosen as what lies above it. */
export const withoutBranch = (nodes: TerritoryNode[], id: string | undefined, inside = false): TerritoryNode[] =>
  nodes.map((node) => {
    const disabled = inside || node.key === id;
    return { ...node, disabled, children: withoutBranch(node.children, id, disabled) };
  });

const largestPage = 200;

/** The whole tree; a page of the list is at most 200. */
export function useTerritories() {
  return useQuery({
    queryKey: ['get', '/api/territories', { all: true }],
    queryFn: async ({ signal }): Promise<Territory[]> => {
      const all: Territory[] = [];
      for (let page = 1; ; page++) {
        const query = { page, size: largestPage, sort: 'order' };
        const { data } = await api.GET('/api/territories', { params: { query }, signal });
        all.push(...(data?.items ?? []));
        if (!data || all.length >= data.total || data.items.length === 0) return all;
      }
    },
  });
}
