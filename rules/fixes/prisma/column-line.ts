import { attributeText } from '#core/prisma/attribute.ts';
import type { FieldLine } from '#core/prisma/edit.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { toSnakeCase } from '#core/text/casing.ts';
import { fieldStyle, styledName } from '#rules/detectors/prisma/field-style.ts';
import { mostCommon } from '#rules/detectors/prisma/sibling-models.ts';

/**
 * A new column as the schema writes its others: in their casing, mapped where they are, a time with the native type of most others.
 * `words` is the name in camel case.
 */
export function columnLine(words: string, type: string, siblings: readonly PrismaModel[], attributes = ''): FieldLine {
  const style = fieldStyle(siblings);
  const name = styledName([toSnakeCase(words)], style);
  const column = toSnakeCase(words);
  const map = style.isMapped && name !== column ? `@map("${column}")` : '';
  const native = type.startsWith('DateTime') ? usualTimeType(siblings) : '';
  return { name, type, attributes: [attributes, map, native].filter((part) => part !== '').join(' ') };
}

/** The native type most times of the models have; empty where most have none. */
function usualTimeType(models: readonly PrismaModel[]): string {
  const written = models.flatMap(({ fields }) =>
    fields
      .filter(({ type, isList }) => type.value === 'DateTime' && !isList)
      .map((field) => {
        const native = nativeTypeOf(field);
        const isDay = native?.name === 'Date' || native?.name === 'Time';
        return isDay ? undefined : attributeText(field, native?.attribute);
      }),
  );
  return (
    mostCommon(
      written.filter((text) => text !== undefined),
      (text) => text,
    ) ?? ''
  );
}
