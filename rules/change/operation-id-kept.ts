import { pointerOf } from '#core/openapi/view.ts';
import { changeRule, type Fix } from '#core/rule.ts';
import { apiChanges } from '#rules/checklist.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (id: string): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      operationId: ${id}
      responses: { '200': { description: The orders. } }
`;

export const operationIdKept = changeRule({
  id: 'change/operation-id-kept',
  summary: 'Keep the ids of operations.',
  why: 'Generated clients name their functions by them: with another id everybody who generates anew has to write other code.',
  item: apiChanges,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Another id',
      bad: { 'base/openapi.yaml': description('listOrders'), 'openapi.yaml': description('«getOrders»') },
      good: { 'base/openapi.yaml': description('listOrders'), 'openapi.yaml': description('listOrders') },
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const before = formerOperation(operation, scope);
    const former = before?.operationId;
    const { operationId, section, location } = operation;
    if (before === undefined || former === undefined || former.value === operationId?.value) return;
    const fix: Fix = {
      title: `Restore the operation id “${former.value}”`,
      safety: 'review',
      changes: [
        { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'operationId'], value: former.value },
      ],
    };
    yield {
      span: operationId?.span ?? operation.anchor,
      message: `${operationTitle(operation)} had the operation id “${former.value}”. Generated clients name their methods after it.`,
      fixes: [fix],
      related: [scope.base.placed(before.section, former.span, `As it was in ${scope.base.name}.`)],
    };
  },
});
