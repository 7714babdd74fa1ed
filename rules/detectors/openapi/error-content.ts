import { errorResponses, successResponses } from '#core/openapi/effective/documented-responses.ts';
import { isJsonMediaType, isProblemMediaType, mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import { foundOfShared, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { OpenApiDocument, Operation, Response, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { InSection, Keyed, Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { successBody } from '#rules/detectors/openapi/collection.ts';
import { documentedErrors, idOf, isInPlace, sharedId } from '#rules/detectors/openapi/documented-errors.ts';
import { describesProblem, errorMembers } from '#rules/detectors/openapi/error-schema.ts';
import { isHealthCheck } from '#rules/detectors/openapi/health-check.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** What rules about the bodies of errors gather. */
export type ContentFact = Keyed & (DocumentTop | SharedUses | ErrorContent | OwnTypes);

interface DocumentTop {
  readonly kind: 'document';
  readonly span: Span;
}

/** The shared responses the errors of an operation lead to, by id, each as often as it is used. */
interface SharedUses {
  readonly kind: 'uses';
  readonly to: readonly string[];
}

/** Media types of somebody's own that an operation answers with when it succeeds: `application/vnd.shop+json`. */
interface OwnTypes {
  readonly kind: 'own types';
  readonly names: readonly string[];
}

/** The JSON content of one response that is an error, or shared and perhaps one. */
export interface ErrorContent {
  readonly kind: 'content';
  /** The id of a shared response; undefined for one that stands at an operation. */
  readonly id: string | undefined;
  readonly name: string;
  readonly isProblem: boolean;
  /** True with the members of a problem, whatever its media type. */
  readonly hasMembers: boolean;
  /** In lower case, without parameters. */
  readonly mediaType: string;
  /** The names of its properties, sorted; undefined where the schema leaves them open, or is a choice. */
  readonly shape: readonly string[] | undefined;
  readonly section: Section;
  readonly span: Span;
  readonly uri: string;
  /** The media type's key; undefined in 2.0, which lists media types elsewhere. */
  readonly pointer: readonly string[] | undefined;
}

const key = 'document';

/** The very same facts whichever rule asks. */
export function contentFacts(node: OpenApiDocument | Operation | Response, scope: Scope): Iterable<ContentFact> {
  const facts = factsOfNodes.get(node) ?? [...newFacts(node, scope)];
  factsOfNodes.set(node, facts);
  return facts;
}

/** Several rules ask for the same view while its unit is judged; views live no longer. */
const factsOfNodes = new WeakMap<object, readonly ContentFact[]>();

function* newFacts(node: OpenApiDocument | Operation | Response, scope: Scope): Iterable<ContentFact> {
  if (node.kind === 'openapi.document') yield { key, kind: 'document', span: node.anchor };
  else if (node.kind === 'openapi.operation') {
    const to = documentedErrors(node).flatMap(({ response }) => sharedId(response, scope) ?? []);
    if (to.length > 0) yield { key, kind: 'uses', to };
    const names = ownTypes(node, scope);
    if (names.length > 0) yield { key, kind: 'own types', names };
    yield* contentsInPlace(node, scope);
  } else if (!isInPlace(node)) {
    const pointer = pointerOf(node.location);
    const name = pointer.at(-1) ?? node.section.uri.slice(node.section.uri.lastIndexOf('/') + 1);
    const fact = contentOf(`“${name}”`, idOf(node.section.uri, pointer), node, scope);
    if (fact !== undefined) yield fact;
  }
}

function ownTypes(operation: Operation, scope: Scope): readonly string[] {
  const names = successResponses(operation).flatMap(({ response }) =>
    (scope.resolve(response)?.content ?? []).map(({ name }) => mediaTypeEssence(name.value)),
  );
  return names.filter((name) => /^application\/(?:vnd|prs|x)[.-].*\bjson$/.test(name));
}

function* contentsInPlace(operation: Operation, scope: Scope): Iterable<ContentFact> {
  if (operation.origin !== 'path' || isHealthCheck(operation.path)) return;
  // Where no success is documented, “default” is what the operation answers at all.
  const hasSuccess = successResponses(operation).length > 0;
  for (const { status, response } of errorResponses(operation)) {
    if (response.kind === 'openapi.reference' || (status.value === 'default' && !hasSuccess)) continue;
    const fact = contentOf(`${operationTitle(operation)} ${status.value}`, undefined, response, scope);
    const mayShowState = operation.method !== 'get' && stateStatuses.has(status.value);
    if (fact !== undefined && !(mayShowState && showsState(operation, response, fact, scope))) yield fact;
  }
}

/** With these a write may answer what stands in its way: the thing as it is (RFC 9110 §15.5.10), or a form to be filled in anew. */
const stateStatuses = new Set(['400', '409', '412', '422']);

/** True for a body that says nothing of an error: that of a thing with an id, or what the operation answers when it succeeds. */
function showsState(operation: Operation, response: Response, { shape }: ErrorContent, scope: Scope): boolean {
  if (shape === undefined || shape.some((name) => errorMembers.has(foldedName(name)))) return false;
  const success = successBody(operation, scope);
  return shape.includes('id') || response.content.some(({ schema }) => scope.resolve(schema)?.tree === success?.tree);
}

/** Undefined unless the content is JSON, plain or a problem. */
function contentOf(
  name: string,
  id: string | undefined,
  response: Response,
  scope: Scope,
): (Keyed & ErrorContent) | undefined {
  const { content, section, context } = response;
  const problem = content.find((other) => isProblemMediaType(other.name.value));
  const media = problem ?? content.find((other) => isJsonMediaType(other.name.value));
  if (media === undefined) return undefined;
  const schema = scope.resolve(media.schema);
  const shape = shapeOf(schema, scope);
  const hasMembers = schema !== undefined && shape !== undefined && describesProblem(schema, scope);
  // 2.0 cannot say for one response what its media type is.
  const isProblem = problem !== undefined || (context.version === '2.0' && hasMembers);
  return {
    key,
    kind: 'content',
    id,
    name,
    isProblem,
    hasMembers,
    mediaType: mediaTypeEssence(media.name.value),
    shape,
    section: media.section,
    span: media.name.span,
    uri: section.uri,
    pointer: context.version === '2.0' ? undefined : pointerOf(media.location),
  };
}

function shapeOf(schema: Schema | undefined, scope: Scope): readonly string[] | undefined {
  return schema && foundOfShared(shapeOf, schema, scope, () => namesWritten(schema, scope));
}

function namesWritten(schema: Schema, scope: Scope): readonly string[] | undefined {
  if (schema.oneOf.length + schema.anyOf.length > 0) return undefined;
  const names = new Set(propertiesOf(schema, scope).map(({ name }) => name.value));
  return names.size === 0 ? undefined : [...names].sort();
}

/** A content and how many error responses have it. */
export interface UsedContent {
  readonly content: ErrorContent;
  readonly uses: number;
}

/** The contents of the errors of a description, in order; shared ones that no error refers to are left out. */
export function usedContents(facts: readonly InSection<ContentFact>[]): readonly UsedContent[] {
  const counts = new Map<string, number>();
  for (const { value } of facts) {
    for (const to of value.kind === 'uses' ? value.to : []) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  const contents: UsedContent[] = [];
  for (const { value } of facts) {
    if (value.kind !== 'content') continue;
    const uses = value.id === undefined ? 1 : (counts.get(value.id) ?? 0);
    if (uses > 0) contents.push({ content: value, uses });
  }
  return contents;
}
