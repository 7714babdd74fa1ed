import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import type { Operation, RequestBody } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type BaseScope, changeRule, type Finding, type Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry } from '#core/tree/tree.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { componentOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { reachedPlaces } from '#rules/detectors/change/reached-places.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (required: string, key = 'requestBody'): string => `openapi: 3.1.0
paths:
  /orders/{id}/cancel:
    post:
      ${key}:
${required}        content: { application/json: { schema: { type: object } } }
      responses: { '204': { description: Cancelled. } }
`;

export const bodyNotRequired = changeRule({
  id: 'change/body-not-required',
  summary: 'Require no request body that clients do not send.',
  why: 'A client that was written for the version before sends none, and is refused.',
  item: apiChanges,
  references: [openApi('Request Body Object', 'request-body-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A body that is required now',
      bad: {
        'base/openapi.yaml': description(''),
        'openapi.yaml': description('        required: true\n', '«requestBody»'),
      },
      good: { 'base/openapi.yaml': description(''), 'openapi.yaml': description('') },
    },
  ],
  on: ['openapi.operation', 'openapi.request-body'],
  *check(node, scope) {
    if (node.kind === 'openapi.operation') yield* ofOperation(node, scope);
    else yield* ofComponent(node, scope);
  },
});

/** What operations share is told where it stands. */
function* ofComponent(body: RequestBody, scope: BaseScope): Iterable<Finding> {
  const name = componentOf(body)?.split('/')[1];
  const former = name === undefined ? undefined : scope.base.find('openapi.request-body', name);
  if (former === undefined || !body.required || former.required) return;
  yield {
    span: body.anchor,
    message: `The request body “${name}” is required now. Clients that send none are refused.`,
    fixes: notRequired(body, former),
    related: reachedPlaces(former, 'request', scope),
  };
}

function* ofOperation(operation: Operation, scope: BaseScope): Iterable<Finding> {
  const before = formerOperation(operation, scope);
  const body = effectiveRequestBody(operation, scope);
  if (before === undefined || body?.required !== true) return;
  const former = unnoted(() => effectiveRequestBody(before, scope.base));
  if (former?.required === true || (former !== undefined && isSameComponent(former, body))) return;
  yield {
    section: body.section,
    span: body.anchor,
    message: `The body of ${operationTitle(operation)} is required now. Clients that send none are refused.`,
    fixes: notRequired(body, former),
  };
}

/** In 2.0 a parameter says it. */
function notRequired(body: RequestBody, former: RequestBody | undefined): readonly Fix[] {
  if (body.context.version === '2.0') return [];
  const target = { uri: body.section.uri, pointer: [...pointerOf(body.location), 'required'] };
  const wasWritten = findEntry(former?.tree, 'required') !== undefined;
  const change: TreeChange = wasWritten ? { kind: 'set', ...target, value: false } : { kind: 'remove', ...target };
  return [{ title: 'Let the request body be optional', safety: 'review', changes: [change] }];
}
