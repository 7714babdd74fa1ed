import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { localRule } from '#core/rule.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const getNoRequestBody = localRule({
  id: 'openapi/get-no-request-body',
  summary: 'Send no request body with GET or HEAD.',
  why: 'Content in a GET request has no defined meaning: proxies drop it, caches ignore it, and many clients cannot send it at all.',
  item: methodSemantics,
  references: [rfc(9110, '9.3.1'), zalando(148)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A filter in the body of a GET',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      «requestBody»:
        content:
          application/json:
            schema: { type: object }
      responses:
        '200': { description: The orders that match. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: status, in: query, schema: { type: string } }
      responses:
        '200': { description: The orders that match. }
`,
    },
    {
      title: 'A search that is too large for a query is a POST',
      bad: `swagger: '2.0'
paths:
  /orders/search:
    get:
      parameters:
        - { name: «filter», in: body, schema: { type: object } }
      responses:
        '200': { description: The orders that match. }
`,
      good: `swagger: '2.0'
paths:
  /orders/search:
    post:
      parameters:
        - { name: filter, in: body, schema: { type: object } }
      responses:
        '200': { description: The orders that match. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.method !== 'get' && operation.method !== 'head') return;
    const body = operation.requestBody ?? effectiveRequestBody(operation, scope);
    if (body === undefined) return;
    const isHere = body.section === operation.section;
    yield {
      span: isHere ? body.anchor : operation.anchor,
      message: `${operationTitle(operation)} declares a request body, which many servers and proxies drop: take it as parameters, or in a POST.`,
    };
  },
});
