import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, ifMatch } from '@/shared/api/client';
import { ApiProblem } from '@/shared/api/problem';
import type { Reply } from '@/shared/api/types';
import { markUnsaved } from '@/shared/ui/form/LeaveGuard';
import { problemText } from '@/shared/ui/toast';
import { filledOf, isBlank, type NameField, type NameValues, nameFields } from '../words';

export type Checked = Reply<'/api/customer-names/check', 'post'>['items'][number];

export interface Line {
  key: number;
  values: NameValues;
  /** Nothing yet, on its way, taken, or turned down. */
  state: 'open' | 'saving' | 'saved' | 'refused';
  /** Once it was taken. */
  saved: { id: string; version: number } | null;
  /** The values as they were taken, as text. */
  taken: string | null;
  faults: Partial<Record<NameField, string>>;
  /** Why it was turned down, where no cell is to blame. */
  problem: string | null;
  /** What the server says of its name. */
  told: Checked | null;
  /** Came out of a spreadsheet, and waits to be saved. */
  pasted: boolean;
}

/** What came of a pasted block, beside its lines. */
export interface Block {
  lines: number;
  hasHeadings: boolean;
  unknown: string[];
  left: number;
}

let keys = 0;
const fresh = (values: NameValues = {}): Line => ({
  key: ++keys,
  values,
  state: 'open',
  saved: null,
  taken: null,
  faults: {},
  problem: null,
  told: null,
  pasted: false,
});

const textOf = (values: NameValues) => JSON.stringify(filledOf(values));
const isDirty = (line: Line) => !isBlank(line.values) && textOf(line.values) !== line.taken;
const byField = (faults: { field: string; message: string }[]): Line['faults'] =>
  Object.fromEntries(faults.map(({ field, message }) => [field, message]));

/** Lines that are being typed or pasted; each is saved as soon as it is left. The last one is always empty. */
export function useLines(campaignId: string) {
  const client = useQueryClient();
  const [lines, setLines] = useState<Line[]>(() => [fresh()]);
  const [block, setBlock] = useState<Block | null>(null);
  const now = useRef(lines);
  const left = useRef(new Set<number>());
  const put = (next: Line[]) => {
    const last = next[next.length - 1];
    now.current = !last || !isBlank(last.values) ? [...next, fresh()] : next;
    setLines(now.current);
  };
  const patch = (key: number, change: Partial<Line>) =>
    put(now.current.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const at = (key: number) => now.current.find((line) => line.key === key);

  const unsaved = lines.some((line) => isDirty(line) && line.state !== 'saving');
  const form = useRef({});
  useEffect(() => {
    markUnsaved(form.current, unsaved ? 'page' : null);
    const mark = form.current;
    return () => markUnsaved(mark, null);
  }, [unsaved]);

  const set = (key: number, field: NameField, value: string) => {
    const line = at(key);
    if (!line) return;
    const { [field]: _, ...faults } = line.faults;
    patch(key, {
      values: { ...line.values, [field]: value },
      faults,
      problem: null,
      state: line.state === 'saving' ? 'saving' : 'open',
      told: field === 'name' ? null : line.told,
      // Mended by hand it is a line like any other, saved when it is left.
      pasted: false,
    });
  };

  const check = async (key: number) => {
    const line = at(key);
    if ((line?.values.name?.trim().length ?? 0) < 2 || line?.told) return;
    const values = filledOf(line?.values ?? {});
    const { data } = await api.POST('/api/customer-names/check', {
      body: { campaignId, except: line?.saved?.id ?? null, lines: [{ ...values, name: values.name ?? '' }] },
    });
    const told = data?.items[0];
    if (told && at(key)?.values.name === line?.values.name) patch(key, { told });
  };

  const save = async (key: number): Promise<void> => {
    const line = at(key);
    if (!line || !isDirty(line)) return;
    if (line.state === 'saving') {
      left.current.add(key);
      return;
    }
    const sent = textOf(line.values);
    const body = { ...filledOf(line.values), name: line.values.name ?? '' };
    patch(key, { state: 'saving', faults: {}, problem: null, pasted: false });
    try {
      const answer = line.saved
        ? await api.PUT('/api/customer-names/{id}', {
            params: { path: { id: line.saved.id } },
            body,
            headers: ifMatch(line.saved.version),
          })
        : await api.POST('/api/customer-names', { body: { ...body, campaignId } });
      const saved = answer.data as { id: string; version: number } | undefined;
      patch(key, { state: 'saved', taken: sent, saved: saved ?? line.saved });
      // How far the day is, and every list of names.
      void client.invalidateQueries({ predicate: (query) => !query.meta?.keep });
    } catch (error) {
      const faults = error instanceof ApiProblem ? byField(error.faults) : {};
      patch(key, {
        state: 'refused',
        faults,
        problem: Object.keys(faults).length > 0 ? null : problemText(error),
      });
    }
    if (left.current.delete(key)) await save(key);
  };

  const paste = async (key: number, from: NameField, text: string): Promise<void> => {
    const { data } = await api.POST('/api/customer-names/paste', { body: { campaignId, from, text } });
    if (!data) return;
    const pasted = data.items.map(
      (told): Line => ({
        ...fresh(
          Object.fromEntries(nameFields.flatMap((field) => (told.facts[field] ? [[field, told.facts[field]]] : []))),
        ),
        told,
        faults: byField(told.faults),
        pasted: true,
      }),
    );
    const place = now.current.findIndex((line) => line.key === key);
    const onto = now.current[place];
    const before = now.current.slice(0, onto && isBlank(onto.values) ? place : place + 1);
    const after = now.current.slice(place + 1);
    put([...before, ...pasted, ...after]);
    setBlock({ lines: pasted.length, hasHeadings: data.hasHeadings, unknown: data.unknown, left: data.left });
  };

  /** Of a block: those nothing stands against. One after the other: each may be what the next one is a duplicate of. */
  const isReady = (line: Line) =>
    isDirty(line) && line.state !== 'saving' && Object.keys(line.faults).length === 0 && line.told?.isFree !== false;
  const saveAll = async () => {
    setBlock(null);
    for (const line of now.current.filter(isReady)) await save(line.key);
  };

  const remove = (key: number) => put(now.current.filter((line) => line.key !== key));
  const giveUp = () => {
    setBlock(null);
    put(now.current.filter((line) => !line.pasted));
  };

  return { lines, block, set, check, save, paste, saveAll, remove, giveUp, ready: lines.filter(isReady).length };
}

export type Lines = ReturnType<typeof useLines>;
