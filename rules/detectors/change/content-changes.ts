import { isClosed } from '#core/openapi/compare/closed-tree.ts';
import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { schemaDifferences } from '#core/openapi/compare/schema-differences.ts';
import { effectiveHeaders, effectiveParameters, effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import type {
  Callback,
  Header,
  MediaType,
  Operation,
  OrReference,
  Parameter,
  RequestBody,
  Response,
  Schema,
} from '#core/openapi/model.ts';
import type { BaseScope } from '#core/rule.ts';
import { foundOnce, unnoted } from '#core/work/note-read.ts';
import { componentOf, holderOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { formerParameters, parameterKey } from '#rules/detectors/change/former-parameters.ts';
import { type OperationPair, outgoingPairs } from '#rules/detectors/change/outgoing-pairs.ts';
import { isToldAtFirst } from '#rules/detectors/change/shared-by-path.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** What requests may hold, or responses may answer, that is said differently now. */
export interface ContentChange {
  readonly difference: SchemaDifference;
  readonly direction: 'request' | 'response';
  /** What holds the compared schema, in words: `“Order”`, `the body of POST /orders`. */
  readonly holder: string;
}

/** The kinds of nodes at which changes of content are told: components by themselves, all else at the operation. */
export const contentKinds = [
  'openapi.schema',
  'openapi.operation',
  'openapi.parameter',
  'openapi.request-body',
  'openapi.response',
  'openapi.callback',
  'openapi.header',
] as const;

export type ContentNode = Schema | Operation | Parameter | RequestBody | Response | Callback | Header;

/** What is said differently at a node; several rules ask for the same. */
export function contentChanges(node: ContentNode, scope: BaseScope): readonly ContentChange[] {
  return foundOnce(contentChanges, node, () => [...changesAt(node, scope)]);
}

function* changesAt(node: ContentNode, scope: BaseScope): Iterable<ContentChange> {
  if (node.kind === 'openapi.operation') {
    const before = formerOperation(node, scope);
    if (before !== undefined)
      yield* operationChanges({ before, after: node, title: operationTitle(node) }, 'request', scope);
  }
  if (node.kind === 'openapi.operation' || node.kind === 'openapi.callback') {
    // What a webhook sends clients receive, and what it is answered they send.
    for (const pair of outgoingPairs(node, scope)) yield* operationChanges(pair, 'response', scope);
    return;
  }
  const name = componentOf(node)?.split('/')[1];
  if (name === undefined) return;
  if (node.kind === 'openapi.schema') yield* componentChanges(node, name, scope);
  else if (node.kind === 'openapi.parameter') {
    const before = scope.base.find('openapi.parameter', name);
    if (before !== undefined)
      yield* schemaChanges(before.schema, node.schema, 'request', `the parameter “${name}”`, scope, true);
  } else if (node.kind === 'openapi.request-body') {
    const before = scope.base.find('openapi.request-body', name);
    if (before !== undefined)
      yield* mediaChanges(before.content, node.content, 'request', `the request body “${name}”`, scope);
  } else if (node.kind === 'openapi.header') {
    const before = scope.base.find('openapi.header', name);
    if (before !== undefined)
      yield* schemaChanges(before.schema, node.schema, 'response', `the header “${name}”`, scope);
  } else {
    const before = scope.base.find('openapi.response', name);
    if (before !== undefined) yield* responseChanges(before, node, `the response “${name}”`, scope);
  }
}

function* componentChanges(schema: Schema, name: string, scope: BaseScope): Iterable<ContentChange> {
  const before = scope.base.find('openapi.schema', name);
  if (before === undefined || (before.tree === schema.tree && isClosed(schema.tree))) return;
  const found = differences(before, schema, scope);
  if (found.length === 0) return;
  const { inRequest, inResponse } = scope.base.usage(before);
  for (const difference of found) {
    if (inRequest) yield { difference, direction: 'request', holder: `“${name}”` };
    if (inResponse) yield { difference, direction: 'response', holder: `“${name}”` };
  }
}

/** `sent`: where what the operation takes travels. */
function* operationChanges(
  { before, after, title }: OperationPair,
  sent: ContentChange['direction'],
  scope: BaseScope,
): Iterable<ContentChange> {
  const answered = sent === 'request' ? 'response' : 'request';
  const known = new Map(
    formerParameters(before, after, scope).map((each) => [parameterKey(each.parameter), each.former]),
  );
  for (const parameter of effectiveParameters(after, scope)) {
    const former = known.get(parameterKey(parameter));
    if (former === undefined || isSameComponent(former, parameter) || isToldAtFirst(parameter, after, scope)) continue;
    const holder = `the parameter “${parameter.name?.value ?? ''}” of ${title}`;
    yield* schemaChanges(former.schema, parameter.schema, sent, holder, scope, sent === 'request');
  }
  const [body, bodyNow] = [unnoted(() => effectiveRequestBody(before, scope.base)), effectiveRequestBody(after, scope)];
  if (body !== undefined && bodyNow !== undefined && !isSameComponent(body, bodyNow))
    yield* mediaChanges(body.content, bodyNow.content, sent, `the body of ${title}`, scope);
  for (const { status, response } of after.responses) {
    const entry = before.responses.find((each) => each.status.value === status.value);
    const [former, now] = [scope.base.resolve(entry?.response), scope.resolve(response)];
    if (former === undefined || now === undefined || isSameComponent(former, now)) continue;
    yield* responseChanges(former, now, `the ${status.value} of ${title}`, scope, answered);
  }
}

function* responseChanges(
  before: Response,
  after: Response,
  holder: string,
  scope: BaseScope,
  direction: ContentChange['direction'] = 'response',
): Iterable<ContentChange> {
  yield* mediaChanges(before.content, after.content, direction, holder, scope);
  const former = unnoted(() => effectiveHeaders(before, scope.base)) ?? [];
  for (const { name, header } of effectiveHeaders(after, scope) ?? []) {
    const entry = former.find((each) => each.name.value.toLowerCase() === name.value.toLowerCase());
    const [was, now] = [scope.base.resolve(entry?.header), scope.resolve(header)];
    // A header among the components is compared where it stands.
    if (was === undefined || now === undefined || isSameComponent(was, now)) continue;
    yield* schemaChanges(was.schema, now.schema, direction, `the header “${name.value}” of ${holder}`, scope);
  }
}

function* mediaChanges(
  before: readonly MediaType[],
  after: readonly MediaType[],
  direction: ContentChange['direction'],
  holder: string,
  scope: BaseScope,
): Iterable<ContentChange> {
  // 2.0 has one schema for all media types.
  const seen = new Set<unknown>();
  for (const { name, schema } of after) {
    const former = before.find((each) => mediaTypeEssence(each.name.value) === mediaTypeEssence(name.value));
    if (schema === undefined || seen.has(schema.tree)) continue;
    seen.add(schema.tree);
    yield* schemaChanges(former?.schema, schema, direction, holder, scope);
  }
}

function* schemaChanges(
  before: OrReference<Schema> | undefined,
  after: OrReference<Schema> | undefined,
  direction: ContentChange['direction'],
  holder: string,
  scope: BaseScope,
  isText = false,
): Iterable<ContentChange> {
  if (before === undefined || after === undefined) return;
  const [former, now] = [scope.base.resolve(before), scope.resolve(after)];
  if (former === undefined || now === undefined || isSameComponent(former, now)) return;
  for (const difference of differences(before, after, scope, isText)) yield { difference, direction, holder };
}

function differences(
  before: OrReference<Schema>,
  after: OrReference<Schema>,
  scope: BaseScope,
  isText = false,
): readonly SchemaDifference[] {
  const found = schemaDifferences(before, after, { before: scope.base, after: scope }, isText);
  const own = scope.resolve(after);
  return own === undefined ? [] : found.filter((difference) => !isOfIncluded(difference, own));
}

/** True for what a component that is included says: it is compared by itself. */
function isOfIncluded({ place, former }: SchemaDifference, own: Schema): boolean {
  const holder = holderOf(place.schema);
  return holder !== undefined && holder !== holderOf(own) && holder === holderOf(former.schema);
}
