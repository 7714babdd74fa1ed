import { evidenceCollector } from '#core/checklist/evidence.ts';
import { hideBraced } from '#core/openapi/effective/braces.ts';
import { wordsOf } from '#core/text/casing.ts';
import { operationTitle } from '#rules/operation-title.ts';

const slowWords: ReadonlySet<string> = new Set(
  'batch bulk export exports import imports report reports generate process sync upload transcode migrate'.split(' '),
);

/** Operations that already answer 202, and those whose names promise long work. */
export const asyncOperations = evidenceCollector({
  id: 'async-operations',
  noun: 'operation',
  on: ['openapi.operation'],
  *collect(operation) {
    if (operation.origin !== 'path') return;
    const title = operationTitle(operation);
    if (operation.responses.some(({ status }) => status.value === '202')) {
      yield { span: operation.anchor, text: `${title} answers 202: the work is queued` };
      return;
    }
    const slow = wordsOf(hideBraced(operation.path)).find((word) => slowWords.has(word));
    if (slow === undefined || operation.method === 'get') return;
    yield { span: operation.anchor, text: `${title} answers only when “${slow}” is done` };
  },
});
