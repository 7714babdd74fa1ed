import { attributeOf } from '#core/prisma/attribute.ts';
import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { bareType } from '#core/prisma/named-block.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';
import { isCreationName, isNowByDefault, isUpdateName } from '#rules/detectors/prisma/time-field.ts';
import { connectingWords, joinModelWords, joinTimeNames } from '#rules/words/join-models.ts';

/**
 * The foreign key columns of a model that only joins two others: beside them it has no column but an id, timestamps and who
 * made it (`addedById`). Undefined for any other model, for one with an optional foreign key, and for one that joins three
 * or more, where nobody can tell which of them make the pair.
 */
export function joinColumnsOf(model: PrismaModel, scope: Scope): readonly string[] | undefined {
  const keys = foreignKeysOf(model);
  const fields = columnsOf(model, scope);
  if (keys.length < 2 || fields === undefined) return undefined;
  const actors = new Set(keys.filter(isActor).flatMap((key) => key.fields.map(({ value }) => value)));
  const pair = keys.filter((key) => !isActor(key));
  const joined = [...new Set(pair.flatMap((key) => key.fields.map(({ value }) => value)))];
  if (pair.length !== 2 || joined.length < 2 || joined.some((name) => fieldOf(model, name)?.isOptional !== false))
    return undefined;
  const isPlain = fields.columns.every(
    (field) =>
      joined.includes(field.name.value) ||
      actors.has(field.name.value) ||
      attributeOf(field, 'id') !== undefined ||
      isCreationName(field.name.value) ||
      isUpdateName(field.name.value) ||
      isNowByDefault(field),
  );
  return isPlain ? joined : undefined;
}

/** True for a foreign key that says who did it: `addedBy`, `createdById`. */
function isActor({ fields }: ForeignKey): boolean {
  return fields.every(({ value }) => wordsOf(value).includes('by'));
}

/**
 * True when nothing but the pair can tell the rows of a join model apart: it is called after the two others or a word such as
 * `Membership`, and has no time but that of joining. `Rental` and `Visit` may join the same two again.
 */
export function isPairedOnce(model: PrismaModel): boolean {
  const own = wordsOf(model.name.value).map(singularOf);
  const targets = foreignKeysOf(model).flatMap(({ field }) =>
    [...wordsOf(field.name.value), ...wordsOf(bareType(field))].map(singularOf),
  );
  const isNamedAfterBoth = own.every((word) => targets.includes(word) || connectingWords.includes(word));
  const isJoin = isNamedAfterBoth || joinModelWords.includes(own.at(-1) ?? '');
  return isJoin && model.fields.every((field) => field.type.value !== 'DateTime' || isJoinTime(field));
}

function isJoinTime({ name: { value } }: PrismaField): boolean {
  return isCreationName(value) || isUpdateName(value) || joinTimeNames.includes(foldedName(value));
}
