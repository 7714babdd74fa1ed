import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/collection.ts';
import { createsResource } from '#rules/detectors/creates-resource.ts';
import { isPreflight } from '#rules/detectors/preflight.ts';
import { statusKeys } from '#rules/detectors/status-keys.ts';
import { neighbours } from '#rules/fixes/document-response.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi, zalando } from '#rules/sources.ts';

export const successResponseDocumented = localRule({
  id: 'openapi/success-response-documented',
  summary: 'Document what an operation answers when it succeeds.',
  why: 'Without a documented success nobody can generate a client, mock the operation or test that it works.',
  item: statusCodes,
  references: [openApi('Responses Object', 'responses-object'), zalando(151)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Only the failure is documented',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      «responses»:
        '400':
          description: The filter is wrong.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: OK
        '400':
          description: The filter is wrong.
`,
    },
    {
      title: 'No responses at all',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      «"delete"»: {
        "summary": "Delete an order"
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      "delete": {
        "summary": "Delete an order",
        "responses": {
          "204": {
            "description": "No content"
          }
        }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const statuses = statusKeys(operation);
    if (statuses === undefined || statuses.some(meansSuccess) || isGone(statuses)) return;
    if (mayBeLeftOut(operation) || isPreflight(operation)) return;
    yield {
      span: operation.responsesAnchor ?? operation.anchor,
      message: `${operationTitle(operation)} documents no successful response.`,
      fixes: [addSuccess(operation, statuses, scope)],
    };
  },
});

/** 101 opens a web socket, 3xx leads on; a vendor's own words for a code are not known. */
function meansSuccess(status: string): boolean {
  return !/^[45](?:\d\d|xx)$/i.test(status) && !/^10[0234]$/.test(status);
}

/** From 3.1 on an operation needs no `responses` (OpenAPI 3.1 Operation Object). */
function mayBeLeftOut({ context, responsesAnchor }: Operation): boolean {
  return responsesAnchor === undefined && context.version !== '2.0' && context.version !== '3.0';
}

/** An operation that is there only to say that it is gone, or not there yet; too many requests are refused all the same. */
function isGone(statuses: readonly string[]): boolean {
  const others = statuses.filter((status) => status !== '429');
  return others.length > 0 && others.every((status) => /^(?:405|410|501)$/.test(status));
}

function addSuccess(operation: Operation, statuses: readonly string[], scope: Scope): Fix {
  const { status, description } = usualSuccess(operation, scope);
  const pointer = [...pointerOf(operation.location), 'responses', status];
  const change = { kind: 'set', uri: operation.section.uri, pointer, value: { description } } as const;
  return {
    title: `Document the ${status} response`,
    safety: 'review',
    changes: [{ ...change, ...neighbours(statuses, status) }],
  };
}

function usualSuccess(operation: Operation, scope: Scope): { readonly status: string; readonly description: string } {
  if (operation.method === 'delete') return { status: '204', description: 'No content' };
  const creates =
    operation.method === 'post' && isCollection(operation, scope) && createsResource(operation, undefined, new Set());
  return creates ? { status: '201', description: 'Created' } : { status: '200', description: 'OK' };
}
