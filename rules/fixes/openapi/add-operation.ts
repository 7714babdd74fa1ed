import { endsInExpression } from '#core/openapi/effective/path-template.ts';
import type { DescriptionContext, PathItem } from '#core/openapi/model.ts';
import { pathItemsOf } from '#core/openapi/resources/path-items.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import {
  type Described,
  knownOperations,
  patternFor,
  type WantedOperation,
} from '#rules/fixes/openapi/operation-pattern.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { writtenOperation } from '#rules/fixes/openapi/written-operation.ts';

/**
 * Writes an operation as the description writes those of its other resources: like the same one of another resource, else with what
 * the other operations of this one say. Undefined where the path names no collection, item or singleton, or has the operation.
 */
export function addOperation(wanted: WantedOperation, scope: Described, context: DescriptionContext): Fix | undefined {
  const { method, path } = wanted;
  const known = knownOperations(scope);
  const owner = ownerAt(wanted, scope);
  const items = itemsAt(scope.resource(path), scope);
  const isThere = items.some(({ operations }) => operations.some((operation) => operation.method === method));
  if (owner === undefined || isThere) return undefined;
  const item = items.find((each) => each.path.value === path) ?? items[0];
  const pattern = patternFor(wanted, owner, known);
  const value = writtenOperation({ wanted, owner, item, pattern, known, scope, context });
  const title = `Add ${method.toUpperCase()} ${path}`;
  return { title, safety: 'review', changes: [changeAt(wanted, item ?? owner, value, scope, context)] };
}

function itemsAt(resource: PathResource | undefined, scope: Described): readonly PathItem[] {
  return resource === undefined ? [] : pathItemsOf(resource, (template) => scope.find('openapi.path-item', template));
}

/** The collection or singleton it is to belong to. */
function ownerAt({ operation, path }: WantedOperation, scope: Described): PathResource | undefined {
  const own = scope.resource(path);
  if (own !== undefined && own.kind !== 'item')
    return own.kind === 'collection' || own.kind === 'singleton' ? own : undefined;
  const isOne = operation !== 'list' && operation !== 'create' && endsInExpression(path);
  const above = !isOne ? undefined : scope.resource(own?.parent ?? path.replace(/\/[^/]*\/?$/, ''));
  return above?.kind === 'collection' ? above : undefined;
}

/** Into its path item, between the methods that are mostly written before and behind it; with a path item of its own behind its collection. */
function changeAt(
  { method, path }: WantedOperation,
  site: PathItem | PathResource,
  value: PlainValue,
  scope: Described,
  { rootUri }: DescriptionContext,
): TreeChange {
  if (site.kind === 'openapi.path-item') {
    const pointer = [...pointerOf(site.location), method];
    const after = [...methodOrder.slice(0, methodOrder.indexOf(method)).toReversed(), ...heads];
    return { kind: 'set', uri: site.section.uri, pointer, value: valueIn(value, site.section.uri), after };
  }
  const { uri, pointer } = pathsAround(site, scope) ?? { uri: rootUri, pointer: ['paths'] };
  return { kind: 'set', uri, pointer: [...pointer, path], value: { [method]: valueIn(value, uri) }, after: site.paths };
}

/** The map in which the path of a collection stands; undefined where a path item stands elsewhere. */
function pathsAround(resource: PathResource, scope: Described) {
  const [item] = itemsAt(resource, scope);
  const pointer = item === undefined ? [] : pointerOf(item.location);
  if (item === undefined || pointer.at(-1) !== item.path.value) return undefined;
  return { uri: item.section.uri, pointer: pointer.slice(0, -1) };
}

const methodOrder = ['get', 'post', 'put', 'patch', 'delete'];
const heads = ['parameters', 'servers', 'description', 'summary', '$ref'];
