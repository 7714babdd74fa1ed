import type { Schema } from '#core/openapi/model.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { findEntry } from '#core/tree/tree.ts';

/** What a schema leaves open though the column decides it. */
export interface TypeDrift {
  /** `a date-time`, `an integer` */
  readonly stored: string;
  /** `a string of any form`, `any number` */
  readonly documented: string;
  /** What says it. */
  readonly keyword: 'format' | 'type';
  readonly value: string;
}

/** A time that is a string of any form, or an integer that is any number; undefined where nothing is left open. */
export function typeDrift(schema: Schema, field: PrismaField): TypeDrift | undefined {
  const types = schema.types.filter((type) => type !== 'null');
  if (field.isList || types.length !== 1 || isSaidOtherwise(schema)) return undefined;
  if (field.type.value === 'DateTime' && types[0] === 'string') return timeDrift(schema, field);
  const isInteger = field.type.value === 'Int' || field.type.value === 'BigInt';
  return isInteger && types[0] === 'number'
    ? { stored: 'an integer', documented: 'any number', keyword: 'type', value: 'integer' }
    : undefined;
}

function timeDrift({ description }: Schema, field: PrismaField): TypeDrift | undefined {
  const native = nativeTypeOf(field)?.name;
  // A text may speak of a form that no format is registered for.
  if (otherForm.test(description?.value ?? '')) return undefined;
  if (native === 'Time' || native === 'Timetz') return undefined;
  const value = native === 'Date' ? 'date' : 'date-time';
  return {
    stored: native === 'Date' ? 'a date' : 'a time',
    documented: 'a string of any form',
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
