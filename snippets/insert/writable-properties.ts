import { locate } from '#core/openapi/reference/locate.ts';
import { entriesOf, findBoolean, findValue, itemsOf, type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import type { OpenApiTarget } from '#snippets/insert/openapi-target.ts';
import type { ValuePlace } from '#snippets/insert/relative-reference.ts';
import type { Values } from '#snippets/pattern.ts';

/**
 * The properties of a schema in the root file that a client may write, as they stand there; undefined where it has none of
 * its own, or stands in another file, from which references could not be copied.
 */
export function writableProperties({ uri, pointer }: ValuePlace, { root }: OpenApiTarget): Values | undefined {
  const target = uri === root.uri ? locate(root, pointer) : undefined;
  if (target?.kind !== 'place' || itemsOf(findValue(target.place.tree, 'allOf')).length > 0) return undefined;
  const properties = entriesOf(findValue(target.place.tree, 'properties')).flatMap(
    ({ key, value }): readonly [string, PlainValue][] => {
      const isWritable = value !== undefined && findBoolean(value, 'readOnly')?.value !== true;
      return isWritable ? [[key.value, toPlainValue(value)]] : [];
    },
  );
  return properties.length === 0 ? undefined : Object.fromEntries(properties);
}
