import { evidenceCollector } from '#core/checklist/evidence.ts';
import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** Operations on one object named by the caller, with what must be proven to use them. */
export const itemOperations = evidenceCollector({
  id: 'item-operations',
  noun: 'operation',
  on: ['openapi.operation'],
  *collect(operation, scope) {
    if (operation.origin !== 'path' || !operation.path.includes('{')) return;
    const security = effectiveSecurity(operation, scope) ?? [];
    const alternatives = security.map(
      ({ schemes }) => schemes.map(({ name }) => name.value).join(' and ') || 'nothing',
    );
    const needs = alternatives.length === 0 ? 'nothing' : [...new Set(alternatives)].join(' or ');
    yield { span: operation.anchor, text: `${operationTitle(operation)} needs ${needs}` };
  },
});
