import { errorResponses } from '#core/openapi/documented-responses.ts';
import type { DescriptionContext, OpenApiDocument, Operation, Response } from '#core/openapi/model.ts';
import { segmentsOf } from '#core/openapi/path-template.ts';
import { formatPointer, readReferenceTarget } from '#core/openapi/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { entriesOf, itemsOf, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { type ErrorSchema, errorSchemaIn } from '#rules/detectors/error-schema.ts';
import { type ResponseFlaw, responseFlaws } from '#rules/detectors/response-flaws.ts';
import { componentPointer } from '#rules/fixes/component.ts';

/** What a rule gathers to know how this description writes errors: plain data, a fact for each operation, shared response and root. */
export type HouseFact = (HouseRoot | HouseOperation | HouseResponse) & { readonly key: typeof houseKey };

/** Rules that need the house gather everything under this key. */
export const houseKey = 'document';

/** The description as a whole. */
export interface HouseRoot {
  readonly kind: 'house';
  readonly context: DescriptionContext;
  /** The response components, in alphabetical order. */
  readonly responses: readonly SharedResponse[];
  /** The component that describes errors, for a description none of whose operations documents any. */
  readonly schema: ErrorSchema | undefined;
  /** A name no schema has, for one that describes a problem. */
  readonly newSchema: string;
}

/** What an operation documents about its errors. */
export interface HouseOperation {
  readonly kind: 'uses';
  readonly uri: string;
  readonly path: string;
  /** Its first tag, else the first fixed segment of its path. */
  readonly group: string;
  readonly uses: readonly ErrorUse[];
}

/** A response that stands in a file of its own, or among others in one that is not the root. */
export interface HouseResponse extends SharedResponse {
  readonly kind: 'response';
}

export interface SharedResponse {
  /** Uri and JSON pointer, as a `$ref` from elsewhere would lead there. */
  readonly id: string;
  /** Where it is written: another file than that of `id` where a component is a `$ref` itself. */
  readonly uri: string;
  readonly written: string | undefined;
  readonly flaws: readonly ResponseFlaw[];
}

/** What stands under one error status: a `$ref`, or a response written in place. Neither is known of what cannot be read. */
export interface ErrorUse {
  /** `404`, `4XX`, `default`. */
  readonly status: string;
  /** The id its `$ref` writes; undefined where it leads nowhere, too. */
  readonly target: string | undefined;
  /** The id of where the response stands, after all `$ref`s. */
  readonly to: string | undefined;
  /** The response as JSON text; undefined where it is too large to be written again. */
  readonly written: string | undefined;
  /** Of what is written. */
  readonly flaws: readonly ResponseFlaw[];
}

type HouseScope = Pick<Scope, 'names' | 'find' | 'resolve' | 'outcome' | 'usage'>;

/** What a node tells of the house; the very same object whichever rule asks. */
export function houseFact(node: OpenApiDocument | Operation | Response, scope: HouseScope): HouseFact | undefined {
  // Most responses stand at operations, which tell of them.
  if (node.kind === 'openapi.response' && (node.section.uri === node.context.rootUri || isInPlace(node)))
    return undefined;
  const known = factsOfNodes.get(node);
  if (known !== undefined) return known;
  const fact = newFact(node, scope);
  if (fact !== undefined) factsOfNodes.set(node, fact);
  return fact;
}

/** Several rules ask for the same view while its unit is judged; views live no longer. */
const factsOfNodes = new WeakMap<object, HouseFact>();

function newFact(node: OpenApiDocument | Operation | Response, scope: HouseScope): HouseFact | undefined {
  if (node.kind === 'openapi.operation') return operationUses(node, scope);
  return node.kind === 'openapi.document' ? rootOf(node, scope) : sharedElsewhere(node, scope);
}

function rootOf({ context }: OpenApiDocument, scope: HouseScope): HouseFact {
  const responses = scope.names('openapi.response').flatMap((name) => {
    const found = scope.find('openapi.response', name);
    const id = idOf(context.rootUri, componentPointer('responses', name, context));
    return found === undefined ? [] : { id, uri: found.section.uri, ...writtenResponse(found, scope) };
  });
  const isTaken = scope.names('openapi.schema').includes('Problem');
  const newSchema = isTaken ? 'ProblemDetails' : 'Problem';
  return { key: houseKey, kind: 'house', context, responses, schema: errorSchemaIn(scope), newSchema };
}

function operationUses(operation: Operation, scope: HouseScope): HouseFact | undefined {
  if (operation.origin !== 'path') return undefined;
  const { path, section, responses } = operation;
  const entries = errorResponses(operation);
  // Where only “default” is documented it may be what the operation answers at all.
  const errors =
    entries.length === responses.length ? entries.filter(({ status }) => status.value !== 'default') : entries;
  const uses = errors.map(({ status, response }): ErrorUse => {
    if (response.kind !== 'openapi.reference')
      return { ...none, status: status.value, ...writtenResponse(response, scope) };
    const target = readReferenceTarget(response.target, response.section.uri);
    const found = target.kind === 'pointer' ? scope.resolve(response) : undefined;
    if (target.kind !== 'pointer' || found === undefined) return { ...none, status: status.value };
    const to = idOf(found.section.uri, pointerOf(found.location));
    return { ...none, status: status.value, target: idOf(target.uri, target.pointer), to };
  });
  return { key: houseKey, kind: 'uses', uri: section.uri, path, group: groupOf(operation), uses };
}

const none = { target: undefined, to: undefined, written: undefined, flaws: [] };

/** The first tag of an operation, else the first segment of its path that names something. */
export function groupOf({ path, tags }: Operation): string {
  const isName = (segment: string): boolean => !segment.includes('{') && !/^(?:api|rest|v\d[\w.]*)$/i.test(segment);
  return tags[0]?.value ?? segmentsOf(path).find(isName) ?? '';
}

function sharedElsewhere(response: Response, scope: HouseScope): HouseFact {
  const { section, location } = response;
  const id = idOf(section.uri, pointerOf(location));
  return { key: houseKey, kind: 'response', id, uri: section.uri, ...writtenResponse(response, scope) };
}

/** True for a response under its status at an operation, rather than shared. */
export function isInPlace({ location: { key, parent: container } }: Response): boolean {
  const owner = container?.parent;
  if (container?.key !== 'responses' || owner?.parent === undefined || owner.key === 'components') return false;
  return /^(?:[1-5](?:\d\d|xx)|default)$/i.test(key);
}

export function idOf(uri: string, pointer: readonly string[]): string {
  return `${uri}#${formatPointer(pointer)}`;
}

/** So many values at most are worth writing again. */
const mostValues = 300;

function writtenResponse(response: Response, scope: HouseScope): Pick<ErrorUse, 'written' | 'flaws'> {
  const written = writtenText(response);
  return { written, flaws: written === undefined ? [] : responseFlaws(response, scope) };
}

/** The response as JSON text. Its descriptions are read, too. */
function writtenText(response: Response): string | undefined {
  // Asking the view notes that the prose was read.
  if (response.description === undefined && countValues(response.tree, mostValues) <= 0) return undefined;
  return countValues(response.tree, mostValues) <= 0 ? undefined : JSON.stringify(toPlainValue(response.tree));
}

/** What is left of `budget` after the values of a tree; counting ends where nothing is. */
function countValues(tree: TreeNode | undefined, budget: number): number {
  let left = budget - 1;
  for (const { value } of entriesOf(tree)) if (left > 0) left = countValues(value, left);
  for (const item of itemsOf(tree)) if (left > 0) left = countValues(item, left);
  return left;
}
