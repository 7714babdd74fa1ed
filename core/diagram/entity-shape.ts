import type { Entity, EntityColumn, EntityRelation } from '#core/diagram/data-model.ts';
import type { LayoutLink } from '#core/diagram/layout/layout.ts';
import { pictureText, textWidth } from '#core/diagram/picture-text.ts';

/** How much of each entity is shown: all columns, those that are keys, or none. */
export type DiagramDetail = 'all' | 'keys' | 'names';

/** Lengths of a box, in pixels. */
export const boxSize = {
  head: 36,
  row: 22,
  /** Below the last row. */
  foot: 6,
  /** Left of the names of columns. */
  keys: 48,
  /** Left of what is in the head, and right of everything. */
  side: 12,
  nameFont: 13,
  font: 12,
} as const;

/** Of a longer box the rest is counted in the last row. */
const mostRows = 60;

/** In UTF-16 units; of a longer name the beginning is shown. */
const longestName = 36;

/** How much wider bold letters are. */
const bold = 1.2;

/** How wide the name in the head of a box is, in pixels. */
export function headWidth(name: string): number {
  return textWidth(shortName(name), boxSize.nameFont * bold);
}

/** What a box shows, and how large it is. */
export interface EntityShape {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly EntityColumn[];
  /** How many columns are left out at the end; 0 where that is what was asked for. */
  readonly leftOut: number;
}

/** The name of an entity, or of a column, or its type, as a box shows it. */
export function shortName(name: string): string {
  return pictureText(name, longestName);
}

/** What of an entity is shown, and the size of its box. */
export function entityShape({ name, columns }: Entity, detail: DiagramDetail): EntityShape {
  const wanted = columns.filter((column) => isShown(column, detail));
  const rows = wanted.slice(0, wanted.length > mostRows ? mostRows - 1 : mostRows);
  const leftOut = wanted.length - rows.length;
  const lines = rows.length + (leftOut > 0 ? 1 : 0);
  const { head, row, foot, keys, side, font } = boxSize;
  const widths = rows.map((column) => {
    return keys + textWidth(shortName(column.name), font) + 24 + textWidth(shortName(column.type), font) + side;
  });
  // Right of the name there may be how many findings there are.
  const widest = Math.max(side + headWidth(name) + 70, 160, ...widths);
  return {
    width: Math.ceil(widest / 20) * 20,
    height: lines === 0 ? head + 4 : head + lines * row + foot,
    rows,
    leftOut,
  };
}

function isShown({ isId, isForeign, isUnique }: EntityColumn, detail: DiagramDetail): boolean {
  return detail === 'all' || (detail === 'keys' && (isId || isForeign || isUnique));
}

/** How high the lines leave and reach the head of a box: what leads to the same place may run together. */
const ports = { 'zero-or-one': 11, one: 18, many: 25, own: 30 } as const;

/** The line of a relation: from the row of the foreign key to the head of what it refers to. */
export function relationLink(
  relation: EntityRelation,
  shapeOf: (entity: string) => EntityShape | undefined,
): LayoutLink {
  const { id, kind, from, to, toEnd } = relation;
  const net = kind === 'many-to-many' ? id : `${to} ${kind} ${toEnd}`;
  return { id, from, to, fromY: portY(relation, shapeOf(from)), toY: ports[toEnd], net };
}

function portY({ kind, columns }: EntityRelation, shape: EntityShape | undefined): number {
  const { head, row } = boxSize;
  if (kind === 'many-to-many' || shape === undefined || shape.rows.length === 0) return ports.own;
  const index = shape.rows.findIndex(({ name }) => columns.includes(name));
  if (index < 0 && shape.leftOut === 0) return ports.own;
  return head + 2 + (index < 0 ? shape.rows.length : index) * row + row / 2;
}
