import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { sharedComponents } from '#snippets/openapi/shared-components.ts';
import type { Components, Values } from '#snippets/pattern.ts';

/** A component by where it stands. */
export interface ComponentName {
  readonly group: string;
  readonly name: string;
}

/** The component the text of a `$ref` leads to; undefined where it leads elsewhere. */
export function componentOf(reference: string): ComponentName | undefined {
  const [, group, name] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference) ?? [];
  return group === undefined || name === undefined ? undefined : { group, name };
}

/** The value of a component: the pattern's own, else the shared one; undefined for one that patterns do not have. */
export function findComponent({ group, name }: ComponentName, own: Components = {}): PlainValue | undefined {
  return own[group]?.[name] ?? sharedComponents[group]?.[name];
}

/** Replaces every map with a `$ref` by what `replace` makes of its text; undefined leaves it as it is. */
export function replaceReferences(
  value: PlainValue,
  replace: (reference: string) => PlainValue | undefined,
): PlainValue {
  if (isList(value)) return value.map((item) => replaceReferences(item, replace));
  if (!isMap(value)) return value;
  const { $ref: reference } = value;
  const replaced = typeof reference === 'string' ? replace(reference) : undefined;
  return replaced ?? mapEntries(value, (item) => replaceReferences(item, replace));
}

/** The texts of all references in a value, each once. */
export function referencesIn(value: PlainValue): readonly string[] {
  const found = new Set<string>();
  replaceReferences(value, (reference) => {
    found.add(reference);
    return undefined;
  });
  return [...found];
}

/** A map with every value changed. */
export function mapEntries(value: Values, change: (item: PlainValue, key: string) => PlainValue): Values {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item, key)]));
}
