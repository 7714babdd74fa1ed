import type { Operation, PathItem } from '#core/openapi/model.ts';
import { type Finding, localRule, type Scope } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import {
  type ListedParameter,
  listedParameters,
  parameterIdentity,
} from '#rules/detectors/openapi/listed-parameters.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { olderOpenApi } from '#rules/sources.ts';

export const bodyParameterSingle = localRule({
  id: 'openapi/body-parameter-single',
  summary: 'Give an operation of Swagger 2.0 one body, or a form.',
  why: 'A request has one body: a second one, or fields of a form beside it, can never be sent.',
  item: validity,
  references: [olderOpenApi('2.0', 'Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Two bodies',
      bad: `swagger: '2.0'
paths:
  /orders:
    post:
      parameters:
        - { name: order, in: body, schema: { type: object } }
        - { name: «buyer», in: body, schema: { type: object } }
      responses:
        '201': { description: Created. }
`,
      good: `swagger: '2.0'
paths:
  /orders:
    post:
      parameters:
        - name: order
          in: body
          schema: { type: object, properties: { buyer: { type: object } } }
      responses:
        '201': { description: Created. }
`,
    },
    {
      title: 'A form beside a body',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": {
        "parameters": [
          { "name": "order", "in": "body", "schema": { "type": "object" } },
          { "name": «"note"», "in": "formData", "type": "string" }
        ],
        "responses": { "201": { "description": "Created." } }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": {
        "parameters": [
          { "name": "order", "in": "body", "schema": { "type": "object" } }
        ],
        "responses": { "201": { "description": "Created." } }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation', 'openapi.path-item'],
  *check(view, scope) {
    if (view.context.version !== '2.0') return;
    const title = view.kind === 'openapi.operation' ? operationTitle(view) : `The path “${view.path.value}”`;
    let first = firstShared(view, scope);
    for (const listed of listedParameters(view, scope).filter(isOfBody)) {
      if (first === undefined) first = listed;
      else if (isSame(first, listed)) continue;
      else if (placeOf(first) === 'body' || placeOf(listed) === 'body') yield besides(title, first, listed);
    }
  },
});

/** What makes the body already, among the parameters of the path that the operation does not replace. */
function firstShared(view: Operation | PathItem, scope: Scope): ListedParameter | undefined {
  if (view.kind === 'openapi.path-item') return undefined;
  const own = listedParameters(view, scope);
  return listedParameters(view.pathItem, scope)
    .filter(isOfBody)
    .find((shared) => !own.some((listed) => isSame(shared, listed)));
}

function isOfBody(listed: ListedParameter): boolean {
  return placeOf(listed) === 'body' || placeOf(listed) === 'formData';
}

function placeOf({ parameter }: ListedParameter): string | undefined {
  return parameter?.in?.value;
}

/** The same parameter twice is no second body. */
function isSame({ parameter: a }: ListedParameter, { parameter: b }: ListedParameter): boolean {
  const identity = a && parameterIdentity(a);
  return identity !== undefined && identity === (b && parameterIdentity(b));
}

function besides(title: string, first: ListedParameter, listed: ListedParameter): Finding {
  const message = `${title} takes ${nounOf(listed)} beside ${nounOf(first)}: a request has one body.`;
  const { section, anchor: span } = first.site;
  const related = [{ section, span, message: `${nounOf(first).replace(/^the/, 'The')} is declared here.` }];
  return { span: listed.site.anchor, message, related };
}

function nounOf(listed: ListedParameter): string {
  const name = listed.parameter?.name?.value ?? '';
  return placeOf(listed) === 'body' ? `the body “${name}”` : `the form field “${name}”`;
}
