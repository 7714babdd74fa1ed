import { attributeOf } from '#core/prisma/attribute.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';

/** True for a model that remembers idempotency keys: `IdempotencyKey`, `idempotent_request`. */
export function isIdempotencyModel({ name }: PrismaModel): boolean {
  return wordsOf(name.value).some((word) => /^idempoten(?:cy|t|te|cia)$/.test(word) || word.startsWith('idempotency'));
}

/** The column with the key a client gave its request: `idempotencyKey` anywhere, `key` in a model of such keys. */
export function idempotencyKeyOf(model: PrismaModel): PrismaField | undefined {
  const named = model.fields.find((field) => isText(field) && keyNames.has(foldedName(field.name.value)));
  if (named !== undefined || !isIdempotencyModel(model)) return named;
  return (
    model.fields.find(
      (field) => isText(field) && ['key', 'requestkey', 'token', 'requestid'].includes(foldedName(field.name.value)),
    ) ??
    model.fields.find(
      (field) => isText(field) && attributeOf(field, 'id') !== undefined && attributeOf(field, 'default') === undefined,
    )
  );
}

const keyNames: ReadonlySet<string> = new Set([
  'idempotencykey',
  'idempotenckey',
  'idempotencytoken',
  'idempotentkey',
  'idemkey',
  'idempotencyid',
]);

function isText({ type, isList }: PrismaField): boolean {
  return type.value === 'String' && !isList;
}

/** True where the key is part of a unique key, or of the primary key. */
export function isKeptApart(key: PrismaField, model: PrismaModel): boolean {
  return indexesOf(model).some(
    ({ kind, fields }) => (kind === 'unique' || kind === 'id') && fields.some(({ value }) => value === key.name.value),
  );
}
