import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { changingVerb } from '#rules/detectors/openapi/changes-by-name.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp, rfc, zalando } from '#rules/sources.ts';
import { changeVerbs } from '#rules/words/crud-verbs.ts';

export const getSafe = localRule({
  id: 'openapi/get-safe',
  summary: 'Change nothing by a GET.',
  why: 'Browsers, crawlers, caches and link previews send GETs on their own, and retry them: whoever opens or even only sees the link cancels the order.',
  item: methodSemantics,
  references: [rfc(9110, '9.2.1'), zalando(149), owasp(8)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A cancellation by GET',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}/cancel:
    «get»:
      operationId: cancelOrder
      summary: Cancel an order
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '204': { description: The order is cancelled. }
        '404': { description: There is no such order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}/cancel:
    post:
      operationId: cancelOrder
      summary: Cancel an order
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '204': { description: The order is cancelled. }
        '404': { description: There is no such order. }
`,
    },
    {
      title: 'The method says it',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}/delete": {
      «"get"»: { "summary": "Deletes an order", "responses": { "204": { "description": "The order is deleted." } } }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      "delete": { "summary": "Deletes an order", "responses": { "204": { "description": "The order is deleted." } } }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation) {
    if ((operation.method !== 'get' && operation.method !== 'head') || operation.origin !== 'path') return;
    const verb = changingVerb(operation);
    if (verb === undefined) return;
    const title = operationTitle(operation);
    const fix = byPost(operation, verb, title);
    yield {
      span: operation.anchor,
      message: `${title} is to “${verb}” something, but a GET changes nothing. ${remedy(verb)}`,
      ...(fix && { fixes: [fix] }),
      cause: habit,
    };
  },
});

const habit: Cause = {
  key: 'changes',
  message: (count) => `${count} GETs are to change something, which caches and crawlers send on their own.`,
  fixTitle: (count) => `Make POSTs of ${count} GETs`,
};

function remedy(verb: string): string {
  if (verb === 'delete' || verb === 'remove' || verb === 'destroy') return 'Take it as a DELETE of the resource.';
  if (changeVerbs.has(verb)) return 'Take it as a POST, PUT or PATCH of the resource.';
  return 'Take it as a POST.';
}

/** Where a method of its own says what is done, the path has to change, too: only a person knows how. */
function byPost(operation: Operation, verb: string, title: string): Fix | undefined {
  const { section, location, pathItem, method } = operation;
  if (changeVerbs.has(verb) || verb === 'destroy' || method !== 'get') return undefined;
  if (findEntry(pathItem.tree, 'post') !== undefined || !isWrittenInPlace(operation)) return undefined;
  const change = { kind: 'rename', uri: section.uri, pointer: pointerOf(location), name: 'post' } as const;
  return { title: `Make a POST of ${title}`, safety: 'review', changes: [change] };
}
