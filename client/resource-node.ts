import type { Place } from '#client/checklist-node.ts';
import type { AddOperationParams, MissingOperation, ResourceOperation, ResourceState } from '#server/protocol.ts';

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
  readonly role: 'resource' | 'operation' | 'missing';
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
  const { path, kind, reason, operations, missing, children } = resource;
  const told = kind === 'unknown' ? 'not known what it is' : kind;
  const counted = `${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}`;
  const lacks = missing.length === 0 ? '' : `, ${missing.length} missing`;
  return {
    id: `${uri}#${path}`,
    label: path,
    description: told,
    tooltip: `${kind === 'unknown' ? 'Not known what it is' : `${withArticle(kind)}, because ${reason}`}.`,
    spoken: `${path}, ${told}, ${counted}${lacks}`,
    icon: icons[kind] ?? 'symbol-misc',
    role: 'resource',
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

function operationNode(uri: string, told: ResourceOperation): ResourceNode {
  const { method, path, operation, sent, answered, form, place } = told;
  const label = `${method} ${path}`;
  const schemas = [
    ...(sent === undefined ? [] : [`takes ${sent}`]),
    ...(answered === undefined ? [] : [`answers ${answered}`]),
    ...(form === undefined ? [] : [formText(form)]),
  ];
  return {
    id: `${uri}#${label}`,
    label,
    ...(operation === undefined ? {} : { description: operation }),
    tooltip: [operation === undefined ? label : `${label}: ${operation}`, ...schemas].join(', '),
    spoken: operation === undefined ? label : `${label}, ${operation}`,
    icon: 'symbol-method',
    role: 'operation',
    children: [],
    place,
  };
}

/** `as { data, meta }, because “meta” beside “data” is an object, like 7 of 9 lists` */
function formText({ shown, reason, alike, all }: NonNullable<ResourceOperation['form']>): string {
  const others = all < 2 ? '' : `, like ${alike} of ${all} lists`;
  return `as ${shown}, because ${reason}${others}`;
}

function missingNode(uri: string, missing: MissingOperation): ResourceNode {
  const { method, path, operation } = missing;
  const label = `${method} ${path}`;
  return {
    id: `${uri}#missing ${label}`,
    label,
    description: `${operation} · missing`,
    tooltip: `No operation does this: ${operation}. Add Operation writes ${label} as the others are written.`,
    spoken: `${label}, ${operation}, missing`,
    icon: 'circle-outline',
    role: 'missing',
    children: [],
    added: { uri, ...missing },
  };
}
