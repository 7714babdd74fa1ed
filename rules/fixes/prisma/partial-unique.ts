import { listValue, stringValue } from '#core/prisma/attribute.ts';
import type { ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaArgument, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';
import type { Fix, Scope } from '#core/rule.ts';
import { deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';

const providers: ReadonlySet<Provider | undefined> = new Set(['postgresql', 'cockroachdb', 'sqlite', 'sqlserver']);

/** A field that tells living rows from deleted ones, and its value in living rows. */
export interface DeletionMark {
  readonly field: PrismaField;
  readonly alive: 'null' | 'false';
}

/**
 * Makes a unique key count only the living rows; undefined unless the preview feature `partialIndexes` is on
 * and the database knows partial indexes.
 */
export function partialUniqueFix(
  key: ModelIndex,
  model: PrismaModel,
  { field, alive }: DeletionMark,
  provider: Provider | undefined,
  scope: Scope,
): Fix | undefined {
  if (!providers.has(provider) || !hasPartialIndexes(scope)) return undefined;
  const { attribute } = key;
  const condition = `where: { ${field.name.value}: ${alive} }`;
  const time = deletionTimeOf(model)?.name.value;
  const args = attribute.args.map((argument) => argumentText(argument, key, model, time));
  const sign = key.fieldLevel ? '@' : '@@';
  const newText = `${sign}${attribute.name.value}(${[...args, condition].join(', ')})`;
  const kept = key.fields.filter(({ value }) => value !== time);
  const columns = kept.map(({ value }) => `\`${value}\``).join(' + ');
  // With the time among its columns the key kept nothing apart.
  const failure = kept.length < key.fields.length ? '; the migration fails while living rows are there twice' : '';
  const title = `Keep ${columns} unique among living rows (\`${condition}\`${failure})`;
  return prismaFix(title, 'review', model.section, { span: attribute.span, newText });
}

/** The argument as written; the list of columns without the time. */
function argumentText(
  { name, value, span }: PrismaArgument,
  key: ModelIndex,
  model: PrismaModel,
  time: string | undefined,
): string {
  const { text } = model.section;
  const isList = value.kind === 'list' && (name === undefined || name.value === 'fields');
  if (!isList || key.fields.every((column) => column.value !== time)) return text.slice(span.start, span.end);
  const kept = value.items.filter((item) => text.slice(item.span.start, item.span.end).split('(')[0] !== time);
  const list = `[${kept.map((item) => text.slice(item.span.start, item.span.end)).join(', ')}]`;
  return name === undefined ? list : `${name.value}: ${list}`;
}

function hasPartialIndexes(scope: Scope): boolean {
  return scope.roots('prisma.generator').some(({ settings }) => {
    const features = settings.find(({ key }) => key.value === 'previewFeatures')?.value;
    return listValue(features).some((item) => stringValue(item)?.value === 'partialIndexes');
  });
}
