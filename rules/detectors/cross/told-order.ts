import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { findString } from '#core/tree/tree.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { isSortName, sortedNames, withoutDirection } from '#rules/detectors/cross/filter-parameter.ts';
import { creationTimeOf, updateTimeOf } from '#rules/detectors/prisma/time-field.ts';

/** The column a list is ordered by where nobody asks otherwise, as far as it is told: by a parameter's default, else by texts. */
export function toldOrder(
  operation: Operation,
  cursor: Parameter,
  model: PrismaModel,
  scope: Scope,
): PrismaField | undefined {
  const sorts = effectiveParameters(operation, scope).filter(({ name }) => isSortName(name?.value ?? ''));
  const texts = [operation.summary, operation.description, cursor.description, ...sorts.map((one) => one.description)];
  const written = texts.map((text) => text?.value ?? '').join('\n');
  if (tieBroken.test(written)) return undefined;
  const [sort] = sorts;
  return (sort && sortedField(sort, model, scope)) ?? fieldInText(written, model);
}

/** “by createdAt, then by id” */
const tieBroken =
  /\bthen (?:by )?|\btie\b|\btie-?break|,\s*`?id\b|\band (?:then )?(?:by )?(?:the |its )?`?id\b|\bunique\b/i;

/** What the default says, else what the list can only be ordered by. */
function sortedField(sort: Parameter, model: PrismaModel, scope: Scope): PrismaField | undefined {
  const schema = scope.resolve(sort.schema);
  const usual = findString(schema?.tree, 'default')?.value;
  const names = usual === undefined ? sortedNames(sort, scope) : [withoutDirection(usual)];
  const [only, ...others] = names;
  return only === undefined || others.length > 0 || only.includes(',') ? undefined : fieldFor(model, only);
}

function fieldInText(text: string, model: PrismaModel): PrismaField | undefined {
  const named = orderedBy.exec(text)?.[1];
  const field = named === undefined ? undefined : fieldFor(model, named);
  if (field !== undefined) return field;
  return byAge.test(text) && !hasOtherTime(model) ? creationTimeOf(model) : undefined;
}

/** True where rows have another time that they may be ordered by: that of what happened. */
function hasOtherTime(model: PrismaModel): boolean {
  const own = [creationTimeOf(model), updateTimeOf(model)];
  return model.fields.some((field) => field.type.value === 'DateTime' && !field.isOptional && !own.includes(field));
}

const orderedBy = /\b(?:sort|order)(?:ed|s|ing)? by (?:the |their |its )?[`"'“]?([A-Za-z_]\w{0,60})/i;
const byAge =
  /\b(?:newest|most recent|latest|oldest)\b[^.]{0,20}\bfirst\b|\b(?:reverse[- ])?chronological|\b(?:sort|order)(?:ed|s)? by (?:the )?(?:creation|date of creation|age)/i;
