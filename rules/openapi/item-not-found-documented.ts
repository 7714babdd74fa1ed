import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isCallerError } from '#rules/detectors/openapi/caller-error.ts';
import { isOnlyQueued, speaksOfMissing, speaksOfRange } from '#rules/detectors/openapi/missing-resource.ts';
import { namesResource } from '#rules/detectors/openapi/names-resource.ts';
import { type GapFact, gapDocument, gapFindings, gapKey, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { rfc } from '#rules/sources.ts';
import { otherParameterWords } from '#rules/words/other-parameters.ts';

export const itemNotFoundDocumented = globalRule({
  id: 'openapi/item-not-found-documented',
  summary: 'Document 404 where a path names one resource.',
  why: 'An id can always be wrong or outdated. Callers need to tell a missing resource from a broken request.',
  item: statusCodes,
  references: [rfc(9110, '15.5.5')],
  severity: 'warning',
  recommended: true,
  options: {
    otherParameters: {
      default: otherParameterWords,
      description: 'Path parameters that identify no resource, by their name or the last word of it.',
    },
  },
  examples: [
    {
      title: 'All errors but 404 are documented',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      «responses»:
        '200':
          description: The order.
        '401':
          description: Sign in first.
        '429':
          description: Too many requests.
components:
  responses:
    NotFound:
      description: There is no such resource.
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The order.
        '401':
          description: Sign in first.
        '404':
          $ref: '#/components/responses/NotFound'
        '429':
          description: Too many requests.
components:
  responses:
    NotFound:
      description: There is no such resource.
`,
    },
    {
      title: 'No 404 anywhere in the description',
      bad: `swagger: '2.0'
paths:
  /orders/{id}:
    delete:
      parameters:
        - { name: id, in: path, required: true, type: string }
      «responses»:
        204:
          description: The order is deleted.
        403:
          description: Not your order.
          schema:
            $ref: '#/definitions/Error'
    put:
      summary: Change an order
      parameters:
        - { name: id, in: path, required: true, type: string }
      «responses»:
        204:
          description: The order is changed.
        422:
          description: That is no order.
          schema:
            $ref: '#/definitions/Error'
definitions:
  Error:
    type: object
`,
      good: `swagger: '2.0'
paths:
  /orders/{id}:
    delete:
      parameters:
        - { name: id, in: path, required: true, type: string }
      responses:
        204:
          description: The order is deleted.
        403:
          description: Not your order.
          schema:
            $ref: '#/definitions/Error'
        404:
          description: There is no such resource.
          schema:
            $ref: '#/definitions/Error'
    put:
      summary: Change an order
      parameters:
        - { name: id, in: path, required: true, type: string }
      responses:
        204:
          description: The order is changed.
        404:
          description: There is no such resource.
          schema:
            $ref: '#/definitions/Error'
        422:
          description: That is no order.
          schema:
            $ref: '#/definitions/Error'
definitions:
  Error:
    type: object
`,
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope, { otherParameters }): Iterable<NotFoundFact> {
    if (node.kind === 'openapi.document') yield gapDocument(node, scope);
    else if (node.kind === 'openapi.operation') yield* operationFact(node, scope, otherParameters);
    else if (explainsNotFound(node.description?.value ?? '')) yield { key: gapKey, kind: 'explained' };
  },
  *compare(facts) {
    // Where the description explains it for all, only those are asked that stand out among operations that document it.
    const isCentral = factsOfKind(facts, 'gap').length >= factsOfKind(facts, 'documented').length;
    if (isCentral && factsOfKind(facts, 'explained').length > 0) return;
    yield* gapFindings(facts, {
      statuses: () => ['404'],
      fix: (title) => `Document the 404 response of ${title}`,
      fixAll: (count) => `Document 404 in ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} on one resource that should document 404 does.`
          : `${count} of ${operations} on one resource that should document 404 do not.`,
    });
  },
});

type NotFoundFact = GapFact | (Keyed & { readonly kind: 'explained' });

/** True for a text that tells what a 404 means: a table of statuses, a section about errors. */
function explainsNotFound(text: string): boolean {
  return /\b404\b/.test(text);
}

function* operationFact(operation: Operation, scope: Scope, others: readonly string[]): Iterable<GapFact> {
  const statuses = statusKeys(operation) ?? [];
  // Where no client error is documented at all, another rule speaks.
  if (!statuses.some(isCallerError)) return;
  if (!namesResource(operation, scope, others)) return;
  const isDocumented = statuses.some((status) => /^(?:404|410|4xx|default)$/i.test(status));
  if (
    !isDocumented &&
    (speaksOfMissing(operation, scope) || speaksOfRange(operation, scope) || isOnlyQueued(operation, scope))
  )
    return;
  yield operationGap(
    operation,
    statuses,
    isDocumented,
    'does not say that it answers 404 when there is no such resource',
  );
}
