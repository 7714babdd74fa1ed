/**
 * By key, whether the maps of a YAML text's block lists stand in brackets, as in `- { a: 1 }`; undefined where there are none.
 * References tell of references only, and those of any list of others.
 */
export function findFlowItems(text: string): ReadonlyMap<string, boolean> | undefined {
  const lead = new Map<string, number>();
  const add = (key: string, isFlow: boolean): void => {
    lead.set(key, (lead.get(key) ?? 0) + (isFlow ? 1 : -1));
  };
  const firstItems =
    /^[ \t]*(?:-[ \t]+)?([\w$-]+):[ \t]*\r?\n(?:[ \t]*-[ \t]+\$ref:[^\n]*\n)*[ \t]*-[ \t]+(\{|["'\w-]+:)/gm;
  for (const [, key = '', item] of text.matchAll(firstItems)) add(key, item === '{');
  for (const [, open] of text.matchAll(/^[ \t]*-[ \t]+(\{[ \t]*)?["']?\$ref["']?:/gm))
    add(referenceItems, open !== undefined);
  return lead.size === 0 ? undefined : new Map([...lead].map(([key, count]) => [key, count > 0]));
}

/** No key that is looked at is called so. */
export const referenceItems = '- $ref';
