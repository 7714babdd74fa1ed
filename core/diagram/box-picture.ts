import type { Entity, EntityColumn } from '#core/diagram/data-model.ts';
import type { EntityMarks } from '#core/diagram/entity-marks.ts';
import { boxSize, type EntityShape, headWidth, shortName } from '#core/diagram/entity-shape.ts';
import type { PictureNode } from '#core/diagram/picture.ts';
import { pictureText, textWidth } from '#core/diagram/picture-text.ts';

/** What a box shows, drawn from its left upper corner. */
export function boxParts(entity: Entity, shape: EntityShape, marks: EntityMarks | undefined): readonly PictureNode[] {
  const { width, height } = shape;
  const frame = marks === undefined ? 'frame' : `frame ${marks.worst}`;
  return [
    ['title', {}, titleOf(entity, marks)],
    ['rect', { class: 'body', x: 0, y: 0, width, height, rx: 8 }],
    ...head(entity, shape),
    ...shape.rows.map((column, index) => row(column, index, shape, marks)),
    ...rest(shape),
    ['rect', { class: frame, x: 0, y: 0, width, height, rx: 8 }],
    ...(marks === undefined ? [] : badge(marks, shape)),
    farName(entity, shape),
  ];
}

/** What a screen reader says of a box. */
export function spokenBox({ name, kind, columns }: Entity, relations: number, marks: EntityMarks | undefined): string {
  const parts = [
    pictureText(name),
    kind === 'type' ? 'composite type' : kind,
    counted(columns.length, 'column'),
    counted(relations, 'relation'),
    ...(marks === undefined ? [] : [`${counted(marks.count, 'finding')}, the worst: ${marks.worst}`]),
  ];
  return parts.join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function titleOf({ name, kind }: Entity, marks: EntityMarks | undefined): string {
  const own = `${kind} ${pictureText(name)}`;
  if (marks === undefined) return own;
  const leftOut = marks.count - marks.messages.length;
  const messages = marks.messages.map((message) => `• ${pictureText(message, 300)}`);
  return [own, ...messages, ...(leftOut > 0 ? [`and ${leftOut} more`] : [])].join('\n');
}

function head({ name, kind }: Entity, { width, rows, leftOut }: EntityShape): readonly PictureNode[] {
  const { side } = boxSize;
  const isAlone = rows.length === 0 && leftOut === 0;
  const bottom = isAlone ? boxSize.head + 4 : boxSize.head;
  const corner = isAlone ? `a8 8 0 0 1 -8 8h${16 - width}a8 8 0 0 1 -8 -8` : `v8h${-width}v-8`;
  const outline = `M0 8a8 8 0 0 1 8 -8h${width - 16}a8 8 0 0 1 8 8v${bottom - 16}${corner}z`;
  const shown = shortName(name);
  const note: readonly PictureNode[] =
    kind === 'model' ? [] : [['text', { class: 'kind', x: side + headWidth(name) + 8, y: 23 }, kind]];
  return [['path', { class: `head ${kind}`, d: outline }], ['text', { class: 'name', x: side, y: 23 }, shown], ...note];
}

function row(
  { name, type, isId, isForeign, isUnique }: EntityColumn,
  index: number,
  { width }: EntityShape,
  marks: EntityMarks | undefined,
): PictureNode {
  const { keys, side } = boxSize;
  const y = rowTop(index);
  const severity = marks?.fields.get(name);
  const key = isId ? 'PK' : isForeign ? 'FK' : isUnique ? 'UQ' : '';
  const second = isId && isForeign ? 'FK' : '';
  const nodes: PictureNode[] = [];
  if (severity !== undefined) {
    nodes.push(['rect', { class: `tint ${severity}`, x: 1, y, width: width - 2, height: boxSize.row }]);
    nodes.push(['rect', { class: `mark ${severity}`, x: 1, y, width: 3, height: boxSize.row }]);
  }
  if (key !== '') nodes.push(['text', { class: `key ${key}`, x: side, y: y + 15 }, key]);
  if (second !== '') nodes.push(['text', { class: `key ${second}`, x: side + 16, y: y + 15 }, second]);
  nodes.push(['text', { class: isId ? 'column id' : 'column', x: keys, y: y + 15 }, shortName(name)]);
  nodes.push(['text', { class: 'type', x: width - side, y: y + 15 }, shortName(type)]);
  return ['g', { class: 'row' }, ...nodes];
}

function rest({ rows, leftOut }: EntityShape): readonly PictureNode[] {
  if (leftOut === 0) return [];
  return [
    [
      'g',
      { class: 'row' },
      ['text', { class: 'rest', x: boxSize.keys, y: rowTop(rows.length) + 15 }, `${leftOut} more columns`],
    ],
  ];
}

function rowTop(index: number): number {
  return boxSize.head + 2 + index * boxSize.row;
}

/** How many findings there are, in the head. */
function badge({ worst, count }: EntityMarks, { width }: EntityShape): readonly PictureNode[] {
  const text = count > 99 ? '99+' : `${count}`;
  const wide = Math.max(18, 10 + text.length * 6.5);
  const left = width - boxSize.side - wide + 2;
  return [
    ['rect', { class: `badge ${worst}`, x: left, y: 9, width: wide, height: 18, rx: 9 }],
    ['text', { class: 'count', x: left + wide / 2, y: 22 }, text],
  ];
}

/** The name in letters that are read from afar; shown in place of the rows. */
function farName({ name }: Entity, { width, height }: EntityShape): PictureNode {
  const shown = shortName(name);
  const size = Math.floor(Math.max(12, Math.min(72, height * 0.5, (width - 16) / (textWidth(shown, 100) / 100))));
  return ['text', { class: 'far-name', x: width / 2, y: height / 2, 'font-size': size }, shown];
}
