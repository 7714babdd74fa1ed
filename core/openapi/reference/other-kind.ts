import type { OpenApiVersion } from '#core/openapi/model.ts';
import { methods } from '#core/openapi/spec/methods.ts';
import { object } from '#core/openapi/spec/shapes.ts';
import type { ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';
import { objectNameOf, shapeBelow, shapeOfTarget } from '#core/openapi/spec/spec-of.ts';
import { entriesOf, findString, findValue, type TreeNode } from '#core/tree/tree.ts';

/**
 * What stands where a reference leads, when that is not what it wants: an object of the specification, data of the author (an example, a
 * default), or a part of an object.
 */
export type OtherKind = ObjectName | 'data' | 'part';

/** Objects that may stand for each other: in 2.0 the items of a parameter look like a schema. */
const alike: ReadonlyMap<ObjectName, ReadonlySet<ObjectName>> = new Map([['schema', new Set<ObjectName>(['items'])]]);

/** What stands at a pointer of a description's root file, where that is not what `wanted` says; undefined where it is, or nobody knows. */
export function otherKindAt(
  version: OpenApiVersion,
  pointer: readonly string[],
  wanted: ObjectName,
): OtherKind | undefined {
  let shape: ValueShape | undefined = object('document');
  for (const step of pointer) {
    if (shape.kind === 'any') return 'data';
    const below: ValueShape | undefined = shapeBelow(version, shape, step);
    if (below === undefined) return undefined;
    shape = below;
  }
  if (shape.kind === 'any') return 'data';
  const name = objectNameOf(shape);
  if (name === undefined) return 'part';
  return name === wanted || alike.get(wanted)?.has(name) ? undefined : name;
}

/** What a value is whose own keys leave no doubt, where that is not what `wanted` says. */
export function otherKindOf(tree: TreeNode, wanted: ObjectName): OtherKind | undefined {
  const name = certainKind(tree);
  if (name === undefined || name === wanted || !toldByKeys.has(wanted)) return undefined;
  // A response and a request body have keys alike, and so have a header and a parameter.
  if (name === 'response' && wanted === 'request-body') return undefined;
  return name === 'parameter' && wanted === 'header' ? undefined : name;
}

/** What a kind of target is called in the tables; undefined for those of which nothing is said here. */
export function wantedObject(version: OpenApiVersion, to: string): ObjectName | undefined {
  return unchecked.has(to) ? undefined : objectNameOf(shapeOfTarget(version, to, undefined));
}

const unchecked = new Set(['openapi.part', 'openapi.info']);

const toldByKeys: ReadonlySet<ObjectName> = new Set<ObjectName>([
  'schema',
  'parameter',
  'header',
  'response',
  'request-body',
  'path-item',
  'operation',
]);

const locations = new Set(['query', 'path', 'header', 'cookie', 'body', 'formData', 'querystring']);
const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

function certainKind(tree: TreeNode): ObjectName | undefined {
  if (tree.kind !== 'map') return undefined;
  const isMapAt = (key: string): boolean => findValue(tree, key)?.kind === 'map';
  const keys = new Set(entriesOf(tree).map(({ key }) => key.value));
  const type = findString(tree, 'type')?.value ?? '';
  if (keys.has('in'))
    return keys.has('name') && type !== 'apiKey' && locations.has(findString(tree, 'in')?.value ?? '')
      ? 'parameter'
      : undefined;
  if (isMapAt('content')) return isMediaTypes(findValue(tree, 'content')) ? 'response' : undefined;
  if (isMapAt('responses')) return 'operation';
  if ([...keys].some((key) => methods.has(key) && findValue(findValue(tree, key), 'responses') !== undefined))
    return 'path-item';
  if (keys.has('schema') || keys.has('flows') || keys.has('scheme')) return undefined;
  const isSchema = types.has(type) && (isMapAt('properties') || type !== 'object');
  return isSchema || (isMapAt('properties') && type === '') ? 'schema' : undefined;
}

function isMediaTypes(content: TreeNode | undefined): boolean {
  const entries = entriesOf(content);
  return entries.length > 0 && entries.every(({ key, value }) => key.value.includes('/') && value?.kind === 'map');
}
