import type { PathResource } from '#core/openapi/resources/path-resource.ts';

/** What the methods alone say of a resource: of all of a collection, and of one thing. */
export type StandardOperation = 'list' | 'create' | 'read' | 'replace' | 'update' | 'delete';

/** An operation where it stands, or would. */
export interface OperationSite {
  readonly operation: StandardOperation;
  /** In small letters. */
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Of the path, without the names of its parameters. */
  readonly template: string;
}

/** Finds what a path names, as `Scope.resource` does. */
export type FindResource = (path: string) => PathResource | undefined;

export interface StandardOperations {
  readonly present: readonly OperationSite[];
  /** Those that a client may look for. Empty where not all methods are known. Either way of changing a thing is enough. */
  readonly missing: readonly OperationSite[];
}

/**
 * The standard operations of a collection with its items, or of a singleton; of nothing else. That one is missing is sure only where
 * the whole description is understood.
 */
export function standardOperations(resource: PathResource, find: FindResource): StandardOperations {
  if (resource.kind === 'singleton') return split(sitesOfOne(resource.template), [resource]);
  if (resource.kind !== 'collection') return { present: [], missing: [] };
  const items = resource.items ?? `${resource.template}/{}`;
  const item = find(items);
  const isOther = item !== undefined && item.kind !== 'item';
  const sites = [...sitesOfAll(resource.template), ...(isOther ? [] : sitesOfOne(items))];
  return split(sites, item === undefined || isOther ? [resource] : [resource, item]);
}

function split(sites: readonly OperationSite[], resources: readonly PathResource[]): StandardOperations {
  const methods = new Map(resources.map((each) => [each.template, each.methods]));
  const isThere = ({ method, template }: OperationSite): boolean => methods.get(template)?.includes(method) === true;
  const present = sites.filter(isThere);
  if (resources.some((each) => each.methods === undefined)) return { present, missing: [] };
  const isChanged = present.some(({ operation }) => isChange(operation));
  const missing = sites.filter((site) => !isThere(site) && !(isChanged && isChange(site.operation)));
  return { present, missing };
}

function isChange(operation: StandardOperation): boolean {
  return operation === 'replace' || operation === 'update';
}

function sitesOfAll(template: string): readonly OperationSite[] {
  return [
    { operation: 'list', method: 'get', template },
    { operation: 'create', method: 'post', template },
  ];
}

function sitesOfOne(template: string): readonly OperationSite[] {
  return [
    { operation: 'read', method: 'get', template },
    { operation: 'replace', method: 'put', template },
    { operation: 'update', method: 'patch', template },
    { operation: 'delete', method: 'delete', template },
  ];
}

export function isItem(resource: PathResource | undefined): boolean {
  return resource?.kind === 'item';
}

/** True for what is done, and for what is given to it: `/orders/{id}/cancel`, `/search/{term}`. */
export function isAction(resource: PathResource | undefined): boolean {
  return resource?.parts.some(({ kind }) => kind === 'action') === true;
}

/** The collection that something is, or belongs to: of `/orders/{id}/cancel` that of the orders. */
export function collectionOf(resource: PathResource, find: FindResource): PathResource | undefined {
  const part = resource.parts.findLast(({ kind }) => kind === 'collection');
  return part && find(part.template);
}
