import { effectiveParameters } from '#core/openapi/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { templateNames } from '#core/openapi/path-template.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { findNumber } from '#core/tree/tree.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isPreflight } from '#rules/detectors/preflight.ts';
import { type GapFact, gapFindings, operationGap } from '#rules/detectors/response-gap.ts';
import { statusKeys } from '#rules/detectors/status-keys.ts';
import { errorResponse, notFound } from '#rules/fixes/error-response.ts';
import { rfc } from '#rules/sources.ts';
import { otherParameterWords } from '#rules/words/other-parameters.ts';

export const itemNotFoundDocumented = globalRule({
  id: 'openapi/item-not-found-documented',
  summary: 'Document 404 where a path names one resource.',
  why: 'An id can always be wrong or stale. A caller has to tell a resource that is gone from a request that is broken.',
  item: statusCodes,
  references: [rfc(9110, '15.5.5')],
  severity: 'warning',
  recommended: true,
  options: {
    otherParameters: {
      default: otherParameterWords,
      description: 'Path parameters that name no resource, by their name or its last word.',
    },
  },
  examples: [
    {
      title: 'Errors are documented, but for the one that every id can have',
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
      title: 'The first 404 of a description',
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
    put:
      parameters:
        - { name: id, in: path, required: true, type: string }
      «responses»:
        204:
          description: The order is changed.
        422:
          description: That is no order.
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
        404:
          $ref: '#/responses/NotFound'
    put:
      parameters:
        - { name: id, in: path, required: true, type: string }
      responses:
        204:
          description: The order is changed.
        404:
          $ref: '#/responses/NotFound'
        422:
          description: That is no order.
definitions:
  Error:
    type: object
responses:
  NotFound:
    description: There is no such resource.
    schema:
      $ref: '#/definitions/Error'
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope, { otherParameters }): Iterable<GapFact> {
    if (node.kind === 'openapi.operation') {
      const statuses = statusKeys(node) ?? [];
      // Where no client error is documented at all, another rule speaks.
      if (!statuses.some((status) => /^(?:4(?:\d\d|xx)|default)$/i.test(status))) return;
      if (!namesResource(node, scope, otherParameters)) return;
      const isDocumented = statuses.some((status) => /^(?:404|410|4xx|default)$/i.test(status));
      yield operationGap(
        node,
        statuses,
        isDocumented,
        'does not say that it answers 404 when there is no such resource',
      );
    } else {
      const error = errorResponse(notFound, node.context, scope);
      yield { kind: 'document', key: 'document', span: node.anchor, error };
    }
  },
  compare: (facts) =>
    gapFindings(facts, {
      status: '404',
      fix: () => 'Document the 404 response',
      most: (count, all) => `${count} of ${all} operations on one resource do not document 404.`,
    }),
});

/** A PUT may create what is not there; an operation that answers 201 to it says so. */
function namesResource(operation: Operation, scope: Scope, others: readonly string[]): boolean {
  if (operation.origin !== 'path' || isPreflight(operation)) return false;
  if (operation.method === 'put' && operation.responses.some(({ status }) => status.value === '201')) return false;
  const names = templateNames(operation.path).map(({ value }) => value);
  const searched = new Set(Array.from(operation.path.matchAll(/\/by[^/{]*\/\{([^{}]*)\}/gi), ({ 1: name }) => name));
  return effectiveParameters(operation, scope).some((parameter) => {
    const name = parameter.name?.value ?? '';
    if (parameter.in?.value !== 'path' || !names.includes(name) || searched.has(name)) return false;
    return !isOther(name, new Set(others.map(foldedName))) && isIdentity(parameter, scope);
  });
}

function isOther(name: string, others: ReadonlySet<string>): boolean {
  return others.has(foldedName(name)) || others.has(wordsOf(name).at(-1) ?? '');
}

/** A value from a fixed list or range is refused, not missing. */
function isIdentity(parameter: Parameter, scope: Scope): boolean {
  const schema = scope.resolve(parameter.schema);
  return schema?.enum === undefined && findNumber(schema?.tree, 'maximum') === undefined;
}
