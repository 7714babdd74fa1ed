import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import type { Change, Fix } from '#core/rule.ts';
import { findEntry, findString, findValue, type MapNode } from '#core/tree/tree.ts';
import { isOfSchema } from '#rules/detectors/openapi/of-schema.ts';
import { quoted } from '#rules/detectors/openapi/spec-words.ts';

/**
 * Moves keywords that stand at a parameter, header or media type of 3.x into its schema; what 2.0 says of lists becomes a style. Undefined
 * where they are none, and where the schema says one of them already, or is written elsewhere.
 */
export function intoSchema(
  fault: UnknownField,
  names: readonly string[],
  version: OpenApiVersion,
  uri: string,
): Fix | undefined {
  const { map, pointer } = fault;
  if (map === undefined || !isOfSchema(fault, version) || !isFree(map, names)) return undefined;
  const above = pointer.slice(0, -1);
  const keywords = names.filter((name) => name !== 'collectionFormat');
  const moves = keywords.map(
    (name): Change => ({ kind: 'move', uri, pointer: [...above, name], to: [...above, 'schema', name] }),
  );
  const styled = keywords.length < names.length ? styleChanges(map, above, uri) : [];
  const items = findValue(map, 'items');
  const isListed = findEntry(items, 'collectionFormat') !== undefined;
  // How lists in lists are written has no place in 3.x; of other items it says nothing.
  if (isListed && findString(items, 'type')?.value === 'array') return undefined;
  const idle: readonly Change[] = isListed
    ? [{ kind: 'remove', uri, pointer: [...above, 'items', 'collectionFormat'] }]
    : [];
  const [first, ...others] = [...idle, ...moves, ...(styled ?? [])];
  if (first === undefined || styled === undefined) return undefined;
  const isStyled = styled.length > 0;
  const title =
    keywords.length === 0
      ? 'Write “style” and “explode” instead of “collectionFormat”'
      : `Move ${quoted(keywords, 'and')} into “schema”${isStyled ? ', and write the style of its list' : ''}`;
  return { title, safety: 'review', changes: [first, ...others] };
}

/** True where the schema can take them. */
function isFree(map: MapNode, names: readonly string[]): boolean {
  const schema = findValue(map, 'schema');
  if (findEntry(map, 'content') !== undefined) return false;
  if (schema === undefined) return findEntry(map, 'schema') === undefined;
  return schema.kind === 'map' && ['$ref', ...names].every((name) => findEntry(schema, name) === undefined);
}

/** How a list of 2.0 is written, where that is not so by itself: values with a comma are, but for those of a query. */
function styleChanges(map: MapNode, above: readonly string[], uri: string): readonly Change[] | undefined {
  const place = findString(map, 'in')?.value ?? 'header';
  const format = findString(map, 'collectionFormat')?.value ?? '';
  const style = styles.get(`${place === 'query' ? 'query' : 'other'} ${format}`);
  if (style === undefined || ['style', 'explode'].some((key) => findEntry(map, key) !== undefined)) return undefined;
  const set = Object.entries(style).map(
    ([key, value]): Change => ({ kind: 'set', uri, pointer: [...above, key], value, before: ['schema'] }),
  );
  return [{ kind: 'remove', uri, pointer: [...above, 'collectionFormat'] }, ...set];
}

/** OpenAPI 3.0 “Style Values”, by place and collection format. */
const styles: ReadonlyMap<string, Readonly<Record<string, string | boolean>>> = new Map([
  ['query csv', { style: 'form', explode: false }],
  ['query multi', { style: 'form', explode: true }],
  ['query ssv', { style: 'spaceDelimited', explode: false }],
  ['query pipes', { style: 'pipeDelimited', explode: false }],
  ['other csv', {}],
]);
