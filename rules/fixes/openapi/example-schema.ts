import { entriesOf, findString, findValue, type PlainValue, type TreeNode } from '#core/tree/tree.ts';

/** A schema that fits the first example of a media type; undefined where there is none. */
export function exampleSchema(mediaType: TreeNode): PlainValue | undefined {
  const [first] = entriesOf(findValue(mediaType, 'examples'));
  const example = findValue(mediaType, 'example') ?? findValue(first?.value, 'value');
  return example && !isSchema(example) ? schemaOf(example) : undefined;
}

/** True for a schema in the place of an example: it describes the body, and is none. */
function isSchema(example: TreeNode): boolean {
  const keys = entriesOf(example).map(({ key }) => key.value);
  if (keys.length === 1 && keys[0] === 'schema') return true;
  if (keys.includes('$schema') || keys.includes('$ref')) return true;
  const type = findString(example, 'type')?.value ?? '';
  const holds = findValue(example, type === 'array' ? 'items' : 'properties');
  return /^(?:object|array)$/.test(type) && holds?.kind === 'map';
}

/** The types of a value and of what is in it; nothing is said about null, nor about the items of an empty list. */
function schemaOf(node: TreeNode): PlainValue {
  if (node.kind === 'map') {
    const properties = node.entries.map(({ key, value }) => [key.value, value === undefined ? {} : schemaOf(value)]);
    return properties.length === 0
      ? { type: 'object' }
      : { type: 'object', properties: Object.fromEntries(properties) };
  }
  if (node.kind === 'list') {
    const [first] = node.items;
    return { type: 'array', items: first === undefined ? {} : schemaOf(first) };
  }
  if (node.value === null) return {};
  if (typeof node.value === 'number') return { type: Number.isInteger(node.value) ? 'integer' : 'number' };
  return { type: typeof node.value };
}
