import type { FieldLine } from '#core/prisma/edit.ts';
import { mappedName } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import type { Edit } from '#core/text/span.ts';
import { largest } from '#core/work/largest.ts';

/** A model that a fix writes. */
export interface NewModel {
  readonly name: string;
  readonly lines: readonly FieldLine[];
  /** `@@id([a, b])` */
  readonly block: readonly string[];
}

/** The name of a new model as those beside it are called: `ProcessedEvent`, `processed_event`, `processed_events`. */
export function newModelName(words: readonly string[], siblings: readonly PrismaModel[]): string {
  const isSnake = most(siblings, ({ name }) => /^[a-z]/.test(name.value));
  const isPlural = most(siblings, ({ name }) => isPluralName(name.value));
  const last = words.at(-1) ?? '';
  const all = isPlural ? [...words.slice(0, -1), pluralOf(last)] : words;
  return isSnake ? all.join('_') : all.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Writes a model behind another, set in columns, with `@@map` where the others have one. */
export function newModelEdit(
  after: PrismaModel,
  { name, lines, block }: NewModel,
  siblings: readonly PrismaModel[],
): Edit {
  const { text } = after.section;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const map = tableName(name, siblings);
  const nameWidth = largest(
    0,
    lines.map((line) => line.name.length),
  );
  const typeWidth = largest(
    0,
    lines.map((line) => line.type.length),
  );
  const fields = lines.map(
    ({ name: field, type, attributes = '' }) =>
      `  ${field.padEnd(nameWidth)} ${attributes === '' ? type : `${type.padEnd(typeWidth)} ${attributes}`}`,
  );
  const attributes = [...block, ...(map === undefined ? [] : [`@@map("${map}")`])].map((line) => `  ${line}`);
  const body = ['', '', `model ${name} {`, ...fields, '', ...attributes, '}'].join(lineBreak);
  return { span: { start: after.span.end, end: after.span.end }, newText: body };
}

/** `processed_events`, where most tables are called so. */
function tableName(name: string, siblings: readonly PrismaModel[]): string | undefined {
  const mapped = siblings.filter((model) => mappedName(model) !== undefined);
  if (mapped.length * 2 <= siblings.length) return undefined;
  const isPlural = most(mapped, (model) => isPluralName(mappedName(model)?.value ?? ''));
  const words = wordsOf(name);
  const last = singularOf(words.at(-1) ?? '');
  const table = toSnakeCase([...words.slice(0, -1), isPlural ? pluralOf(last) : last].join('_'));
  return table === name ? undefined : table;
}

function most(models: readonly PrismaModel[], is: (model: PrismaModel) => boolean): boolean {
  return models.filter(is).length * 2 > models.length;
}

function isPluralName(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? '';
  return singularOf(last) !== last;
}
