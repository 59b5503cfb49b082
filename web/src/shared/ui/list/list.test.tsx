import { isValidElement } from 'react';
import { describe, expect, test } from 'vitest';
import { type Column, cardPlan, cellOf, chosenColumns } from './columns';
import { fileName } from './ExportMenu';
import { filterNames } from './filters';
import { isNarrowed, listQuery, nextSort, readListState, viewQuery, writeListState } from './listState';

const defaults = { sort: '-amount', filterNames: ['level', 'owner'] };
const read = (search: string) => readListState(new URLSearchParams(search), defaults);
const write = (search: string, change: Parameters<typeof writeListState>[1]) =>
  writeListState(new URLSearchParams(search), change, defaults).toString();

describe('the state of a list in the URL', () => {
  test('an empty URL is the default state', () => {
    expect(read('')).toEqual({ page: 1, size: 20, sort: '-amount', q: '', filters: {} });
  });

  test('nonsense in the URL falls back and unknown parameters are not filters', () => {
    expect(read('page=-3&size=7&level=A&open=c1')).toEqual({
      page: 1,
      size: 20,
      sort: '-amount',
      q: '',
      filters: { level: 'A' },
    });
  });

  test('a change keeps what belongs to others and returns to the first page', () => {
    expect(write('page=4&open=c1&level=A', { filters: { level: '', owner: 'p1' } })).toBe('open=c1&owner=p1');
    expect(write('page=4&q=x', { q: ' 华信 ' })).toBe(`q=${encodeURIComponent('华信')}`);
  });

  test('defaults are left out', () => {
    expect(write('page=2&sort=name', { page: 1 })).toBe('sort=name');
    expect(write('sort=name&size=50', { sort: '-amount', size: 20 })).toBe('');
  });

  test('paging and columns do not lose the page', () => {
    expect(write('', { page: 3 })).toBe('page=3');
    expect(write('page=3&columns=a%2Cb', { columns: undefined })).toBe('page=3');
  });

  test('the server gets all of it, a saved view all but the place', () => {
    const state = read('page=2&q=x&level=A');
    expect(listQuery(state)).toEqual({ page: '2', size: '20', sort: '-amount', q: 'x', level: 'A' });
    expect(viewQuery(state, ['name', 'amount'])).toBe('sort=-amount&q=x&level=A&columns=name%2Camount');
    expect([isNarrowed(state), isNarrowed(read('page=2'))]).toEqual([true, false]);
  });

  test('a head sorts one way, the other, then as before', () => {
    const clicks = (largestFirst: boolean) => {
      const first = nextSort('', 'k', largestFirst);
      const second = nextSort(first, 'k', largestFirst);
      return [first, second, nextSort(second, 'k', largestFirst)];
    };
    expect(clicks(false)).toEqual(['k', '-k', '']);
    expect(clicks(true)).toEqual(['-k', 'k', '']);
  });

  test('a filter of days has two names', () => {
    expect(filterNames([{ kind: 'days', name: 'created', label: '' }])).toEqual(['createdFrom', 'createdTo']);
  });
});

interface Row {
  name: string;
  level: string;
  amount: string | null;
  city: string;
}
const columns: Column<Row>[] = [
  { key: 'level', title: 'Level' },
  { key: 'name', title: 'Name', kind: 'name' },
  { key: 'amount', title: 'Amount', kind: 'money' },
  { key: 'city', title: 'City', optional: true },
];
const keys = (list: Column<Row>[]) => list.map((column) => column.key);

describe('the columns of a list', () => {
  test('optional ones wait to be chosen', () => {
    expect(keys(chosenColumns(columns, undefined))).toEqual(['level', 'name', 'amount']);
    expect(keys(chosenColumns(columns, ['city', 'name']))).toEqual(['city', 'name']);
  });

  test('columns that no longer exist are skipped and the name cannot be lost', () => {
    expect(keys(chosenColumns(columns, ['gone', 'level']))).toEqual(['name', 'level']);
    expect(keys(chosenColumns(columns, ['gone']))).toEqual(['level', 'name', 'amount']);
  });

  test('a card has the name, the money in the corner and the rest in lines', () => {
    const plan = cardPlan(columns);
    expect([plan.name?.key, plan.corner?.key, keys(plan.lines)]).toEqual(['name', 'amount', ['level', 'city']]);
  });

  test('an empty value is a dash, not an empty cell', () => {
    const row = { name: 'x', level: 'A', amount: null, city: '' };
    expect(cellOf(columns[0]!, row)).toBe('A');
    expect(isValidElement(cellOf(columns[2]!, row))).toBe(true);
  });
});

test('the name of an exported file may be Chinese', () => {
  const headers = { 'Content-Disposition': `attachment; filename="a.csv"; filename*=UTF-8''%E5%AE%A2%E6%88%B7.csv` };
  expect(fileName(new Response('', { headers }))).toBe('客户.csv');
});
