import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { addParameters, parametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { queryParameters } from '#rules/fixes/openapi/query-parameters.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, rfc } from '#rules/sources.ts';
import { bulkWords } from '#rules/words/bulk.ts';

export const deleteNoRequestBody = localRule({
  id: 'openapi/delete-no-request-body',
  summary: 'Send no request body with DELETE.',
  why: 'Content in a DELETE request has no defined meaning: proxies drop it, some servers refuse it, and many clients cannot send it.',
  item: methodSemantics,
  references: [rfc(9110, '9.3.5'), aip(135)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A reason in the body of a DELETE',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    delete:
      «requestBody»:
        content:
          application/json:
            schema:
              type: object
              required: [reason]
              properties:
                reason: { type: string }
                ticket: { type: string }
      responses:
        '204': { description: The order is deleted. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    delete:
      parameters:
        - name: reason
          in: query
          required: true
          schema:
            type: string
        - name: ticket
          in: query
          schema:
            type: string
      responses:
        '204': { description: The order is deleted. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.method !== 'delete' || isBulk(operation.path)) return;
    const body = operation.requestBody ?? effectiveRequestBody(operation, scope);
    if (body === undefined) return;
    const title = operationTitle(operation);
    const fix = byQuery(operation, title, scope);
    yield {
      span: body.section === operation.section ? body.anchor : operation.anchor,
      message: `${title} takes a request body, which many servers and proxies drop. Take it as parameters, or in a POST.`,
      ...(fix && { fixes: [fix] }),
      cause: habit,
    };
  },
});

const habit: Cause = {
  key: 'bodies',
  message: (count) => `${count} DELETEs take a request body, which many servers and proxies drop.`,
  fixTitle: (count) => `Take the bodies of ${count} DELETEs as parameters`,
};

/** What names the things to delete may be too long for a query. */
function isBulk(path: string): boolean {
  return segmentsOf(path).some((segment) => wordsOf(segment).some((word) => bulkWords.has(word)));
}

function byQuery(operation: Operation, title: string, scope: Scope): Fix | undefined {
  const { context, section, location, requestBody, parametersReference } = operation;
  if (context.version === '2.0' || requestBody?.kind !== 'openapi.request-body' || parametersReference !== undefined)
    return undefined;
  const values = queryParameters(requestBody, scope);
  if (values === undefined || !isWrittenInPlace(operation, 'requestBody')) return undefined;
  const removal: TreeChange = {
    kind: 'remove',
    uri: section.uri,
    pointer: [...pointerOf(location), 'requestBody'],
  };
  const changes = [...addParameters(parametersSite(operation), values), removal] as const;
  return { title: `Take the body of ${title} as query parameters`, safety: 'review', changes };
}
