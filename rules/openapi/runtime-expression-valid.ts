import { looseBraces } from '#core/openapi/effective/braces.ts';
import { mendedExpression, readRuntimeExpression } from '#core/openapi/expression/runtime-expression.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { type ExpressionText, type ExpressionUse, expressionTexts } from '#rules/detectors/openapi/expression-texts.ts';
import { spanWithin } from '#rules/detectors/openapi/span-within.ts';
import { openApi } from '#rules/sources.ts';

export const runtimeExpressionValid = localRule({
  id: 'openapi/runtime-expression-valid',
  summary: 'Write runtime expressions as the specification has them.',
  why: 'What is no expression is taken for a constant: the callback goes to an address that is not there, the link passes on its own text.',
  item: validity,
  references: [openApi('Runtime Expressions', 'runtime-expressions')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A pointer without its slash',
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
          '{«$request.body.callbackUrl»}':
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
      title: 'A value of a link',
      bad: `{
  "openapi": "3.0.3",
  "paths": {},
  "components": {
    "links": {
      "order": {
        "operationId": "getOrder",
        "parameters": { "id": "«$respons.body#/id»" }
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "paths": {},
  "components": {
    "links": {
      "order": {
        "operationId": "getOrder",
        "parameters": { "id": "$response.body#/id" }
      }
    }
  }
}
`,
    },
    {
      title: 'The sign that makes it an expression',
      bad: `openapi: 3.1.0
paths:
  /subscriptions:
    post:
      parameters:
        - { name: url, in: query, schema: { type: string } }
      callbacks:
        delivered:
          '{«request.query.url»}/events':
            post: {}
      responses:
        '201': { description: Subscribed. }
`,
      good: `openapi: 3.1.0
paths:
  /subscriptions:
    post:
      parameters:
        - { name: url, in: query, schema: { type: string } }
      callbacks:
        delivered:
          '{$request.query.url}/events':
            post: {}
      responses:
        '201': { description: Subscribed. }
`,
    },
  ],
  on: ['openapi.callback', 'openapi.link'],
  *check(view) {
    for (const each of expressionTexts(view)) {
      for (const use of each.expressions)
        if (readRuntimeExpression(use.value) === undefined) yield notAnExpression(each, use);
      for (const at of each.isKey ? looseBraces(each.text.value) : [])
        yield {
          span: spanWithin(each.text, view.section, { start: at, end: at + 1 }),
          message: `${each.title} has a “${each.text.value[at]}” without its partner.`,
        };
    }
  },
});

function notAnExpression({ title, isKey }: ExpressionText, { value, span, rewrite }: ExpressionUse): Finding {
  const meant = mendedExpression(value);
  const message = isKey
    ? `${title} has “${value}”, which is no runtime expression.`
    : `${title} is “${value}”, which is no runtime expression.`;
  if (meant === undefined) return { span, message };
  const fix: Fix = { title: `Write “${meant}”`, safety: 'review', changes: [rewrite(meant)] };
  return { span, message, fixes: [fix] };
}
