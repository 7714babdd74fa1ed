import { readRuntimeExpression } from '#core/openapi/expression/runtime-expression.ts';
import type { Callback, Link } from '#core/openapi/model.ts';
import { type Finding, localRule, type Scope } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { type Exchange, type ExpressionFault, expressionFault } from '#rules/detectors/openapi/expression-fault.ts';
import { type ExpressionUse, expressionTexts } from '#rules/detectors/openapi/expression-texts.ts';
import { openApi } from '#rules/sources.ts';

export const runtimeExpressionDeclared = localRule({
  id: 'openapi/runtime-expression-declared',
  summary: 'Take values from where a request or response has them.',
  why: 'A callback or link whose value is nowhere in the message is never sent, or sent without it.',
  item: validity,
  references: [openApi('Runtime Expressions', 'runtime-expressions')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An address the body does not have',
      bad: `openapi: 3.1.0
paths:
  /subscriptions:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                callbackUrl: { type: string, format: uri }
      callbacks:
        delivered:
          '{«$request.body#/callbackURL»}':
            post: {}
      responses:
        '201': { description: Subscribed. }
`,
      good: `openapi: 3.1.0
paths:
  /subscriptions:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                callbackUrl: { type: string, format: uri }
      callbacks:
        delivered:
          '{$request.body#/callbackUrl}':
            post: {}
      responses:
        '201': { description: Subscribed. }
`,
    },
    {
      title: 'A parameter that the operation does not have',
      bad: `{
  "openapi": "3.0.3",
  "paths": {
    "/orders/{orderId}": {
      "get": {
        "operationId": "getOrder",
        "parameters": [{ "name": "orderId", "in": "path", "required": true, "schema": { "type": "string" } }],
        "responses": {
          "200": {
            "description": "The order.",
            "links": {
              "self": { "operationId": "getOrder", "parameters": { "orderId": "«$request.path.orderID»" } }
            }
          }
        }
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "paths": {
    "/orders/{orderId}": {
      "get": {
        "operationId": "getOrder",
        "parameters": [{ "name": "orderId", "in": "path", "required": true, "schema": { "type": "string" } }],
        "responses": {
          "200": {
            "description": "The order.",
            "links": {
              "self": { "operationId": "getOrder", "parameters": { "orderId": "$request.path.orderId" } }
            }
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
    // What is shared may be right for others: only what is written here is judged here.
    for (const callback of operation.callbacks)
      if (callback.kind === 'openapi.callback') yield* undeclared(callback, { operation, response: undefined }, scope);
    for (const { response } of operation.responses) {
      if (response.kind !== 'openapi.response') continue;
      for (const link of response.links)
        if (link.kind === 'openapi.link') yield* undeclared(link, { operation, response }, scope);
    }
  },
});

function* undeclared(view: Callback | Link, exchange: Exchange, scope: Scope): Iterable<Finding> {
  for (const { expressions } of expressionTexts(view))
    for (const use of expressions) {
      const expression = readRuntimeExpression(use.value);
      const fault = expression && expressionFault(expression, exchange, scope);
      if (fault !== undefined) yield finding(use, fault);
    }
}

function finding({ span, rewrite }: ExpressionUse, { message, meant, cause }: ExpressionFault): Finding {
  if (meant === undefined) return { span, message, ...(cause && { cause }) };
  const fix = { title: `Write “${meant}”`, safety: 'review', changes: [rewrite(meant)] } as const;
  return { span, message, fixes: [fix] };
}
