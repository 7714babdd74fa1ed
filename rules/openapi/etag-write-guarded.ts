import { responseFor } from '#core/openapi/effective/documented-responses.ts';
import { effectiveParameters, knowsParameters, pathItemParts } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation, Parameter, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import {
  type Cause,
  type Change,
  type Finding,
  type Fix,
  globalRule,
  type Keyed,
  type Scope,
  type Survey,
} from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { concurrency } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/openapi/collection.ts';
import { returnsEntityTag } from '#rules/detectors/openapi/conditional-headers.ts';
import { groupOf } from '#rules/detectors/openapi/error-uses.ts';
import { type HouseErrors, houseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { isHeader } from '#rules/detectors/openapi/named-header.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { addParameters, type ParametersSite, parametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { documentResponse } from '#rules/fixes/openapi/document-response.ts';
import { documentError } from '#rules/fixes/openapi/error-response.ts';
import type { ErrorSite } from '#rules/fixes/openapi/error-site.ts';
import { type HouseParameter, houseParameters, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';

export const etagWriteGuarded = globalRule({
  id: 'openapi/etag-write-guarded',
  summary: 'Take If-Match where the resource has an ETag.',
  why: 'Two clients that read the same version and write it back overwrite each other unnoticed; with If-Match the second one gets 412 and reads again.',
  item: concurrency,
  references: [rfc(9110, '13.1.1'), zalando(182), azure('http-support-optimistic-concurrency')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An ETag that no write looks at',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          headers:
            ETag: { schema: { type: string } }
    «put»:
      requestBody: { $ref: '#/components/requestBodies/Order' }
      responses:
        '200': { description: The order is replaced. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          headers:
            ETag: { schema: { type: string } }
    put:
      parameters:
        - name: If-Match
          in: header
          description: The ETag of the version that is changed.
          schema: { type: string }
      requestBody: { $ref: '#/components/requestBodies/Order' }
      responses:
        '200': { description: The order is replaced. }
        '412': { description: The resource has changed since it was read. }
`,
    },
    {
      title: 'A default response covers 412',
      bad: `swagger: '2.0'
paths:
  /orders/{id}:
    get:
      responses:
        200: { description: The order., headers: { ETag: { type: string } } }
    «delete»:
      parameters:
        - { name: reason, in: query, type: string }
      responses:
        204: { description: The order is deleted. }
        default: { description: An error. }
`,
      good: `swagger: '2.0'
paths:
  /orders/{id}:
    get:
      responses:
        200: { description: The order., headers: { ETag: { type: string } } }
    delete:
      parameters:
        - { name: reason, in: query, type: string }
        - { name: If-Match, in: header, description: The ETag of the version that is changed., type: string }
      responses:
        204: { description: The order is deleted. }
        default: { description: An error. }
`,
    },
  ],
  on: ['openapi.document', 'openapi.path-item'],
  *gather(node, scope): Iterable<GuardFact> {
    if (node.kind === 'openapi.document') {
      yield { key, kind: 'document', context: node.context, shared: sharedParameters(isIfMatch, scope) };
      return;
    }
    for (const write of node.operations.filter(({ method }) => writes.has(method)))
      for (const parameter of houseParameters(write, isIfMatch, scope)) yield { key, kind: 'guarded', parameter };
    yield* unguardedWrites(node, scope);
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined) return;
    const { shared, context } = document.value;
    const guarded = factsOfKind(facts, 'guarded').map(({ value }) => value);
    const parameter = mostUsed(guarded.map((fact) => fact.parameter)) ?? shared[0] ?? standardIfMatch(context);
    for (const { section, value } of factsOfKind(facts, 'unguarded'))
      yield { section, value: unguarded(value, parameter, context.rootUri) };
  },
});

const key = 'document';

type GuardFact = Keyed & (DocumentFact | GuardedFact | UnguardedFact);

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  readonly shared: readonly HouseParameter[];
}

interface GuardedFact {
  readonly kind: 'guarded';
  readonly parameter: HouseParameter;
}

interface UnguardedFact {
  readonly kind: 'unguarded';
  readonly span: Span;
  readonly title: string;
  readonly readTitle: string;
  /** Undefined where an alias stands in the way. */
  readonly site: WriteSite | undefined;
}

interface WriteSite {
  readonly parameters: ParametersSite;
  /** Where 412 goes; undefined where it is documented, if only by `default`. */
  readonly error: ErrorSite | undefined;
}

function* unguardedWrites(pathItem: PathItem, scope: Scope): Iterable<GuardFact> {
  if (pathItem.origin !== 'path' || !pathItem.operations.some(({ method }) => writes.has(method))) return;
  const operations = pathItemParts(pathItem, scope).flatMap((part) => part.operations);
  const read = operations.find(({ method }) => method === 'get');
  if (read === undefined || !returnsEntityTag(read, scope) || isCollection(read, scope)) return;
  for (const write of pathItem.operations) {
    if (!writes.has(write.method) || isGuarded(write, scope)) continue;
    const titles = { title: operationTitle(write), readTitle: operationTitle(read) };
    yield { key, kind: 'unguarded', span: write.anchor, ...titles, site: writeSite(write) };
  }
}

function writeSite(write: Operation): WriteSite | undefined {
  if (!isWrittenInPlace(write) || write.parametersReference !== undefined) return undefined;
  const { section, location, context, path } = write;
  const statuses = write.responses.map(({ status }) => status.value);
  const isDocumented = responseFor(write, '412') !== undefined;
  const site = { uri: section.uri, pointer: pointerOf(location), statuses, context, path, group: groupOf(write) };
  return { parameters: parametersSite(write), error: isDocumented ? undefined : site };
}

function isIfMatch(parameter: Parameter): boolean {
  return isHeader(parameter, 'if-match');
}

const writes: ReadonlySet<string> = new Set(['put', 'patch', 'delete']);

/** Also by the date of the version (RFC 9110 §13.1.4), or by a version the client sends. */
function isGuarded(write: Operation, scope: Scope): boolean {
  if (!knowsParameters(write, scope)) return true;
  return effectiveParameters(write, scope).some(({ name, in: place }) => {
    const written = name?.value.toLowerCase() ?? '';
    if (place?.value === 'header') return /^(?:if-match|if-unmodified-since)$/.test(written);
    return place?.value === 'query' && /^(?:etag|revision|if_?match|version)$/.test(written);
  });
}

function unguarded(
  { span, title, readTitle, site }: UnguardedFact,
  parameter: HouseParameter,
  rootUri: string,
): Finding {
  return {
    span,
    message: `${title} takes no If-Match, though ${readTitle} returns an ETag.`,
    ...(site && { fixes: [takeIfMatch(title, site, parameter, rootUri)] }),
    cause: unguardedResources,
  };
}

const unguardedResources: Cause = {
  key: 'unguarded',
  message: (count) => `${count} writes take no If-Match, though their resources have an ETag.`,
  fixTitle: (count) => `Take If-Match in ${count} writes`,
};

function takeIfMatch(title: string, { parameters, error }: WriteSite, parameter: HouseParameter, rootUri: string): Fix {
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const [first, ...others] = addParameters(parameters, [valueIn(parameter.value, parameters.uri)]);
    return [first, ...others, ...(error === undefined ? [] : documentFailure(error, houseErrors(survey)))];
  };
  return { title: `Take ${parameter.name} in ${title}`, safety: 'review', changes: { rootUri, make } };
}

/** As errors look here; in a description that documents none, a sentence says enough. */
function documentFailure(site: ErrorSite, house: HouseErrors): readonly TreeChange[] {
  if (house.uses.length > 0) return documentError(house, site, '412');
  return documentResponse(site, '412', { description: 'The resource has changed since it was read.' }, []);
}

function standardIfMatch(context: DescriptionContext): HouseParameter {
  const name = 'If-Match';
  const description = 'The ETag of the version that is changed.';
  return { name, value: parameterValue(context, { name, in: 'header', description, schema: { type: 'string' } }) };
}
