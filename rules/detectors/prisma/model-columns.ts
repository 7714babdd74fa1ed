import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { compositeTypeOf, enumOf, modelOf } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';

/** The fields of a model by what they are; undefined when the type of one is known to nobody. */
export interface ModelColumns {
  /** Scalars, enums and composite types, lists of them included. */
  readonly columns: readonly PrismaField[];
  /** Fields whose type is a model. */
  readonly relations: readonly PrismaField[];
}

/** Tells columns from relation fields; undefined when a type is neither Prisma's nor declared in the schema. */
export function columnsOf(model: PrismaModel, scope: Scope): ModelColumns | undefined {
  const columns: PrismaField[] = [];
  const relations: PrismaField[] = [];
  for (const field of model.fields) {
    if (isColumn(field, scope)) columns.push(field);
    else if (modelOf(field, scope) !== undefined) relations.push(field);
    else return undefined;
  }
  return { columns, relations };
}

/** The column behind which a blank line and nothing but relation fields follow; undefined where the last field is no such one. */
export function lastColumn({ fields, section: { text } }: PrismaModel, scope: Scope): PrismaField | undefined {
  const index = fields.findLastIndex((field) => modelOf(field, scope) === undefined);
  const [last, next] = [fields[index], fields[index + 1]];
  if (last === undefined || next === undefined) return undefined;
  return /(?:\r\n|\r|\n)[ \t]*(?:\r|\n)/.test(text.slice(last.span.end, next.span.start)) ? last : undefined;
}

/** The last list of other rows, where the model has such lists; a further one stands with them. */
export function lastRelation({ fields }: PrismaModel, scope: Scope): PrismaField | undefined {
  return fields.findLast((field) => field.isList && modelOf(field, scope) !== undefined);
}

function isColumn(field: PrismaField, scope: Scope): boolean {
  const type = field.type.value;
  // What a named type stands for is a column, also where nobody knows its native type.
  if (isScalarType(type) || type.startsWith('Unsupported(') || field.named !== undefined) return true;
  return enumOf(field, scope) !== undefined || compositeTypeOf(field, scope) !== undefined;
}
