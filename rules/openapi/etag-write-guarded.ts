import { responseFor } from '#core/openapi/documented-responses.ts';
import { effectiveParameters } from '#core/openapi/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { concurrency } from '#rules/checklist.ts';
import { isCollection, successResponse } from '#rules/detectors/collection.ts';
import { addParameters, parametersSite } from '#rules/fixes/add-parameters.ts';
import { parameterValue } from '#rules/fixes/parameter-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';

export const etagWriteGuarded = localRule({
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
          schema:
            type: string
      requestBody: { $ref: '#/components/requestBodies/Order' }
      responses:
        '200': { description: The order is replaced. }
        '412':
          description: The resource has changed since it was read.
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
        - name: If-Match
          in: header
          description: The ETag of the version that is changed.
          type: string
      responses:
        204: { description: The order is deleted. }
        default: { description: An error. }
`,
    },
  ],
  on: ['openapi.path-item'],
  *check(pathItem, scope) {
    const read = pathItem.operations.find(({ method }) => method === 'get');
    if (pathItem.origin !== 'path' || read === undefined) return;
    if (isCollection(read, scope) || !hasEntityTag(read, scope)) return;
    for (const write of pathItem.operations) {
      if (!writes.has(write.method) || isGuarded(write, scope)) continue;
      yield {
        span: write.anchor,
        message: `${operationTitle(write)} takes no If-Match, though ${operationTitle(read)} returns an ETag.`,
        fixes: [takeIfMatch(write)],
      };
    }
  },
});

const writes: ReadonlySet<string> = new Set(['put', 'patch', 'delete']);

function hasEntityTag(read: Operation, scope: Scope): boolean {
  return successResponse(read, scope)?.headers.some(({ name }) => name.value.toLowerCase() === 'etag') ?? false;
}

/** Also by the date of the version (RFC 9110 §13.1.4), or by a version the client sends. */
function isGuarded(write: Operation, scope: Scope): boolean {
  return effectiveParameters(write, scope).some(({ name, in: place }) => {
    const written = name?.value.toLowerCase() ?? '';
    if (place?.value === 'header') return /^(?:if-match|if-unmodified-since)$/.test(written);
    return place?.value === 'query' && /^(?:etag|revision|if_?match|version)$/.test(written);
  });
}

function takeIfMatch(write: Operation): Fix {
  const parameter = parameterValue(write.context, {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag of the version that is changed.',
    schema: { type: 'string' },
  });
  const [first, ...others] = addParameters(parametersSite(write), [parameter]);
  const changes = [...others, ...(responseFor(write, '412') === undefined ? [documentFailure(write)] : [])];
  return { title: 'Take If-Match', safety: 'review', changes: [first, ...changes] };
}

function documentFailure(write: Operation): TreeChange {
  const pointer = [...pointerOf(write.location), 'responses', '412'];
  const value = { description: 'The resource has changed since it was read.' };
  const lower = write.responses.map(({ status }) => status.value).filter((status) => status < '412');
  return { kind: 'set', uri: write.section.uri, pointer, value, ifAbsent: true, after: lower.sort().reverse() };
}
