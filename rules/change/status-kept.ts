import { changeRule } from '#core/rule.ts';
import { apiChanges } from '#rules/checklist.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (status: string, key = 'responses'): string => `openapi: 3.1.0
paths:
  /orders:
    post:
      ${key}:
        '${status}': { description: The order is placed. }
`;

export const statusKept = changeRule({
  id: 'change/status-kept',
  summary: 'Keep the status codes of successes.',
  why: 'Clients ask for the very status that was described: 201 is an error to who waits for 200.',
  item: apiChanges,
  references: [openApi('Responses Object', 'responses-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Another status of success',
      bad: { 'base/openapi.yaml': description('201'), 'openapi.yaml': description('200', '«responses»') },
      good: { 'base/openapi.yaml': description('201'), 'openapi.yaml': description('201') },
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const { base } = scope;
    const before = formerOperation(operation, scope);
    const now = new Set(operation.responses.map(({ status }) => status.value));
    if (before === undefined || operation.responsesAnchor === undefined || now.has('*')) return;
    for (const { status, response } of before.responses) {
      if (!/^2(?:\d\d|XX)$/.test(status.value) || now.has(status.value) || now.has('2XX')) continue;
      yield {
        span: operation.responsesAnchor,
        message: `${operationTitle(operation)} no longer returns ${status.value}. Clients expect it.`,
        related: [base.placed(response.section, status.span, `As it was in ${base.name}.`)],
      };
    }
  },
});
