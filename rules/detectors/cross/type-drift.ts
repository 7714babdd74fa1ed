import type { Schema } from '#core/openapi/model.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { isSurelyUuid } from '#rules/detectors/cross/key-form.ts';

/** What a schema leaves open though the column decides it. */
export interface TypeDrift {
  /** `a date-time`, `an integer` */
  readonly stored: string;
  /** `a string without format`, `any number` */
  readonly documented: string;
  /** What says it. */
  readonly keyword: 'format' | 'type';
  readonly value: string;
}

/**
 * A time or a UUID that is a string without format, an integer that is any number, or one of 64 bits that is an integer without format; undefined where
 * nothing is left open.
 */
export function typeDrift(schema: Schema, field: PrismaField, scope: Pick<Scope, 'roots'>): TypeDrift | undefined {
  const types = schema.types.filter((type) => type !== 'null');
  if (field.isList || types.length !== 1 || isSaidOtherwise(schema)) return undefined;
  const stored = field.type.value;
  if (types[0] === 'string') {
    if (stored === 'DateTime') return timeDrift(schema, field, scope);
    return stored === 'String' ? uuidDrift(field) : undefined;
  }
  const isInteger = stored === 'Int' || stored === 'BigInt';
  if (isInteger && types[0] === 'number')
    return { stored: 'an integer', documented: 'any number', keyword: 'type', value: 'integer' };
  return stored === 'BigInt' && types[0] === 'integer' && !isLimited(schema)
    ? { stored: 'a 64-bit integer', documented: 'an integer without format', keyword: 'format', value: 'int64' }
    : undefined;
}

function uuidDrift(field: PrismaField): TypeDrift | undefined {
  return isSurelyUuid(field)
    ? { stored: 'a UUID', documented: 'a string without format', keyword: 'format', value: 'uuid' }
    : undefined;
}

function isLimited({ tree }: Schema): boolean {
  return ['minimum', 'maximum', 'exclusiveMaximum'].some((key) => findEntry(tree, key) !== undefined);
}

function timeDrift({ description }: Schema, field: PrismaField, scope: Pick<Scope, 'roots'>): TypeDrift | undefined {
  // MongoDB has no dates: what is called so there is a time.
  const isMongo = providerOf(scope.roots('prisma.datasource')) === 'mongodb';
  const native = isMongo ? undefined : nativeTypeOf(field)?.name;
  // A text may speak of a form that no format is registered for.
  if (otherForm.test(description?.value ?? '')) return undefined;
  if (native === 'Time' || native === 'Timetz') return undefined;
  const value = native === 'Date' ? 'date' : 'date-time';
  return {
    stored: native === 'Date' ? 'a date' : 'a time',
    documented: 'a string without format',
    keyword: 'format',
    value,
  };
}

const otherForm =
  /\b(?:yyyy|mm|dd|hh)\b|\brfc ?(?:822|1123|2822|7231)\b|\bunix\b|\bepoch\b|\brelative\b|\bformatted\b|\blocal(?:i[sz]ed)?\b|\bhuman\b/i;

/** Any other keyword about the form of the value decides it in its own way. */
function isSaidOtherwise({ tree, enum: values }: Schema): boolean {
  return values !== undefined || keywords.some((keyword) => findEntry(tree, keyword) !== undefined);
}

const keywords = ['format', 'pattern', 'multipleOf', 'oneOf', 'anyOf', 'allOf', '$ref', 'maxLength', 'contentEncoding'];
