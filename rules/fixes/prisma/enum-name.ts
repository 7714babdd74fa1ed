import { bareName } from '#core/prisma/block-name.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** `OrderStatus` for `status` of Order or Orders, and for `orderStatus`; `order_status` where enums, or else models, are written so. */
export function enumName({ name }: PrismaField, model: PrismaModel, scope: Scope): string {
  const own = wordsOf(model.name.value);
  const owner = [...own.slice(0, -1), singularOf(own.at(-1) ?? '')];
  const field = wordsOf(name.value);
  const isRepeated = field.length > owner.length && owner.every((word, index) => word === field[index]);
  const words = [...(isRepeated ? [] : owner), ...field].join('_');
  const enums = scope.names('prisma.enum');
  const others = (enums.length > 0 ? enums : scope.names('prisma.model')).map(bareName);
  const isSnake = others.filter((other) => /^[a-z][a-z0-9_]*$/.test(other)).length * 2 > others.length;
  return isSnake ? toSnakeCase(words) : toPascalCase(words);
}
