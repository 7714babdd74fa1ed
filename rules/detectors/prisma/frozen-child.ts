import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { bareType, modelOf } from '#core/prisma/named-block.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { activityNouns } from '#rules/words/growing-nouns.ts';
import { ownRecordNouns } from '#rules/words/part-models.ts';
import { computedWords, frozenModelWords } from '#rules/words/written-once.ts';

/**
 * True for a part of a version, or of what was computed at a time, which is frozen with it: the owner has no time of change, the
 * row must have it, and goes with it or is called after it (`RecipeIngredient` of a `RecipeVersion`). What people do with a version
 * is a record of its own.
 */
export function isFrozenChild(model: PrismaModel, scope: Scope): boolean {
  const words = wordsOf(model.name.value).map(singularOf);
  const last = words.at(-1) ?? '';
  const isOwn = activityNouns.has(last) || (ownRecordNouns.has(last) && last !== 'file' && last !== 'document');
  if (isOwn || model.fields.some(isWorkedOn)) return false;
  const keys = foreignKeysOf(model);
  return !keys.some(isPerson) && keys.some((key) => isPartOf(key, model, words) && isFrozen(key, scope));
}

function isPartOf({ field, fields, onDelete }: ForeignKey, model: PrismaModel, words: readonly string[]): boolean {
  const owner = wordsOf(bareType(field)).map(singularOf);
  if (owner.join() === words.join()) return false;
  if (!fields.every(({ value }) => fieldOf(model, value)?.isOptional === false)) return false;
  const isCalledAfter = words.length > 1 && (words[0] === owner[0] || words[0] === owner.at(-1));
  return onDelete?.value === 'Cascade' || isCalledAfter;
}

function isFrozen({ field }: ForeignKey, scope: Scope): boolean {
  const owner = modelOf(field, scope);
  if (owner === undefined || updateTimeOf(owner) !== undefined) return false;
  return frozenModelWords.has(wordsOf(owner.name.value).at(-1) ?? '') || owner.fields.some(isTimeOfComputing);
}

function isTimeOfComputing({ name, type }: PrismaModel['fields'][number]): boolean {
  return type.value === 'DateTime' && computedWords.has(wordsOf(name.value)[0] ?? '');
}

function isWorkedOn({ name }: PrismaModel['fields'][number]): boolean {
  return ['status', 'state'].includes(foldedName(name.value));
}

function isPerson({ field }: ForeignKey): boolean {
  return /^(?:user|author|owner|member|customer|account|profile)/i.test(bareType(field));
}
