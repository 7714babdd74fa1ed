import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { localRule } from '#core/rule.ts';
import { crudVerbs } from '#core/text/action-verbs.ts';
import { wordsOf } from '#core/text/casing.ts';
import { actionNouns } from '#core/text/resource-nouns.ts';
import { resourceNames } from '#rules/checklist.ts';
import { hasPublicPath } from '#rules/detectors/openapi/public-operation.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { zalando } from '#rules/sources.ts';
import { otherVerbs } from '#rules/words/post-verbs.ts';

export const pathNoActionVerb = localRule({
  id: 'openapi/path-no-action-verb',
  summary: 'Model what is done as a resource, not as a verb in the path.',
  why: 'A cancellation that is a resource has a time, a reason and a state, and can be read afterwards; `/cancel` leaves nothing behind.',
  item: resourceNames,
  references: [zalando(138), zalando(141)],
  severity: 'info',
  recommended: false,
  options: {
    allowed: { default: ['search', 'query', 'batch', 'bulk', 'validate'], description: 'Verbs that may end a path.' },
  },
  examples: [
    {
      title: 'A verb behind the order',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}/cancel:
    «post»: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}/cancellation:
    put: {}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, _scope, { allowed }) {
    const { method, origin, path, anchor } = operation;
    if (method !== 'post' || origin !== 'path' || hasPublicPath(path)) return;
    const segments = segmentsOf(path);
    const last = segments.at(-1) ?? '';
    const [word = '', ...more] = wordsOf(last.replace(/^.*:/, ''));
    if (last.includes('{') || last.includes('.') || more.length > 0 || allowed.includes(word)) return;
    // What is a CRUD verb is told by `path-no-crud-verb`; what is a noun as often is one at the top.
    if (crudVerbs.includes(word) || !otherVerbs.has(word)) return;
    if (actionNouns.has(word) && !(segments.at(-2) ?? '').includes('{')) return;
    yield {
      span: anchor,
      message: `${operationTitle(operation)} ends in the verb “${word}”. Model what is done as a resource, or as a state that is set.`,
      cause: {
        key: 'verbs',
        message: (count: number) => `${count} operations end in a verb. Model what is done as a resource.`,
      },
    };
  },
});
