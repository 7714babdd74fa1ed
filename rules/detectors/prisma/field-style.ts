import { isScalarType, mappedName } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { toCamelCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';

/** How the columns of a schema are called. */
export interface FieldStyle {
  /** Fields of several words are `user_id`, not `userId`. */
  readonly isSnake: boolean;
  /** Fields in camel case are mapped to columns in snake case: `userId … @map("user_id")`. */
  readonly isMapped: boolean;
}

/** The style most columns of several words have; models are asked one after the other, until one has such columns. */
export function fieldStyle(models: readonly PrismaModel[]): FieldStyle {
  for (const { fields } of models) {
    const columns = fields.filter(({ name, type }) => isScalarType(type.value) && wordsOf(name.value).length > 1);
    if (columns.length === 0) continue;
    const camel = columns.filter(({ name }) => !name.value.includes('_'));
    return { isSnake: camel.length * 2 < columns.length, isMapped: camel.filter(isMapped).length * 2 > camel.length };
  }
  return { isSnake: false, isMapped: false };
}

/** The words as the name of a field: `userId` or `user_id`. */
export function styledName(words: readonly string[], { isSnake }: Pick<FieldStyle, 'isSnake'>): string {
  return isSnake ? toSnakeCase(words.join('_')) : toCamelCase(words.join('_'));
}

function isMapped(field: PrismaField): boolean {
  return mappedName(field)?.value === toSnakeCase(field.name.value);
}
