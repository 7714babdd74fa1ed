import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { mapEntries } from '#snippets/component-references.ts';
import { placeholders } from '#snippets/placeholders.ts';

/** Examples of the resource fit only the schema that comes with them. */
export function withoutItemExamples(value: PlainValue): PlainValue {
  if (isList(value)) return value.map(withoutItemExamples);
  if (!isMap(value)) return value;
  const { schema, example, ...rest } = value;
  const isOfItem =
    schema !== undefined &&
    example !== undefined &&
    JSON.stringify(schema).includes(`/schemas/${placeholders.singular}`);
  const kept = isOfItem ? { schema, ...rest } : value;
  return mapEntries(kept, withoutItemExamples);
}
