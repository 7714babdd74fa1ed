import type { Cardinality, EntityRelation } from '#core/diagram/data-model.ts';
import type { LayoutPoint } from '#core/diagram/layout/layout.ts';
import type { PictureLine, PictureNode } from '#core/diagram/picture.ts';
import { pictureText } from '#core/diagram/picture-text.ts';

/** The line of a relation with its ends, in the notation of crow's feet. */
export function linePicture(relation: EntityRelation, points: readonly LayoutPoint[]): PictureLine {
  const { id, from, to, kind, fromEnd, toEnd } = relation;
  const [first, second, beforeLast, last] = [points[0], points[1], points.at(-2), points.at(-1)];
  const parts: PictureNode[] = [
    ['title', {}, relationText(relation)],
    ['path', { class: `line ${kind}`, d: roundedPath(points) }],
  ];
  if (first !== undefined && second !== undefined) {
    parts.push(...(kind === 'embedded' ? wholeEnd(first, second) : lineEnd(first, second, fromEnd)));
  }
  if (last !== undefined && beforeLast !== undefined) parts.push(...lineEnd(last, beforeLast, toEnd));
  return { id, from, to, parts };
}

/** A relation in a line: `Order.customerId → Customer.id, on delete Cascade`. */
function relationText({ kind, from, to, field, columns, references, onDelete }: EntityRelation): string {
  if (kind === 'many-to-many') return pictureText(`${from} ↔ ${to} (many to many, ${field})`);
  if (kind === 'embedded') return pictureText(`${from}.${field} holds ${to}`);
  const sides = [
    [from, columns],
    [to, references],
  ] as const;
  const [own, other] = sides.map(([model, names]) =>
    names.length === 1 ? `${model}.${names[0]}` : `${model}(${names.join(', ')})`,
  );
  return pictureText(`${own} → ${other}${onDelete === undefined ? '' : `, on delete ${onDelete}`}`);
}

const radius = 7;

/** A path along the points whose corners are round. */
function roundedPath(points: readonly LayoutPoint[]): string {
  const steps: string[] = [];
  for (const [index, point] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined || after === undefined) {
      steps.push(`${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`);
      continue;
    }
    const [near, far] = [towards(point, before), towards(point, after)];
    steps.push(`L${near.x} ${near.y}Q${point.x} ${point.y} ${far.x} ${far.y}`);
  }
  return steps.join('');
}

/** As far from a corner towards its neighbour as its curve begins. */
function towards(corner: LayoutPoint, neighbour: LayoutPoint): LayoutPoint {
  const [dx, dy] = [neighbour.x - corner.x, neighbour.y - corner.y];
  const part = Math.min(0.5, radius / Math.max(1, Math.abs(dx) + Math.abs(dy)));
  return { x: rounded(corner.x + dx * part), y: rounded(corner.y + dy * part) };
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

/** What tells how many there are at an end: a crow's foot for many, bars for one, a circle for none. */
function lineEnd({ x, y }: LayoutPoint, next: LayoutPoint, cardinality: Cardinality): readonly PictureNode[] {
  const out = next.x < x ? -1 : 1;
  const bar = (far: number) => `M${x + far * out} ${y - 5}v10`;
  const none = (far: number): PictureNode => ['circle', { class: 'none', cx: x + far * out, cy: y, r: 3.5 }];
  const end = (d: string): PictureNode => ['path', { class: 'end', d }];
  switch (cardinality) {
    case 'many':
      return [end(`M${x} ${y - 6}L${x + 11 * out} ${y}L${x} ${y + 6}`), none(15)];
    case 'one':
      return [end(`${bar(8)}${bar(12)}`)];
    case 'zero-or-one':
      return [end(bar(8)), none(14)];
    default:
      return cardinality satisfies never;
  }
}

/** A diamond at what holds the other as a part of itself. */
function wholeEnd({ x, y }: LayoutPoint, next: LayoutPoint): readonly PictureNode[] {
  const out = next.x < x ? -1 : 1;
  return [['path', { class: 'whole', d: `M${x} ${y}l${8 * out} -4l${8 * out} 4l${-8 * out} 4z` }]];
}
