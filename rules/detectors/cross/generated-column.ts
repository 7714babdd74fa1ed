import type { Operation } from '#core/openapi/model.ts';
import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Span } from '#core/text/span.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { isCreationName } from '#rules/detectors/prisma/time-field.ts';

/** How a column comes by its values without anybody sending them. */
export interface Generation {
  readonly kind: 'key' | 'counter' | 'created' | 'updated';
  /** Continues “which …”. */
  readonly made: string;
  /** The attribute that says so. */
  readonly span: Span;
  /** True for what a client could make as well: a UUID. */
  readonly mayBeClients: boolean;
}

/** Undefined for what a client may well send: a time that is now by default, a text with a default. */
export function generationOf(field: PrismaField, model: PrismaModel): Generation | undefined {
  const updated = attributeOf(field, 'updatedAt');
  if (updated !== undefined)
    return { kind: 'updated', made: 'Prisma sets at each change', span: updated.span, mayBeClients: false };
  const attribute = attributeOf(field, 'default');
  const value = defaultOf(field);
  if (attribute === undefined || value?.kind !== 'call') return undefined;
  const { span } = attribute;
  const isKey = primaryKeyOf(model)?.fields.some(({ value: name }) => name === field.name.value) === true;
  const counts = value.name === 'autoincrement' || value.name === 'sequence';
  if (counts) return { kind: isKey ? 'key' : 'counter', made: 'the database counts', span, mayBeClients: false };
  if (isKey) return { kind: 'key', made: 'is made with the row', span, mayBeClients: true };
  const isCreation = field.type.value === 'DateTime' && value.name === 'now' && isCreationName(field.name.value);
  return isCreation ? { kind: 'created', made: 'is set with the row', span, mayBeClients: false } : undefined;
}

/** A key is refused only where a row is made: a change repeats that of the row it is about. */
export function isRefusedBy({ method, path }: Operation, { kind }: Generation): boolean {
  return kind !== 'key' || (method === 'post' && !endsInParameter(path));
}
