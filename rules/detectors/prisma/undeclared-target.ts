import { argumentOf, attributeOf } from '#core/prisma/attribute.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaAttribute, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf } from '#core/text/english.ts';
import { isForeignId } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { isIdOfElsewhere } from '#rules/detectors/prisma/id-of-elsewhere.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { connectingWords } from '#rules/words/join-models.ts';

/** The model whose id the field holds, as far as name and type can tell. */
export function undeclaredTarget(field: PrismaField, model: PrismaModel, scope: Scope): PrismaModel | undefined {
  const words = wordsOf(field.name.value);
  const isKey = words.length > 1 && words.at(-1) === 'id' && !field.isList && attributeOf(field, 'id') === undefined;
  if (!isKey || isPolymorphic(field, model)) return undefined;
  const target = modelNamed(field.name.value.replace(/_?id$/i, ''), scope);
  if (target === undefined || target === model || !isTable(target) || isForeignId(field, scope)) return undefined;
  if (isOwnKind(words.slice(0, -1), model, scope) || isIdOfElsewhere(field, model, target, scope)) return undefined;
  const isHeldThere = fieldsOf(model).held.has(target.name.value);
  return !isHeldThere && canHoldId(field, target) && isSameSchema(model, target) ? target : undefined;
}

/**
 * `contextId` in `BrowserbaseContext`: what the row itself is called in the system it comes from. Not `tagId` in `PostTag`,
 * where the words before name a model too.
 */
function isOwnKind(stem: readonly string[], { name }: PrismaModel, scope: Scope): boolean {
  const own = wordsOf(name.value);
  const before = own.slice(0, -stem.length);
  const isKind = before.length > 0 && own.slice(before.length).join('') === stem.join('');
  return (
    isKind &&
    !before.some((word) => connectingWords.includes(word)) &&
    modelNamed(before.join('_'), scope) === undefined
  );
}

/** The model of this name in any of the usual casings, or of its plural. */
function modelNamed(stem: string, scope: Scope): PrismaModel | undefined {
  const capitalised = stem.charAt(0).toUpperCase() + stem.slice(1);
  for (const name of new Set([capitalised, toPascalCase(stem), stem, toSnakeCase(stem), ...pluralsOf(stem)])) {
    const model = scope.find('prisma.model', name);
    if (model !== undefined) return model;
  }
  return undefined;
}

function pluralsOf(stem: string): readonly string[] {
  const words = [...wordsOf(stem)];
  const plural = [...words.slice(0, -1), pluralOf(words.at(-1) ?? '')].join('_');
  return [toPascalCase(plural), plural];
}

/** True for an attribute other than a `@relation` that holds the foreign key. */
function isNoKey(attribute: PrismaAttribute): boolean {
  return attribute.name.value !== 'relation' || argumentOf(attribute, 'fields') === undefined;
}

/** `commentableId` beside `commentableType`: the id of one of several models. */
function isPolymorphic(field: PrismaField, model: PrismaModel): boolean {
  const stem = wordsOf(field.name.value).slice(0, -1).join('');
  const { names } = fieldsOf(model);
  return ['type', 'kind', 'source', 'provider'].some((marker) => names.has(stem + marker));
}

/** What is asked of the fields of a model for each of them. */
interface FieldIndex {
  /** Folded. */
  readonly names: ReadonlySet<string>;
  /** The types of the fields that hold no key of theirs. */
  readonly held: ReadonlySet<string>;
}

const fieldIndexes = new WeakMap<PrismaModel, FieldIndex>();

function fieldsOf(model: PrismaModel): FieldIndex {
  const known = fieldIndexes.get(model);
  if (known !== undefined) return known;
  const names = new Set(model.fields.map(({ name }) => foldedName(name.value)));
  const without = model.fields.filter(({ attributes }) => attributes.every(isNoKey));
  const index = { names, held: new Set(without.map(({ type }) => type.value)) };
  fieldIndexes.set(model, index);
  return index;
}

/** True when the target has one id column of the same type, in the database too. */
function canHoldId(field: PrismaField, target: PrismaModel): boolean {
  const key = primaryKeyOf(target)?.fields;
  const id = key?.length === 1 ? target.fields.find(({ name }) => name.value === key[0]?.value) : undefined;
  if (id === undefined || id.type.value !== field.type.value) return false;
  const [own, other] = [nativeTypeOf(field), nativeTypeOf(id)];
  return own?.name === other?.name && own?.args.join() === other?.args.join();
}

function isSameSchema(model: PrismaModel, target: PrismaModel): boolean {
  return schemaOf(model) === schemaOf(target);
}

function schemaOf(model: PrismaModel): string | undefined {
  const value = attributeOf(model, 'schema')?.args[0]?.value;
  return value?.kind === 'string' ? value.value : undefined;
}
