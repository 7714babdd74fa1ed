import { fieldOf, mappedName } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { toSnakeCase } from '#core/text/casing.ts';

/** Identifiers of PostgreSQL have at most so many bytes. */
export const longestIndexName = 63;

/** How a table and its columns may be spelled within the name of an index. */
const tableForms: readonly ((model: PrismaModel) => string)[] = [
  (model) => model.name.value,
  (model) => mappedName(model)?.value ?? model.name.value,
  (model) => toSnakeCase(model.name.value),
  (model) => model.name.value.toLowerCase(),
];
const columnForms: readonly ((name: string, model: PrismaModel) => string)[] = [
  (name) => name,
  (name, model) => columnName(name, model),
  (name) => toSnakeCase(name),
  (name) => name.toLowerCase(),
];

/** What else the name of an index says: what it is. */
const affix = /^(?:[_.-]|idx|index|ix|i|key|uniq|unique|uidx|uix|uk|uq|ux)*$/i;

/**
 * The name in the database a new index has where most of its kind are given one that tells table and columns; undefined where
 * they are not, or no more than one or two are and differ.
 */
function indexNameLike(
  kind: 'index' | 'unique',
  model: PrismaModel,
  columns: readonly string[],
  siblings: readonly PrismaModel[],
): string | undefined {
  const counts = new Map<Template, number>();
  const seen = new Map<string, Template>();
  let others = 0;
  for (const sibling of siblings) {
    for (const index of indexesOf(sibling).filter((one) => one.kind === kind && !one.fieldLevel)) {
      const template = templateOf(index, sibling);
      if (template === undefined) {
        others += 1;
        continue;
      }
      const known = seen.get(keyOf(template)) ?? template;
      seen.set(keyOf(template), known);
      counts.set(known, (counts.get(known) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const all = [...counts.values()].reduce((sum, count) => sum + count, others);
  if (most === undefined || most[1] * 2 <= all) return undefined;
  const name = filled(most[0], model, columns);
  const isTaken = siblings.some((sibling) => indexesOf(sibling).some(({ map }) => map === name));
  return bytesOf(name) > longestIndexName || isTaken ? undefined : name;
}

/** The length of a text in UTF-8 (RFC 3629 §3). */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** An index of the block as text, with the name those beside it have. */
export function indexText(
  kind: 'index' | 'unique',
  model: PrismaModel,
  columns: readonly string[],
  siblings: readonly PrismaModel[],
): string {
  const name = indexNameLike(kind, model, columns, siblings);
  // Texts of Prisma are written as those of JSON are.
  return `@@${kind}([${columns.join(', ')}]${name === undefined ? '' : `, map: ${JSON.stringify(name)}`})`;
}

/** How the name of an index is made of those of its table and columns; numbers say which spelling of them. */
export interface Template {
  readonly before: string;
  readonly table: number;
  readonly between: string;
  readonly column: number;
  readonly separator: string;
  readonly after: string;
}

/** The same text for templates that are the same. */
export function keyOf({ before, table, between, column, separator, after }: Template): string {
  return JSON.stringify([before, table, between, column, separator, after]);
}

/** Undefined for a name that does not tell table and columns, in this order. */
function templateOf(index: ModelIndex, model: PrismaModel): Template | undefined {
  return templatesIn(index, model).next().value;
}

/** All ways in which the name of an index may be made of those of its table and columns: some spell alike. */
export function templatesOf(index: ModelIndex, model: PrismaModel): readonly Template[] {
  return [...templatesIn(index, model)];
}

function* templatesIn({ map, fields }: ModelIndex, model: PrismaModel): Generator<Template, undefined> {
  if (map === undefined || fields.length === 0) return undefined;
  for (const [table, tableForm] of tableForms.entries()) {
    for (const [column, columnForm] of columnForms.entries()) {
      for (const separator of ['_', '.', '-', '']) {
        const name = tableForm(model);
        const columns = fields.map(({ value }) => columnForm(value, model)).join(separator);
        const start = map.indexOf(name);
        const second = start < 0 ? -1 : map.indexOf(columns, start + name.length);
        if (second < 0) continue;
        const before = map.slice(0, start);
        const between = map.slice(start + name.length, second);
        const after = map.slice(second + columns.length);
        if ([before, between, after].every((part) => affix.test(part)))
          yield { before, table, between, column, separator, after };
      }
    }
  }
  return undefined;
}

/** The template a text stands for that `keyOf` made. */
export function templateFrom(key: string): Template {
  const [before, table, between, column, separator, after] = JSON.parse(key) as [
    string,
    number,
    string,
    number,
    string,
    string,
  ];
  return { before, table, between, column, separator, after };
}

/** The name of an index of these columns, made in the same way. */
export function filled(template: Template, model: PrismaModel, columns: readonly string[]): string {
  const { before, table, between, column, separator, after } = template;
  const names = columns.map((name) => columnForms[column]?.(name, model) ?? name);
  return `${before}${tableForms[table]?.(model) ?? model.name.value}${between}${names.join(separator)}${after}`;
}

function columnName(name: string, model: PrismaModel): string {
  const field = fieldOf(model, name);
  return (field && mappedName(field)?.value) ?? name;
}
