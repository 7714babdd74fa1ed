import { evidenceCollector } from '#core/checklist/evidence.ts';
import { writtenMethod } from '#core/openapi/effective/written-method.ts';

/** The paths of the API and what can be done with each. */
export const resources = evidenceCollector({
  id: 'resources',
  noun: 'path',
  on: ['openapi.path-item'],
  *collect({ origin, path, operations, anchor }) {
    if (origin !== 'path' || operations.length === 0) return;
    const methods = operations.map(writtenMethod).join(', ');
    yield { span: anchor, text: `${path.value}: ${methods}` };
  },
});
