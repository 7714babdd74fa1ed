import { attributeOf, attributeText } from '#core/prisma/attribute.ts';
import type { FieldLine } from '#core/prisma/edit.ts';
import { defaultOf, mappedName, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { type FieldStyle, fieldStyle, styledName } from '#rules/detectors/prisma/field-style.ts';
import { namedTimeLike, type RowChange } from '#rules/detectors/prisma/named-time.ts';
import { isInOtherLanguage, isOtherName } from '#rules/detectors/prisma/schema-language.ts';
import { mostCommon } from '#rules/detectors/prisma/sibling-models.ts';
import { isDeletionTime } from '#rules/detectors/prisma/soft-delete.ts';
import { isCreationName, isUpdateName } from '#rules/detectors/prisma/time-field.ts';

/** A field that keeps a time of the row. */
export type RowTime = 'createdAt' | 'updatedAt' | 'deletedAt';

const changes: { readonly [T in RowTime]: RowChange } = {
  createdAt: 'created',
  updatedAt: 'updated',
  deletedAt: 'deleted',
};

const isOfKind: { readonly [T in RowTime]: (field: PrismaField) => boolean } = {
  createdAt: ({ name, type }) => type.value === 'DateTime' && isCreationName(name.value),
  updatedAt: ({ name, type }) => type.value === 'DateTime' && isUpdateName(name.value),
  deletedAt: isDeletionTime,
};

export interface RowTimeOptions {
  readonly canBeMissing?: boolean;
  /** False for a model that is not there yet. */
  readonly hasRows?: boolean;
  /** A time of the model by another name. */
  readonly beside?: PrismaField | undefined;
}

/** The parts of a time's line by what they are, in the order they are usually written in. */
const usualOrder = ['default', 'updatedAt', 'map', 'native'] as const;
type Part = (typeof usualOrder)[number];

/**
 * A time as the schema writes it: name, native type, default and column like the same time of the model's siblings (the model
 * itself first among them), else like the model's other times, else in the casing of its fields. Undefined for a schema in another
 * language whose word for the time nothing tells.
 */
export function rowTimeLine(
  time: RowTime,
  siblings: readonly PrismaModel[],
  { canBeMissing = false, hasRows = true, beside }: RowTimeOptions = {},
): FieldLine | undefined {
  const times = (kind: RowTime) => siblings.flatMap((model) => timesIn(model)[kind]);
  const own = timesOf(siblings.slice(0, 1))[0] ?? beside;
  const same = mostCommon(
    times(time).filter((field) => own === undefined || isWrittenLike(field, own)),
    signature,
  );
  const other = own ?? mostCommon(timesOf(siblings), signature);
  const model = same ?? other;
  const style = fieldStyle(siblings);
  const name = same?.name.value ?? nameLike(time, other, style, isInOtherLanguage(siblings));
  if (name === undefined) return undefined;
  const isOptional = time === 'deletedAt' || canBeMissing || same?.isOptional === true;
  const parts: { readonly [P in Part]: string } = {
    default: defaultPart(time, isOptional || !hasRows, same, () => mostCommon(times('createdAt'), signature)),
    updatedAt: time === 'updatedAt' ? '@updatedAt' : '',
    map: mapPart(name, model, style),
    native: model === undefined ? '' : attributeText(model, nativeTypeOf(model)?.attribute),
  };
  const written = orderLike(model).map((part) => parts[part]);
  return {
    name,
    type: `DateTime${isOptional ? '?' : ''}`,
    attributes: written.filter((text) => text !== '').join(' '),
  };
}

function timesOf(models: readonly PrismaModel[]): readonly PrismaField[] {
  return models.flatMap((model) => timesIn(model).all);
}

type Times = { readonly [T in RowTime | 'all']: readonly PrismaField[] };

function timesIn(model: PrismaModel): Times {
  const known = timesOfModels.get(model) ?? findTimes(model);
  timesOfModels.set(model, known);
  return known;
}

/** Each model is a sibling of many. */
const timesOfModels = new WeakMap<PrismaModel, Times>();

function findTimes({ fields }: PrismaModel): Times {
  const createdAt = fields.filter(isOfKind.createdAt);
  const updatedAt = fields.filter(isOfKind.updatedAt);
  const deletedAt = fields.filter(isOfKind.deletedAt);
  const some = new Set([...createdAt, ...updatedAt, ...deletedAt]);
  return { createdAt, updatedAt, deletedAt, all: fields.filter((field) => some.has(field)) };
}

/** What two times have in common that are written alike. */
function signature(field: PrismaField): string {
  const native = attributeText(field, nativeTypeOf(field)?.attribute);
  return `${field.name.value} ${native} ${mappedName(field)?.value ?? ''} ${field.isOptional}`;
}

/** True for `updated_at` beside `created_at`, not beside `createdAt` or `created_on`. */
function isWrittenLike(field: PrismaField, own: PrismaField): boolean {
  const [name, like] = [field.name.value, own.name.value];
  const isSameCase = name.includes('_') === like.includes('_') && wordsOf(name).at(-1) === wordsOf(like).at(-1);
  return isSameCase && nativeTypeOf(field)?.name === nativeTypeOf(own)?.name;
}

/** `createdOn` → `updatedOn`, `criado_em` → `atualizado_em`; `deleted_at` where the other time is called in another way. */
function nameLike(
  time: RowTime,
  other: PrismaField | undefined,
  style: FieldStyle,
  isForeign: boolean,
): string | undefined {
  const [verb = ''] = wordsOf(time);
  const name = other?.name.value;
  const like = name?.replace(/created|updated|deleted|modified|inserted/i, (word) => cased(verb, word));
  if (like !== undefined && like !== name) return like;
  const named = name === undefined ? undefined : namedTimeLike(name, changes[time]);
  if (named !== undefined || isForeign || (name !== undefined && isOtherName(name))) return named;
  const shows = name !== undefined && wordsOf(name).length > 1;
  return styledName(wordsOf(time), shows ? { isSnake: name.includes('_') } : style);
}

function cased(verb: string, like: string): string {
  return /^[A-Z]/.test(like) ? verb.charAt(0).toUpperCase() + verb.slice(1) : verb;
}

/** The default fills the rows that are there when the column is added; an optional column needs none. */
function defaultPart(
  time: RowTime,
  needsNone: boolean,
  same: PrismaField | undefined,
  findCreated: () => PrismaField | undefined,
): string {
  if (time === 'deletedAt') return '';
  const own = same && defaultText(same);
  if (own !== undefined) return own;
  if (time === 'updatedAt' && needsNone) return '';
  const created = findCreated();
  return (created && defaultText(created)) ?? '@default(now())';
}

function defaultText(field: PrismaField): string | undefined {
  return defaultOf(field)?.kind === 'call' ? attributeText(field, attributeOf(field, 'default')) : undefined;
}

function mapPart(name: string, model: PrismaField | undefined, { isMapped }: FieldStyle): string {
  const column = model === undefined ? undefined : mappedName(model)?.value;
  const snake = toSnakeCase(name);
  const isWanted = model === undefined ? isMapped : column === toSnakeCase(model.name.value);
  return isWanted && snake !== name ? `@map("${snake}")` : '';
}

function orderLike(field: PrismaField | undefined): readonly Part[] {
  const written = (field?.attributes ?? []).flatMap(({ name: { value } }): readonly Part[] =>
    value.includes('.') ? ['native'] : usualOrder.filter((part) => part === value),
  );
  const order = [...new Set(written)];
  if (!order.includes('default')) order.splice(Math.max(0, order.indexOf('updatedAt')), 0, 'default');
  if (!order.includes('updatedAt')) order.splice(order.indexOf('default') + 1, 0, 'updatedAt');
  return [...order, ...usualOrder.filter((part) => !order.includes(part))];
}
