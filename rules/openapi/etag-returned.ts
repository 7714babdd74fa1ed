import { pathItemParts } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Response } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { concurrency } from '#rules/checklist.ts';
import { isCollection, successEntry, successResponse } from '#rules/detectors/openapi/collection.ts';
import { conditionsOf } from '#rules/detectors/openapi/conditional-headers.ts';
import { type HeaderFact, headerFact, headerFindings, type WantedHeader } from '#rules/detectors/openapi/header-gap.ts';
import type { SeenResponse } from '#rules/detectors/openapi/seen-response.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';

export const etagReturned = globalRule({
  id: 'openapi/etag-returned',
  summary: 'Return an ETag where writes take If-Match.',
  why: 'If-Match names the version that a client has read. Where no read tells it, nobody has anything to send, and the guard against lost updates is never used.',
  item: concurrency,
  references: [rfc(9110, '8.8.3'), zalando(182), azure('http-support-optimistic-concurrency')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A version that nobody is told',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        «'200'»:
          description: The order.
    put:
      parameters:
        - { name: If-Match, in: header, schema: { type: string } }
      responses:
        '200': { description: The order is replaced. }
        '412': { description: The order has changed. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          headers:
            ETag:
              description: The version of the resource (RFC 9110 §8.8.3).
              schema:
                type: string
    put:
      parameters:
        - { name: If-Match, in: header, schema: { type: string } }
      responses:
        '200': { description: The order is replaced. }
        '412': { description: The order has changed. }
`,
    },
  ],
  on: ['openapi.path-item'],
  *gather(pathItem, scope): Iterable<HeaderFact> {
    if (pathItem.origin !== 'path') return;
    const operations = pathItemParts(pathItem, scope).flatMap((part) => part.operations);
    const read = pathItem.operations.find(({ method }) => method === 'get');
    const guarded = read && operations.find((write) => isGuarded(write, scope));
    if (read === undefined || guarded === undefined || isCollection(read, scope)) return;
    const seen = readResponse(read, scope);
    if (seen === undefined) return;
    const remedy = `${operationTitle(guarded)} takes If-Match: return what to send there.`;
    yield headerFact(seen, wanted, { isSaid: hasVersion(seen.response, scope), remedy }, scope);
  },
  compare: (facts) => headerFindings(facts, wanted),
});

function isGuarded(operation: Operation, scope: Scope): boolean {
  const isWrite = ['put', 'patch', 'delete', 'post'].includes(operation.method);
  return isWrite && conditionsOf(operation, ifMatch, scope).length > 0;
}

const ifMatch: ReadonlySet<string> = new Set(['if-match']);

function readResponse(read: Operation, scope: Scope): SeenResponse | undefined {
  const entry = successEntry(read);
  const response = successResponse(read, scope);
  if (entry === undefined || response === undefined || entry.status.value === '*') return undefined;
  return {
    response,
    status: entry.status.value,
    operation: read,
    isShared: entry.response.kind === 'openapi.reference',
  };
}

/** In the body, as some APIs have it: an `etag`, a `revision`. A text may speak of it, too. */
function hasVersion({ content, description }: Response, scope: Scope): boolean {
  if (/\betag\b/i.test(description?.value ?? '')) return true;
  return content.some(({ schema }) => {
    const resolved = scope.resolve(schema);
    if (schema !== undefined && resolved === undefined) return true;
    return (
      resolved !== undefined &&
      propertiesOf(resolved, scope).some(({ name }) =>
        /etag$|^(?:_?rev|revision|version|resourceversion)$/.test(foldedName(name.value)),
      )
    );
  });
}

const wanted: WantedHeader = {
  name: 'ETag',
  value: { description: 'The version of the resource (RFC 9110 §8.8.3).', schema: { type: 'string' } },
  several: (count) => `${count} reads document no ETag header, though their resources are written with If-Match.`,
};
