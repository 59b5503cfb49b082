import type { ReactNode } from 'react';
import { Amount, Dash, Day, Instant, Percent } from '../figures/Texts';

export type ColumnKind = 'name' | 'text' | 'number' | 'money' | 'rate' | 'day' | 'instant';

export interface Column<Row> {
  /** A field of the row; also its name in `sort=` and in an export. */
  key: Extract<keyof Row, string> | (string & {});
  title: string;
  /** Decides the text, the side and the width. Exactly one column is the 'name': the only blue one, it opens the row. */
  kind?: ColumnKind;
  /** When the text of the kind is not enough: a StatusTag, a LevelChip. */
  render?: (row: Row) => ReactNode;
  /** In px; the name takes what is left. */
  width?: number;
  sortable?: boolean;
  /** Not shown until somebody chooses it. */
  optional?: boolean;
  /** On the phone's card: large at the right, in the small lines (the default for the first three), or not at all. */
  card?: 'corner' | 'line' | 'none';
}

const widths: Record<ColumnKind, number> = {
  name: 220,
  text: 120,
  number: 96,
  money: 136,
  rate: 88,
  day: 104,
  instant: 150,
};

export const widthOf = <Row,>(column: Column<Row>): number => column.width ?? widths[column.kind ?? 'text'];

export const isFigure = <Row,>({ kind }: Column<Row>): boolean =>
  kind === 'number' || kind === 'money' || kind === 'rate';

/** The content of a cell, without the link of a name. */
export function cellOf<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.render) return column.render(row);
  const value = (row as Record<string, unknown>)[column.key];
  if (value === null || value === undefined || value === '') return <Dash />;
  const text = String(value);
  switch (column.kind) {
    case 'money':
      return <Amount value={text} />;
    case 'rate':
      return <Percent value={text} />;
    case 'day':
      return <Day value={text} />;
    case 'instant':
      return <Instant value={text} />;
    case 'number':
      return <span className="number">{text}</span>;
    default:
      return text;
  }
}

/** The columns on screen, in order: chosen ones that still exist, else all that are not optional. The name cannot be lost. */
export function chosenColumns<Row>(all: Column<Row>[], chosen: string[] | undefined): Column<Row>[] {
  const byKey = new Map(all.map((column) => [column.key as string, column]));
  const picked = chosen?.flatMap((key) => byKey.get(key) ?? []);
  if (!picked?.length) return all.filter((column) => !column.optional);
  const name = all.find((column) => column.kind === 'name');
  return name && !picked.includes(name) ? [name, ...picked] : picked;
}

interface CardPlan<Row> {
  name: Column<Row> | undefined;
  corner: Column<Row> | undefined;
  lines: Column<Row>[];
}

const linesOnCard = 3;

/** How the same columns make a card: the name, one figure at the right, a few small lines. */
export function cardPlan<Row>(columns: Column<Row>[]): CardPlan<Row> {
  const name = columns.find((column) => column.kind === 'name') ?? columns[0];
  const corner =
    columns.find((column) => column.card === 'corner') ??
    columns.find((column) => column.kind === 'money' && column.card === undefined);
  const rest = columns.filter((column) => column !== name && column !== corner && column.card !== 'none');
  const asked = rest.filter((column) => column.card === 'line');
  return { name, corner, lines: asked.length > 0 ? asked : rest.slice(0, linesOnCard) };
}
