/** By key, whether the maps of a YAML text's block lists stand in brackets, as in `- { a: 1 }`; undefined where there are none. */
export function findFlowItems(text: string): ReadonlyMap<string, boolean> | undefined {
  const lead = new Map<string, number>();
  const firstItems = /^[ \t]*(?:-[ \t]+)?([\w$-]+):[ \t]*\r?\n[ \t]*-[ \t]+(\{|["'\w$-]+:)/gm;
  for (const [, key = '', item] of text.matchAll(firstItems)) {
    lead.set(key, (lead.get(key) ?? 0) + (item === '{' ? 1 : -1));
  }
  return lead.size === 0 ? undefined : new Map([...lead].map(([key, count]) => [key, count > 0]));
}
