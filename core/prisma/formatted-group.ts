import { type FieldBlock, groupAround } from '#core/prisma/column-layout.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Edit } from '#core/text/span.ts';

/** Fields without a blank line between them, set in columns as `prisma format` sets them. */
export interface FormattedGroup {
  readonly fields: readonly PrismaField[];
  /** How wide the widest name is, and the widest type with its `[]` or `?`. */
  readonly nameWidth: number;
  readonly typeWidth: number;
}

/** The group a field stands in; undefined where it is not set in columns. */
export function formattedGroup(model: FieldBlock, field: PrismaField): FormattedGroup | undefined {
  const fields = groupAround(model, field);
  return isFormatted(fields) ? { fields, ...widthsOf(fields) } : undefined;
}

/** True for fields whose types and attributes stand as far right as the widest name and type ask for. */
export function isFormatted(fields: readonly PrismaField[]): boolean {
  const { nameWidth, typeWidth } = widthsOf(fields);
  return fields.every((one) => {
    const { name, type, attributes } = one;
    const [first] = attributes;
    const isTyped = type.span.start - name.span.start === nameWidth + 1 && isBlank(one, name.span.end, type.span.start);
    if (first === undefined || !isTyped) return isTyped;
    const isPlaced = first.span.start - type.span.start === typeWidth + 1;
    return isPlaced && isBlank(one, type.span.start + typeText(one).length, first.span.start);
  });
}

/** How wide the widest name and type of a group are. */
export function widthsOf(fields: readonly PrismaField[]): Pick<FormattedGroup, 'nameWidth' | 'typeWidth'> {
  const most = (widths: readonly number[]): number => widths.reduce((a, b) => Math.max(a, b), 0);
  return {
    nameWidth: most(fields.map(({ name }) => name.value.length)),
    typeWidth: most(fields.map((one) => typeText(one).length)),
  };
}

/** Blanks that make room for a wider name or type in the lines of a group, but for that of `except`. */
export function wideningEdits(
  { fields, nameWidth, typeWidth }: FormattedGroup,
  widest: { readonly name: number; readonly type: number },
  except?: PrismaField,
): readonly Edit[] {
  const others = fields.filter((field) => field !== except);
  return others.flatMap((field) => {
    const first = field.attributes[0];
    return [
      ...blanks(field.name.span.end, widest.name - nameWidth),
      ...(first === undefined ? [] : blanks(field.type.span.start + typeText(field).length, widest.type - typeWidth)),
    ];
  });
}

/** The type as written, with `[]` or `?`. */
export function typeText({ section: { text }, span, type, attributes: [first] }: PrismaField): string {
  return text.slice(type.span.start, first?.span.start ?? span.end).trimEnd();
}

function blanks(place: number, count: number): readonly Edit[] {
  return count > 0 ? [{ span: { start: place, end: place }, newText: ' '.repeat(count) }] : [];
}

function isBlank({ section: { text } }: PrismaField, start: number, end: number): boolean {
  return /^ +$/.test(text.slice(start, end));
}
