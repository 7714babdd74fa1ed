import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { bareType, modelOf } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, toCamelCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { fieldStyle } from '#rules/detectors/prisma/field-style.ts';
import { isInOtherLanguage } from '#rules/detectors/prisma/schema-language.ts';
import { connectingWords } from '#rules/words/join-models.ts';

/** How the relation fields of a schema are called. */
export interface RelationStyle {
  readonly isSnake: boolean;
  /** Fields are called after their type, letter by letter, as introspection does: `order_lines order_lines[]`. */
  readonly isType: { readonly one: boolean; readonly many: boolean };
  /** Lists are called like one of their rows: `report Report[]`. */
  readonly isSingular: boolean;
}

/** So many lists make a habit. */
const enough = 3;

/** The style most relation fields of the models have; that of their columns where there are none. */
export function relationStyle(models: readonly PrismaModel[], scope: Scope): RelationStyle {
  const isRelation = (field: PrismaField): boolean =>
    !isScalarType(field.type.value) && modelOf(field, scope) !== undefined;
  const relations = models.flatMap(({ fields }) => fields.filter(isRelation));
  const ofWords = relations.filter(({ name }) => wordsOf(name.value).length > 1);
  const lists = relations.filter(({ isList }) => isList);
  const isNamedAfterType = (field: PrismaField): boolean => field.name.value === bareType(field);
  return {
    isSnake:
      ofWords.length === 0 ? fieldStyle(models).isSnake : isMost(ofWords, ({ name }) => name.value.includes('_')),
    isType: {
      one: isMost(
        relations.filter(({ isList }) => !isList),
        isNamedAfterType,
      ),
      many: isMost(lists, isNamedAfterType),
    },
    isSingular: lists.length >= enough && isMost(lists, isNamedAfterOne),
  };
}

/** What the side of the foreign key is called, from the words of that key without `id`: `author` for `authorId`. */
export function forwardName(stem: readonly string[], target: PrismaModel, style: RelationStyle): string {
  const words = stem.join('_');
  if (style.isType.one && words === toSnakeCase(target.name.value)) return target.name.value;
  return style.isSnake ? toSnakeCase(words) : toCamelCase(words);
}

/**
 * What the list of a second relation between two models is called: `createdPosts` for `createdById`, `postsAsReviewer` for
 * `reviewerId`.
 */
export function secondBackName(stem: readonly string[], back: string, { isSnake }: RelationStyle): string {
  const isDeed = stem.length > 1 && /^(?:by|to)$/.test(stem.at(-1) ?? '');
  const words = isDeed ? [...stem.slice(0, -1), back] : [back, 'as', ...stem];
  return isSnake ? toSnakeCase(words.join('_')) : toCamelCase(words.join('_'));
}

/** What the other side is called: `orderLines` for many rows of `OrderLine` or `OrderLines`, `orderLine` for one. */
export function backName({ name }: PrismaModel, isOne: boolean, style: RelationStyle): string {
  if (isOne ? style.isType.one : style.isType.many) return name.value;
  const words = [...withoutTableMark(wordsOf(name.value))];
  const last = singularOf(words.pop() ?? '');
  // What triggered it has no plural: `runTriggeredBy`.
  const isCounted = !isOne && !style.isSingular && !connectingWords.includes(last);
  const all = [...words, isCounted ? pluralOf(last) : last].join('_');
  return style.isSnake ? toSnakeCase(all) : toCamelCase(all);
}

/** `tbl_grade` is a grade. */
function withoutTableMark(words: readonly string[]): readonly string[] {
  return words.length > 1 && /^(?:tbl|tb)$/.test(words[0] ?? '') ? words.slice(1) : words;
}

/**
 * False where the name of the list may be no word: in a schema in another language whose plurals nothing shows. They are shown by a
 * model named in the plural, and by lists that add an s to their type behind a vowel, as this one would.
 */
export function isPluralKnown(
  model: PrismaModel,
  isOne: boolean,
  style: RelationStyle,
  siblings: readonly PrismaModel[],
): boolean {
  if (isOne || style.isType.many || style.isSingular || !isInOtherLanguage(siblings)) return true;
  const name = foldedName(model.name.value);
  const addsS = (field: PrismaField): boolean =>
    field.isList && foldedName(field.name.value) === `${foldedName(bareType(field))}s`;
  return name.endsWith('s') || (/[aeiou]$/.test(name) && siblings.some(({ fields }) => fields.some(addsS)));
}

function isNamedAfterOne({ name }: PrismaField): boolean {
  const last = wordsOf(name.value).at(-1) ?? '';
  return singularOf(last) === last && pluralOf(last) !== last;
}

function isMost(fields: readonly PrismaField[], test: (field: PrismaField) => boolean): boolean {
  return fields.filter(test).length * 2 > fields.length;
}
