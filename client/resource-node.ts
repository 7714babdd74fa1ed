import type { Place } from '#client/checklist-node.ts';
import type { AddOperationParams, ResourceOperation, ResourceState } from '#server/protocol.ts';

/** A line of the resources view, ready to be shown. */
export interface ResourceNode {
  /** Unique in the view and the same after a refresh. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip: string;
  /** What a screen reader says in place of label and description. */
  readonly spoken: string;
  readonly icon: string;
  /** What the menus of the view look at. */
  readonly role: 'resource' | 'operation' | 'missing' | 'other';
  readonly children: readonly ResourceNode[];
  /** Where a click leads. */
  readonly place?: Place;
  /** What is written when the operation is added. */
  readonly added?: AddOperationParams;
}

/** The resources of a description as the lines of the view. */
export function resourceNodes(uri: string, resources: readonly ResourceState[]): readonly ResourceNode[] {
  return resources.map((resource) => resourceNode(uri, resource));
}

const icons: { readonly [kind: string]: string } = {
  collection: 'symbol-array',
  item: 'symbol-object',
  singleton: 'symbol-object',
  action: 'zap',
  prefix: 'folder',
};

function resourceNode(uri: string, resource: ResourceState): ResourceNode {
  const { template, path, kind, reason, operations, missing, children } = resource;
  const told = kind === 'unknown' ? 'not known what it is' : kind;
  const label = path.slice(path.lastIndexOf('/')) || path;
  return {
    id: `${uri}#${template}`,
    label: children.length > 0 || label === path ? path : label,
    description: told,
    tooltip: `${path}\n\n${kind === 'unknown' ? `Not known what it is: ${reason}` : `${withArticle(kind)}, because ${reason}`}.`,
    spoken: `${path}, ${told}, ${operations.length} operations${missing.length > 0 ? `, ${missing.length} missing` : ''}`,
    icon: icons[kind] ?? 'symbol-misc',
    role: kind === 'unknown' || kind === 'prefix' ? 'other' : 'resource',
    children: [
      ...operations.map((operation) => operationNode(uri, operation)),
      ...missing.map((operation) => missingNode(uri, operation)),
      ...children.map((child) => resourceNode(uri, child)),
    ],
  };
}

function withArticle(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'An' : 'A'} ${kind}`;
}

function operationNode(uri: string, { method, path, operation, title, place }: ResourceOperation): ResourceNode {
  const label = `${method.toUpperCase()} ${path}`;
  return {
    id: `${uri}#${method} ${path}`,
    label: method.toUpperCase(),
    description: [operation, title].filter((part) => part !== undefined && part !== '').join(' · '),
    tooltip: title === undefined || title === '' ? label : `${label}\n\n${title}`,
    spoken: title === undefined ? label : `${label}, ${title}`,
    icon: 'symbol-method',
    role: 'operation',
    children: [],
    ...(place === undefined ? {} : { place }),
  };
}

function missingNode(uri: string, { method, path, operation, template }: ResourceState['missing'][number]): ResourceNode {
  const label = `${method.toUpperCase()} ${path}`;
  return {
    id: `${uri}#missing ${method} ${template}`,
    label: method.toUpperCase(),
    description: `${operation} · missing`,
    tooltip: `${label}\n\nNo operation ${operation}s this. Choose + to write it as the others here are written.`,
    spoken: `${label}, ${operation}, missing`,
    icon: 'circle-outline',
    role: 'missing',
    children: [],
    added: { uri, template, method },
  };
}
