import { evidenceCollector } from '#core/checklist/evidence.ts';
import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** Operations that answer 429, with the headers that tell the limit. */
export const rateLimitedOperations = evidenceCollector({
  id: 'rate-limited-operations',
  noun: 'operation',
  on: ['openapi.operation'],
  *collect(operation, scope) {
    const entry = operation.responses.find(({ status }) => status.value === '429');
    if (entry === undefined) return;
    const response = scope.resolve(entry.response);
    const headers = ((response && effectiveHeaders(response, scope)) ?? []).map(({ name }) => name.value);
    const told = headers.length === 0 ? 'without headers' : `with ${headers.join(', ')}`;
    yield { span: entry.status.span, text: `${operationTitle(operation)} answers 429 ${told}` };
  },
});
