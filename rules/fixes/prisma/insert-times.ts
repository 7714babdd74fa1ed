import { attributeOf } from '#core/prisma/attribute.ts';
import { type FieldLine, insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';
import type { Fix, Scope } from '#core/rule.ts';
import { lastColumn } from '#rules/detectors/prisma/model-columns.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isCreationName, updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { type RowTime, rowTimeLine } from '#rules/fixes/prisma/row-time.ts';

/**
 * Adds the times to a model as the schema writes them; behind the time of creation it has already, or before that of change. Undefined
 * where it is not known how the schema would call them.
 */
export function insertTimes(
  model: PrismaModel,
  [first, ...rest]: readonly [RowTime, ...RowTime[]],
  created: PrismaField | undefined,
  provider: Provider | undefined,
  scope: Scope,
): Fix | undefined {
  const siblings = siblingModels(model, scope);
  const after =
    created ?? fieldBefore(updateTimeOf(model), model) ?? usualPlace(model, siblings) ?? lastColumn(model, scope);
  // Documents that are there already have no value, whatever the default.
  const line = (time: RowTime) =>
    rowTimeLine(time, siblings, { canBeMissing: provider === 'mongodb', beside: created });
  const [head, ...tail] = [first, ...rest].map(line);
  if (head === undefined || tail.includes(undefined)) return undefined;
  const lines = [lasting(head, provider), ...tail.flatMap((one) => (one ? [lasting(one, provider)] : []))] as const;
  const names = lines.map(({ name }) => `\`${name}\``).join(' and ');
  const isFilled = lines.every(({ attributes = '' }) => attributes.includes('@default'));
  const rows =
    provider === 'mongodb' || !isFilled
      ? 'rows that are there get none'
      : 'rows that are there get the time of the migration';
  const title = `Add ${names} to ${model.name.value} (${rows})`;
  return prismaFix(title, 'review', model.section, ...insertFieldsEdits(model, lines, after?.name.value));
}

/** MySQL's `TIMESTAMP` ends in 2038: a column that is new is none, whatever the others are. */
function lasting(line: FieldLine, provider: Provider | undefined): FieldLine {
  if (provider !== 'mysql' || line.attributes === undefined) return line;
  return { ...line, attributes: line.attributes.replace('@db.Timestamp', '@db.DateTime') };
}

/** The key, where the other models have the time of creation behind theirs; undefined where they do not. */
function usualPlace(model: PrismaModel, siblings: readonly PrismaModel[]): PrismaField | undefined {
  const places = siblings.flatMap((sibling) => {
    const created = sibling.fields.find(({ name }) => isCreationName(name.value));
    return created === undefined ? [] : [isKey(fieldBefore(created, sibling)) && sibling.fields.at(-1) !== created];
  });
  const isUsual = places.length >= 3 && places.filter((isBehindKey) => isBehindKey).length * 2 > places.length;
  return isUsual ? model.fields.find(isKey) : undefined;
}

function isKey(field: PrismaField | undefined): boolean {
  return field !== undefined && attributeOf(field, 'id') !== undefined;
}

function fieldBefore(field: PrismaField | undefined, { fields }: PrismaModel): PrismaField | undefined {
  return field && fields[fields.indexOf(field) - 1];
}
