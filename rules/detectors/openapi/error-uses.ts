import type { NodeKind } from '#core/node.ts';
import type { DescriptionContext, OpenApiDocument, Operation, Response } from '#core/openapi/model.ts';
import { readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Collector, Scope, Usages } from '#core/rule.ts';
import { documentedErrors, idOf, isInPlace, sharedId } from '#rules/detectors/openapi/documented-errors.ts';
import { type ErrorSchema, errorSchemaIn } from '#rules/detectors/openapi/error-schema.ts';
import { firstName } from '#rules/detectors/openapi/first-name.ts';
import { type ResponseFlaw, responseFlaws } from '#rules/detectors/openapi/response-flaws.ts';
import { writtenResponse } from '#rules/detectors/openapi/written-response.ts';
import { componentPointer } from '#rules/fixes/openapi/component.ts';

/** What tells how a description writes errors: plain data, one for each operation, shared response and root. */
export type HouseFact = HouseRoot | HouseOperation | HouseResponse;

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

export interface SharedResponse extends WrittenResponse {
  /** Uri and JSON pointer, as a `$ref` from elsewhere would lead there. */
  readonly id: string;
  /** Where it is written: another file than that of `id` where a component is a `$ref` itself. */
  readonly uri: string;
}

export interface WrittenResponse {
  /** The response as JSON text; undefined where it is too large to be written again. */
  readonly written: string | undefined;
  readonly flaws: () => readonly ResponseFlaw[];
}

/** What stands under one error status: a `$ref`, or a response written in place. Neither is known of what cannot be read. */
export interface ErrorUse extends WrittenResponse {
  /** `404`, `4XX`, `default`. */
  readonly status: string;
  /** The id its `$ref` writes; undefined where it leads nowhere, too. */
  readonly target: string | undefined;
  /** The id of where the response stands, after all `$ref`s. */
  readonly to: string | undefined;
}

/** Gathers how a description writes errors. */
export const houseCollector: Collector<HouseFact> = {
  on: ['openapi.document', 'openapi.operation', 'openapi.response'],
  isClosed: (node) => closed.has(node.kind) || (node.kind === 'openapi.operation' && isInRoot(node)),
  *gather(node, scope) {
    if (node.kind === 'openapi.operation') yield* operationUses(node, scope);
    else if (node.kind === 'openapi.document') yield rootOf(node, scope);
    // Most responses stand at operations, which tell of them, and those of the root are its components.
    else if (node.kind === 'openapi.response' && !isInRoot(node) && !isInPlace(node))
      yield sharedElsewhere(node, scope);
  },
};

/** What holds no operation and no response. */
const closed: ReadonlySet<NodeKind> = new Set([
  'openapi.schema',
  'openapi.parameter',
  'openapi.request-body',
  'openapi.header',
  'openapi.media-type',
]);

function isInRoot({ section, context }: Operation | Response): boolean {
  return section.uri === context.rootUri;
}

function rootOf({ context }: OpenApiDocument, scope: Scope & Usages): HouseRoot {
  const responses = scope.names('openapi.response').flatMap((name) => {
    const found = scope.find('openapi.response', name);
    const id = idOf(context.rootUri, componentPointer('responses', name, context));
    return found === undefined ? [] : { id, uri: found.section.uri, ...writtenOf(found, scope) };
  });
  const isTaken = scope.names('openapi.schema').includes('Problem');
  const newSchema = isTaken ? 'ProblemDetails' : 'Problem';
  return {
    kind: 'house',
    context,
    responses,
    // Only the first error of a description asks.
    get schema() {
      return errorSchemaIn(scope);
    },
    newSchema,
  };
}

function* operationUses(operation: Operation, scope: Scope): Iterable<HouseOperation> {
  if (operation.origin !== 'path') return;
  const { path, section } = operation;
  const uses = documentedErrors(operation).map(({ status, response }): ErrorUse => {
    const use = { status: status.value, target: undefined, to: undefined, written: undefined, flaws: noFlaws };
    if (response.kind !== 'openapi.reference') return { ...use, ...writtenOf(response, scope) };
    const to = sharedId(response, scope);
    if (to === undefined) return use;
    const target = readReferenceTarget(response.target, response.section.uri);
    return { ...use, to, target: target.kind === 'pointer' ? idOf(target.uri, target.pointer) : undefined };
  });
  yield { kind: 'uses', uri: section.uri, path, group: groupOf(operation), uses };
}

/** The first tag of an operation, else the first segment of its path that names something. */
export function groupOf({ path, tags }: Operation): string {
  return tags[0]?.value ?? firstName(path);
}

function sharedElsewhere(response: Response, scope: Scope): HouseResponse {
  const { section, location } = response;
  const id = idOf(section.uri, pointerOf(location));
  return { kind: 'response', id, uri: section.uri, ...writtenOf(response, scope) };
}

function writtenOf(response: Response, scope: Scope): WrittenResponse {
  return { written: writtenResponse(response), flaws: () => responseFlaws(response, scope) };
}

function noFlaws(): readonly ResponseFlaw[] {
  return [];
}
