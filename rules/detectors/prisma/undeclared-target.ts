import { argumentOf, attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf, isScalarType, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaAttribute, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { leadsTo } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { isForeignId } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { type KeyName, keyNameOf } from '#rules/detectors/prisma/foreign-key-name.ts';
import { canHoldId, isSameSchema } from '#rules/detectors/prisma/holds-id.ts';
import { isIdOfElsewhere } from '#rules/detectors/prisma/id-of-elsewhere.ts';
import { modelLike, modelNamed } from '#rules/detectors/prisma/model-named.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { staffModel } from '#rules/detectors/prisma/staff-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { connectingWords } from '#rules/words/join-models.ts';
import { elsewhereWords, keptByName, recordedDeeds, roleWords } from '#rules/words/role-words.ts';

/** The model whose id the field holds, as far as name and type can tell. */
export function undeclaredTarget(field: PrismaField, model: PrismaModel, scope: Scope): PrismaModel | undefined {
  const key = field.isList || attributeOf(field, 'id') !== undefined ? undefined : keyNameOf(field);
  if (key === undefined || isPolymorphic(key.stem, model)) return undefined;
  const target = targetOf(key, field, model, scope);
  if (target === undefined || !isTable(target) || isForeignId(field, scope)) return undefined;
  if (isOwnKind(key.stem, model, scope) || isIdOfElsewhere(field, model, target, scope)) return undefined;
  const isHeldThere = target !== model && fieldsOf(model).held.some((held) => leadsTo(held, target, scope));
  return !isHeldThere && canHoldId(field, target) && isSameSchema(model, target) ? target : undefined;
}

/** The model the words name: as they are, without those that say which of its rows is meant, or the one of users; its own for a parent. */
function targetOf(key: KeyName, field: PrismaField, model: PrismaModel, scope: Scope): PrismaModel | undefined {
  const { stem, isMarked, isActor } = key;
  const named = isMarked ? namedTarget(stem, field, model, scope) : undefined;
  if (named !== undefined) return named === model ? undefined : named;
  if (isParent(stem, model)) return isPartByName(stem, model, scope) ? undefined : model;
  if (stem.some((word) => elsewhereWords.has(word))) return undefined;
  if (isActor) {
    const user = modelLike(['user'], model, scope) ?? staffModel(stem, model, scope);
    return isMarked || (user !== undefined && isSurelyKey(field, key, user)) ? user : undefined;
  }
  const role = stem.findIndex((word) => !roleWords.has(word) && !isOwnPrefix(word, model));
  if (role < 0 && isMarked) return isOtherOfItsKind(stem, model) ? model : undefined;
  return role > 0 && isMarked ? modelLike(stem.slice(role), model, scope) : undefined;
}

function namedTarget(
  stem: readonly string[],
  field: PrismaField,
  model: PrismaModel,
  scope: Scope,
): PrismaModel | undefined {
  const written = field.name.value.replace(/_?id$/i, '');
  return modelNamed(written, model, scope) ?? modelLike(stem, model, scope);
}

/** `previous_post_id` of a Post. */
function isOtherOfItsKind(stem: readonly string[], { name }: PrismaModel): boolean {
  const own = foldedName(name.value);
  return stem.some((_, start) => start > 0 && stem.slice(start).join('') === own);
}

/** `order` or `ord` before the names of an Order's columns. */
function isOwnPrefix(word: string, { name }: PrismaModel): boolean {
  return word.length > 1 && wordsOf(name.value).some((own) => own.startsWith(word));
}

/** `parentId`, and `parent_category_id` of a Category. */
function isParent(stem: readonly string[], { name }: PrismaModel): boolean {
  const [first, ...rest] = stem;
  return first === 'parent' && (rest.length === 0 || rest.join('') === foldedName(name.value));
}

/** The parent of a `WorkflowRunTrigger` is a WorkflowRun. */
function isPartByName(stem: readonly string[], model: PrismaModel, scope: Scope): boolean {
  const own = wordsOf(model.name.value);
  return (
    stem.length === 1 &&
    own.some((_, end) => end > 0 && modelNamed(own.slice(0, end).join('_'), model, scope) !== undefined)
  );
}

/**
 * Whoever did something may be kept by name: `createdBy` is a key where it is no text, where it has a length as ids have, and
 * where the program writes it for whoever is signed in, whose id is generated.
 */
function isSurelyKey(field: PrismaField, { stem }: KeyName, user: PrismaModel): boolean {
  if (field.type.value !== 'String') return true;
  const native = nativeTypeOf(field);
  if (native?.name === 'Uuid' || /^(?:2[1-6]|36)$/.test(native?.args[0] ?? '')) return true;
  const id = user.fields.find((one) => attributeOf(one, 'id') !== undefined);
  const { text } = field.section;
  const comment = `${commentsAbove(text, field.span)}\n${field.documentation}\n${commentBehind(text, field.span)}`;
  const isGenerated = id !== undefined && defaultOf(id)?.kind === 'call';
  return isGenerated && stem.some((word) => recordedDeeds.has(word)) && !keptByName.test(comment);
}

/**
 * `contextId` in `BrowserbaseContext`: what the row itself is called in the system it comes from. Not `tagId` in `PostTag`,
 * where the words before name a model too.
 */
function isOwnKind(stem: readonly string[], model: PrismaModel, scope: Scope): boolean {
  const own = wordsOf(model.name.value);
  const before = own.slice(0, -stem.length);
  const isKind = before.length > 0 && own.slice(before.length).join('') === stem.join('');
  return (
    isKind &&
    !before.some((word) => connectingWords.includes(word)) &&
    modelNamed(before.join('_'), model, scope) === undefined
  );
}

/** True for an attribute other than a `@relation` that holds the foreign key. */
function isNoKey(attribute: PrismaAttribute): boolean {
  return attribute.name.value !== 'relation' || argumentOf(attribute, 'fields') === undefined;
}

/** `commentableId` beside `commentableType`: the id of one of several models. */
function isPolymorphic(stem: readonly string[], model: PrismaModel): boolean {
  const { names } = fieldsOf(model);
  return ['type', 'kind', 'source', 'provider'].some((marker) => names.has(stem.join('') + marker));
}

/** What is asked of the fields of a model for each of them. */
interface FieldIndex {
  /** Folded. */
  readonly names: ReadonlySet<string>;
  /** The fields that hold no key of theirs, one for each type that is no scalar. */
  readonly held: readonly PrismaField[];
}

const fieldIndexes = new WeakMap<PrismaModel, FieldIndex>();

function fieldsOf(model: PrismaModel): FieldIndex {
  const known = fieldIndexes.get(model);
  if (known !== undefined) return known;
  const names = new Set(model.fields.map(({ name }) => foldedName(name.value)));
  const without = model.fields.filter(({ type, attributes }) => !isScalarType(type.value) && attributes.every(isNoKey));
  const index = { names, held: [...new Map(without.map((field) => [field.type.value, field])).values()] };
  fieldIndexes.set(model, index);
  return index;
}
