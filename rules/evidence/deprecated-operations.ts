import { evidenceCollector } from '#core/checklist/evidence.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** Operations marked as deprecated: their consumers have to be told. */
export const deprecatedOperations = evidenceCollector({
  id: 'deprecated-operations',
  noun: 'operation',
  on: ['openapi.operation'],
  *collect(operation) {
    if (operation.deprecated?.value !== true) return;
    yield { span: operation.anchor, text: `${operationTitle(operation)} is deprecated` };
  },
});
