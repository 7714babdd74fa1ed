import type { Edit } from '#core/text/span.ts';

/** So many uses a renamed component should have at least; where none has, the one used most is taken. */
const uses = 500;

/**
 * The edits that rename a schema of an OpenAPI description in YAML or JSON, in text order: its key and every `$ref` to it.
 * Empty where no schema is referred to.
 */
export function findRename(text: string): readonly Edit[] {
  for (const [name, offsets] of [...findSchemaUses(text)].sort(byFit)) {
    const key = findSchemaKey(text, name);
    if (key !== undefined) return [...offsets, key].sort((a, b) => a - b).map((offset) => renamed(offset, name));
  }
  return [];
}

/** Where each schema is named by a `$ref`. */
export function findSchemaUses(text: string): ReadonlyMap<string, readonly number[]> {
  const references = new Map<string, number[]>();
  for (const match of text.matchAll(/(#\/components\/schemas\/)([\w.-]+)(?=["'\s])/g)) {
    const [, path = '', name = ''] = match;
    const offset = (match.index ?? 0) + path.length;
    const known = references.get(name);
    if (known === undefined) references.set(name, [offset]);
    else known.push(offset);
  }
  return references;
}

/** The fewest uses of those with enough first, then the most of those with too few. */
function byFit([, a]: [string, readonly number[]], [, b]: [string, readonly number[]]): number {
  const [isEnoughA, isEnoughB] = [a.length >= uses, b.length >= uses];
  if (isEnoughA !== isEnoughB) return isEnoughA ? -1 : 1;
  return isEnoughA ? a.length - b.length : b.length - a.length;
}

/** Where the key stands under `components/schemas`, for the usual layouts. */
export function findSchemaKey(text: string, name: string): number | undefined {
  const start = /\n {2,4}"?schemas"?: *\{?\n/.exec(text);
  if (start === null) return undefined;
  const after = start.index + start[0].length - 1;
  const indent = /^\n *"?/.exec(text.slice(after, after + 100))?.[0] ?? '\n';
  const key = text.indexOf(`${indent}${name}${indent.endsWith('"') ? '"' : ''}:`, after);
  return key < 0 ? undefined : key + indent.length;
}

function renamed(offset: number, name: string): Edit {
  return { span: { start: offset, end: offset + name.length }, newText: `${name}Renamed` };
}
