import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type {
  HeaderEntry,
  OpenApiNode,
  Operation,
  OrReference,
  Parameter,
  Part,
  PathItem,
  RequestBody,
  Response,
  SecurityRequirement,
} from '#core/openapi/model.ts';
import { placeOf } from '#core/openapi/place.ts';
import { holdsMisplacedText } from '#core/openapi/read/misplaced-text.ts';
import { isBodyParameter } from '#core/openapi/read/read-parameter.ts';
import { readOperationBody, readRequestBody } from '#core/openapi/read/read-request-body.ts';
import type { Scope } from '#core/rule.ts';
import { findValue } from '#core/tree/tree.ts';
import { foundOnce } from '#core/work/note-read.ts';

type Resolving = Pick<Scope, 'resolve'>;

/**
 * The parameters an operation has: its own and its path item's, `$ref`s followed, those in place of the lists and those beside
 * the path item, too. Its own win over the path item's of the same name and location; references that lead nowhere are left out.
 * 2.0: without those that make the request body.
 */
export function effectiveParameters(
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'find'>,
): readonly Parameter[] {
  return foundOnce(effectiveParameters, operation, () => allParameters(operation, scope));
}

function allParameters(operation: Operation, scope: Pick<Scope, 'resolve' | 'find'>): readonly Parameter[] {
  const byKey = new Map<string, Parameter>();
  const lists = [...pathItemParts(operation.pathItem, scope), operation].map((owner) =>
    writtenParameters(owner, scope),
  );
  for (const parameter of lists.flat()) {
    const resolved = scope.resolve(parameter);
    if (resolved === undefined || isBodyParameter(resolved, operation.context)) continue;
    const key = parameterKey(resolved);
    byKey.delete(key);
    byKey.set(key, resolved);
  }
  return [...byKey.values()];
}

/** False where what is listed is not known: then any parameter may be there. */
export function knowsParameters(operation: Operation, scope: Pick<Scope, 'resolve' | 'find'>): boolean {
  return [...pathItemParts(operation.pathItem, scope), operation].every((owner) => isListKnown(owner, scope));
}

/** False where a `$ref` in place of the list of parameters leads to no such list, and where a text stands for it or for an item. */
export function isListKnown({ tree, parametersReference: reference }: PathItem | Operation, scope: Resolving): boolean {
  if (holdsMisplacedText(findValue(tree, 'parameters'))) return false;
  return reference === undefined || scope.resolve<Part>(reference) !== undefined;
}

/** The parameters a path item or operation lists, also where a `$ref` stands in place of the list. */
export function writtenParameters(
  { parameters, parametersReference }: PathItem | Operation,
  scope: Resolving,
): readonly OrReference<Parameter>[] {
  if (parametersReference === undefined) return parameters;
  return [...parameters, ...partNodes(parametersReference, scope).filter(isParameter)];
}

/** What a path item consists of: the `$ref`'s target and the fields beside the `$ref`, from whichever of them it is seen. */
export function pathItemParts(pathItem: PathItem, scope: Pick<Scope, 'resolve' | 'find'>): readonly PathItem[] {
  const { reference } = pathItem;
  const target = reference === undefined ? [] : optional(scope.resolve<PathItem>(reference));
  return [...target, pathItem, ...optional(writtenPathItem(pathItem, scope))];
}

/** The fields beside the `$ref` through which a path item is seen. */
function writtenPathItem(pathItem: PathItem, scope: Pick<Scope, 'find'>): PathItem | undefined {
  const { origin, path } = pathItem;
  if (origin !== 'path' || standsAtItsKey(pathItem)) return undefined;
  const written = scope.find('openapi.path-item', erasedTemplate(path.value));
  const isOther = written !== undefined && written.tree !== pathItem.tree && written.path.value === path.value;
  return isOther ? written : undefined;
}

/** False for a path item that is seen through a `$ref`. */
function standsAtItsKey({ location: { parent, key, section }, path }: PathItem): boolean {
  return (parent === undefined ? section.pointer.at(-1) : key) === path.value;
}

/** The operation's own security, or else the document's, empty for `security: []`; undefined when neither declares any. */
export function effectiveSecurity(
  operation: Operation,
  scope: Pick<Scope, 'roots' | 'resolve'>,
): readonly SecurityRequirement[] | undefined {
  if (operation.security) return operation.security;
  if (operation.securityReference) return partNodes(operation.securityReference, scope).filter(isRequirement);
  const requirements = scope.roots('openapi.security-requirement');
  return requirements.length > 0 || operation.context.isOpen ? requirements : undefined;
}

/** The headers of a response, also where a `$ref` stands in place of the map; undefined where that leads to no such map, or is none. */
export function effectiveHeaders(response: Response, scope: Resolving): readonly HeaderEntry[] | undefined {
  if (holdsMisplacedText(findValue(response.tree, 'headers'))) return undefined;
  if (response.headersReference === undefined) return response.headers;
  const part = scope.resolve<Part>(response.headersReference);
  const entries = part?.entries.flatMap(({ name, node }) =>
    name !== undefined && isHeader(node) ? [{ name, header: node }] : [],
  );
  return entries && [...response.headers, ...entries];
}

/** The request body an operation has, `$ref`s followed; 2.0: also from a body parameter that is a `$ref` or its path item's. */
export function effectiveRequestBody(operation: Operation, scope: Resolving): RequestBody | undefined {
  const { context, pathItem } = operation;
  const own = scope.resolve(operation.requestBody);
  if (own || context.version !== '2.0') return own;
  const referenced = [...operation.parameters, ...pathItem.parameters]
    .map((parameter) => scope.resolve(parameter))
    .find((parameter) => parameter?.in?.value === 'body');
  const body = referenced
    ? readRequestBody(placeOf(referenced), context)
    : readOperationBody(placeOf(pathItem), context, context.consumes);
  return scope.resolve(body);
}

function partNodes(reference: NonNullable<Operation['parametersReference']>, scope: Resolving): readonly OpenApiNode[] {
  return scope.resolve<Part>(reference)?.entries.map(({ node }) => node) ?? [];
}

function isParameter(node: OpenApiNode): node is Extract<OpenApiNode, OrReference<Parameter>> {
  return node.kind === 'openapi.parameter' || (node.kind === 'openapi.reference' && node.to === 'openapi.parameter');
}

function isRequirement(node: OpenApiNode): node is SecurityRequirement {
  return node.kind === 'openapi.security-requirement';
}

function isHeader(node: OpenApiNode): node is HeaderEntry['header'] & OpenApiNode {
  return node.kind === 'openapi.header' || (node.kind === 'openapi.reference' && node.to === 'openapi.header');
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** Header names are compared without case (RFC 9110 §5.1). */
function parameterKey({ name, in: place }: Parameter): string {
  const written = name?.value ?? '';
  return `${place?.value} ${place?.value === 'header' ? written.toLowerCase() : written}`;
}
