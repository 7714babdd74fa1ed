import { mappedName } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf } from '#core/text/english.ts';

/** How the table of a model is called after it: `app_` + `order_items`. */
export interface TableNaming {
  readonly prefix: string;
  readonly form: TableForm;
}

type TableForm = 'singular' | 'plural';

/** How `@@map` makes the name of the table; undefined where it says something else than the model's name. */
export function tableNaming(model: PrismaModel): TableNaming | undefined {
  const mapped = mappedName(model)?.value;
  if (mapped === undefined) return undefined;
  for (const form of ['plural', 'singular'] as const) {
    const own = tableName(model.name.value, { prefix: '', form });
    if (mapped.endsWith(own) && /^(?:[a-z\d]+_)?$/.test(mapped.slice(0, -own.length)))
      return { prefix: mapped.slice(0, -own.length), form };
  }
  return undefined;
}

/** The name of a table in this way: `order_items`. */
export function tableName(model: string, { prefix, form }: TableNaming): string {
  const words = wordsOf(model);
  const last = words.at(-1) ?? '';
  const snake = toSnakeCase(model);
  return prefix + (form === 'singular' ? snake : snake.slice(0, snake.length - last.length) + pluralOf(last));
}
