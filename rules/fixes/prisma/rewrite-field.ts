import type { PrismaAttribute, PrismaField } from '#core/prisma/model.ts';
import { writtenType } from '#core/prisma/stands-for.ts';
import type { Edit } from '#core/text/span.ts';

/** What becomes of a field's line; parts that are not given stay. */
export interface FieldChange {
  readonly name?: string;
  /** Without `?`; a list stays one. */
  readonly type?: string;
  readonly isOptional?: boolean;
  readonly without?: readonly PrismaAttribute[];
  /** An attribute behind those the field has. */
  readonly added?: string;
  /** New texts of attributes that stay, by attribute. */
  readonly replaced?: ReadonlyMap<PrismaAttribute, string>;
}

/** Writes a field's line anew; types and attributes stay in their columns as far as there is room. */
export function rewriteField(field: PrismaField, change: FieldChange): Edit {
  const { name, type, isList, span, attributes, section } = field;
  const optional = (change.isOptional ?? field.isOptional) ? '?' : '';
  const newType = `${change.type ?? writtenType(field)}${isList ? '[]' : ''}${optional}`;
  const kept = attributes.filter((attribute) => change.without?.includes(attribute) !== true);
  const texts = [
    ...kept.map(
      (attribute) => change.replaced?.get(attribute) ?? section.text.slice(attribute.span.start, attribute.span.end),
    ),
    ...(change.added === undefined ? [] : [change.added]),
  ];
  const first = attributes[0];
  const typed = padded(change.name ?? name.value, span.start, type.span.start, section.text) + newType;
  const oldEnd = type.span.end + (isList ? 2 : 0) + (field.isOptional ? 1 : 0);
  if (first === undefined || texts.length === 0) return { span, newText: [typed, ...texts].join(' ') };
  const column = typed.length - newType.length;
  const gap = first.span.start - oldEnd;
  const width = gap > 1 ? first.span.start - type.span.start : 0;
  return { span, newText: `${`${typed}`.padEnd(column + width - 1)} ${texts.join(' ')}` };
}

/** The text, followed by blanks up to the column where the next part stood when more than one blank set it off. */
function padded(text: string, start: number, next: number, source: string): string {
  const written = source.slice(start, next);
  const isColumn = written.length - written.trimEnd().length > 1;
  return `${isColumn ? text.padEnd(next - start - 1) : text} `;
}
