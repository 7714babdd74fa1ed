import { erasedTemplate, templateNames } from '#core/openapi/effective/path-template.ts';
import type { PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { findEntry, type PlainValue } from '#core/tree/tree.ts';
import { groupOf } from '#rules/detectors/openapi/error-uses.ts';
import { changeOperation } from '#snippets/insert/change-operation.ts';
import { ChangePlan } from '#snippets/insert/change-plan.ts';
import { houseList } from '#snippets/insert/house-list.ts';
import { hasAtRoot, type OpenApiTarget } from '#snippets/insert/openapi-target.ts';
import { declarationOf, undeclaredParameters } from '#snippets/insert/path-declarations.ts';
import { newResource, pathFor, type Resource, resourceAtCursor } from '#snippets/insert/resource.ts';
import { writableProperties } from '#snippets/insert/writable-properties.ts';
import { itemReference } from '#snippets/openapi/resource.ts';
import type { Components, OpenApiPattern, PathPart, PathsInsertion, Values } from '#snippets/pattern.ts';

/** How many names are tried for a new resource. */
const maximumNumber = 100;

/** Plans a resource, or what the one under the cursor lacks; undefined when there is no place for it. */
export function planPaths(
  target: OpenApiTarget,
  pattern: OpenApiPattern,
  insertion: PathsInsertion,
): ChangePlan | undefined {
  for (const resource of candidates(target, pattern, insertion)) {
    if (insertion.parts.every((part) => isFree(part, resource, target))) {
      const plan = planFor(resource, target, pattern, insertion);
      if (!plan.isEmpty) return plan;
    }
  }
  return undefined;
}

function* candidates(
  target: OpenApiTarget,
  { collection = 'items' }: OpenApiPattern,
  { isFixed, onOperation }: PathsInsertion,
): Iterable<Resource> {
  if (isFixed) return yield newResource(collection, 1, target);
  const atCursor = resourceAtCursor(target);
  if (atCursor !== undefined) yield atCursor;
  if (onOperation !== undefined) return;
  for (let number = 1; number <= maximumNumber; number++) {
    const resource = newResource(collection, number, target);
    if (!isKnown(resource, target)) yield resource;
  }
}

/** True when something of the name is there already, which a new resource must not mix with. */
function isKnown({ collectionPath, names }: Resource, target: OpenApiTarget): boolean {
  const paths = target.description.names('openapi.path-item');
  const own = erasedTemplate(collectionPath);
  const hasPath = paths.some((path) => path === own || path.startsWith(`${own}/`));
  return hasPath || hasAtRoot(target, ['components', 'schemas', names.singular]);
}

function isFree({ path, operations, isShared }: PathPart, resource: Resource, target: OpenApiTarget): boolean {
  const full = pathFor(path, resource, target);
  const pathItem = findPathItem(full, target);
  const isUnread =
    pathItem === undefined && target.description.names('openapi.path-item').includes(erasedTemplate(full));
  if (isUnread) return false;
  return isShared === true || Object.keys(operations).every((method) => !hasMethod(pathItem, method));
}

function planFor(
  resource: Resource,
  target: OpenApiTarget,
  pattern: OpenApiPattern,
  { parts, itemProperties = {} }: PathsInsertion,
): ChangePlan {
  const plan = new ChangePlan(target, componentsFor(resource, target, pattern), resource);
  const { collectionPath, itemParameter } = resource;
  const siblings = [`${collectionPath}/{${itemParameter}}`, collectionPath];
  for (const part of parts) {
    const path = pathFor(part.path, resource, target);
    const own = inHouse(part, resource, target);
    planPart(plan, resource.isNew ? own : { ...own, withNew: {} }, path, siblings);
    siblings.unshift(path);
  }
  const { itemSchema } = resource;
  if (itemSchema === undefined) return plan;
  for (const [name, property] of Object.entries(itemProperties)) {
    plan.set({ uri: itemSchema.uri, pointer: [...itemSchema.pointer, 'properties', name] }, property);
  }
  return plan;
}

/** A list pages as the other lists of the description do. */
function inHouse(part: PathPart, { names }: Resource, { habits }: OpenApiTarget): PathPart {
  const { pagesBy: by, operations, withNew = {} } = part;
  if (by === undefined) return part;
  const page = (list: Values): Values => houseList(list, habits, { by, noun: names.collection, items: itemReference });
  const paged = (all: PathPart['operations']): PathPart['operations'] =>
    Object.fromEntries(Object.entries(all).map(([method, one]) => [method, method === 'get' ? page(one) : one]));
  return { ...part, operations: paged(operations), withNew: paged(withNew) };
}

/** The components of the pattern, copies of the resource's own schema in place of examples. */
function componentsFor(
  { itemSchema }: Resource,
  target: OpenApiTarget,
  { components: { schemas, ...others } = {}, writableCopies = [] }: OpenApiPattern,
): Components {
  const properties = itemSchema && writableProperties(itemSchema, target);
  if (properties === undefined) return { ...others, ...(schemas && { schemas }) };
  const copies = writableCopies.map((name) => [name, { type: 'object', minProperties: 1, properties }]);
  return { ...others, schemas: { ...schemas, ...Object.fromEntries(copies) } };
}

/** `siblings` are the paths a new one goes behind, the first one present. */
function planPart(plan: ChangePlan, part: PathPart, path: string, siblings: readonly string[]): void {
  const pathItem = findPathItem(path, plan.target);
  if (pathItem === undefined) {
    planNewPath(plan, part, path, siblings);
    return;
  }
  const base = { uri: pathItem.section.uri, pointer: pointerOf(pathItem.location) };
  const parameters = undeclaredParameters(pathItem, plan.target);
  for (const [method, operation] of Object.entries(part.operations)) {
    if (hasMethod(pathItem, method)) continue;
    const first = pathItem.operations[0];
    const place = { uri: base.uri, path, ...(first && { group: groupOf(first) }) };
    const value = plan.operation(withParameters(operation, parameters), place);
    plan.set({ ...base, pointer: [...base.pointer, method] }, value, { before: methodsAfter(method) });
  }
  for (const change of part.changes ?? []) {
    for (const operation of pathItem.operations) changeOperation(plan, operation, change);
  }
}

function planNewPath(
  plan: ChangePlan,
  { operations, withNew = {} }: PathPart,
  path: string,
  siblings: readonly string[],
): void {
  const all = Object.entries({ ...withNew, ...operations });
  if (all.length === 0) return;
  const { target } = plan;
  const parameters = templateNames(path).map(({ value }) => declarationOf(value, target));
  const value: Values = {
    ...(parameters.length === 0 ? {} : { parameters }),
    ...Object.fromEntries(
      all.map(([method, operation]) => [method, plan.operation(operation, { uri: target.root.uri, path })]),
    ),
  };
  plan.set({ uri: target.root.uri, pointer: ['paths', path] }, value, { after: siblings });
}

/** The methods usually written below one. */
function methodsAfter(method: string): readonly string[] {
  const usual = ['get', 'post', 'put', 'patch', 'delete'];
  return usual.slice(usual.indexOf(method) + 1);
}

function withParameters(operation: Values, parameters: readonly PlainValue[]): Values {
  const { parameters: own } = operation;
  if (parameters.length === 0) return operation;
  return { ...operation, parameters: [...parameters, ...(Array.isArray(own) ? own : [])] };
}

function findPathItem(path: string, { description }: OpenApiTarget): PathItem | undefined {
  return description.find('openapi.path-item', erasedTemplate(path));
}

function hasMethod(pathItem: PathItem | undefined, method: string): boolean {
  return pathItem !== undefined && findEntry(pathItem.tree, method) !== undefined;
}
