import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf, fieldOf, nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf, primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** What the values of a key are made of; undefined where the schema does not say. */
export type KeyForm = 'integer' | 'uuid' | 'cuid' | 'ulid' | 'nanoid' | 'objectid';

/** The form of a column by its type, its default, or the key it refers to. */
export function keyFormOf(
  field: PrismaField,
  model: PrismaModel,
  scope: Pick<Scope, 'find'>,
  depth = 0,
): KeyForm | undefined {
  const { type, name } = field;
  if (type.value === 'Int' || type.value === 'BigInt') return 'integer';
  if (type.value !== 'String') return undefined;
  const own = formByNative.get(nativeTypeOf(field)?.name ?? '') ?? formByDefault(field);
  if (own !== undefined || depth > 3) return own;
  const key = foreignKeysOf(model).find(({ fields }) => fields.some(({ value }) => value === name.value));
  const target = key && modelOf(key.field, scope);
  const at = key?.fields.findIndex(({ value }) => value === name.value) ?? -1;
  const referenced = target && fieldOf(target, key?.references[at]?.value ?? '');
  return target && referenced && keyFormOf(referenced, target, scope, depth + 1);
}

/** True where the type of the column makes each value a UUID: a text that is one by default may be another as well. */
export function isSurelyUuid(field: PrismaField): boolean {
  return formByNative.get(nativeTypeOf(field)?.name ?? '') === 'uuid';
}

const formByNative: ReadonlyMap<string, KeyForm> = new Map([
  ['Uuid', 'uuid'],
  ['UniqueIdentifier', 'uuid'],
  ['ObjectId', 'objectid'],
]);

function formByDefault(field: PrismaField): KeyForm | undefined {
  const value = defaultOf(field);
  if (value?.kind !== 'call') return undefined;
  const [argument] = value.args;
  if (value.name === 'dbgenerated')
    return argument?.value.kind === 'string' && /uuid|newid|newsequentialid/i.test(argument.value.value)
      ? 'uuid'
      : undefined;
  return generated.get(value.name);
}

const generated: ReadonlyMap<string, KeyForm> = new Map([
  ['uuid', 'uuid'],
  ['cuid', 'cuid'],
  ['ulid', 'ulid'],
  ['nanoid', 'nanoid'],
]);

/** `a UUID`, `an integer` */
export function spokenForm(form: KeyForm): string {
  return spokenForms[form];
}

const spokenForms: { readonly [F in KeyForm]: string } = {
  integer: 'an integer',
  uuid: 'a UUID',
  cuid: 'a cuid',
  ulid: 'a ULID',
  nanoid: 'a nanoid',
  objectid: 'an ObjectId',
};

/** True for a column that is a key of its own model, or one of another's. */
export function isKeyColumn({ name }: PrismaField, model: PrismaModel): boolean {
  const isOwn = primaryKeyOf(model)?.fields.some(({ value }) => value === name.value) === true;
  return isOwn || foreignKeysOf(model).some(({ fields }) => fields.some(({ value }) => value === name.value));
}

/** The model a column is the key of: the one it refers to, else its own. */
export function keyedModel({ name }: PrismaField, model: PrismaModel, scope: Pick<Scope, 'find'>): PrismaModel {
  const key = foreignKeysOf(model).find(({ fields }) => fields.some(({ value }) => value === name.value));
  return (key && modelOf(key.field, scope)) ?? model;
}

/** What an API says of an id: an integer, a UUID, or any text. */
export type SaidForm = 'integer' | 'uuid' | 'text';

/** True for a model whose rows have another name for the world than their key, of this form: `publicId`, `slug`, `uuid`, alone unique. */
export function hasPublicName(model: PrismaModel, said: SaidForm): boolean {
  const key = primaryKeyOf(model)?.fields.map(({ value }) => value) ?? [];
  return indexesOf(model).some(({ kind, fields: [only, ...others] }) => {
    if (kind !== 'unique' || only === undefined || others.length > 0 || key.includes(only.value)) return false;
    const field = fieldOf(model, only.value);
    const isForeign = foreignKeysOf(model).some(({ fields }) => fields.some(({ value }) => value === only.value));
    return field !== undefined && !isForeign && mayBe(field, said);
  });
}

/** The form of an id by its type and format in the API. */
export function saidForm(type: string, format: string | undefined): SaidForm {
  if (type !== 'string') return 'integer';
  return format === 'uuid' ? 'uuid' : 'text';
}

function mayBe({ name, type }: PrismaField, said: SaidForm): boolean {
  const isNumber = type.value === 'Int' || type.value === 'BigInt';
  if (said === 'integer') return isNumber;
  const words = wordsOf(name.value);
  const isId = words.some((word) => idWords.has(word));
  return type.value === 'String' && (isId || (said === 'text' && words.some((word) => nameWords.has(word))));
}

const idWords = wordSet('id ids uuid uid guid public external ref reference token identifier');
const nameWords = wordSet(
  'slug key code handle cuid ulid nanoid sid number no username login hash hashid sqid permalink',
);

/** True for a key the database or Prisma makes. */
export function isGeneratedKey(field: PrismaField): boolean {
  const value = defaultOf(field);
  return attributeOf(field, 'id') !== undefined && value?.kind === 'call';
}
