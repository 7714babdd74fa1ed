import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Response, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of properties that tell what a thing is called, or where it is. */
const identityWords = wordSet(
  'id ids uid uids uuid guid key slug href hrefs url urls uri uris self link links location number code reference ref name token address hash sid handle arn',
);

/** True where the body of a response has an id or a link, in itself or in what it wraps, and where it is not known what it has. */
export function tellsIdentity({ content }: Response, scope: Pick<Scope, 'resolve'>): boolean {
  return content.some(({ schema }) => {
    if (schema === undefined) return true;
    const resolved = scope.resolve(schema);
    return resolved === undefined || hasIdentity(resolved, scope, 0);
  });
}

function hasIdentity(schema: Schema, scope: Pick<Scope, 'resolve'>, depth: number): boolean {
  if (isOpen(schema, scope)) return true;
  const items = schema.items && scope.resolve(schema.items);
  if (items !== undefined) return depth < deepest ? hasIdentity(items, scope, depth + 1) : true;
  return propertiesOf(schema, scope).some(({ name, schema: value }) => {
    if (wordsOf(name.value).some((word) => identityWords.has(word))) return true;
    const inner = scope.resolve(value);
    if (inner === undefined) return true;
    const isWrapper = inner.properties.length + inner.allOf.length > 0 || inner.types.includes('array');
    return isWrapper && depth < deepest && hasIdentity(inner, scope, depth + 1);
  });
}

const deepest = 2;

/** A choice, or an object of which nothing is listed. */
function isOpen(schema: Schema, scope: Pick<Scope, 'resolve'>): boolean {
  const { oneOf, anyOf, allOf, tree, types, additionalProperties } = schema;
  if (oneOf.length + anyOf.length > 0 || allOf.some((part) => scope.resolve(part) === undefined)) return true;
  if (entriesOf(tree).length === 0 || (additionalProperties ?? false) !== false) return true;
  const isObject = types.length === 0 || types.includes('object');
  return isObject && propertiesOf(schema, scope).length === 0 && schema.items === undefined;
}
