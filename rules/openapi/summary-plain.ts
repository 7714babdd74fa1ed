import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const summaryPlain = localRule({
  id: 'openapi/summary-plain',
  summary: 'Write summaries as headings, without a full stop.',
  why: 'Summaries stand one below the other in menus and contents: half of them with a full stop look as if something were missing in the others.',
  item: documentationFormats,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A full stop',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      summary: «List orders.»
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      summary: List orders
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['summary'],
  *check(operation) {
    const { summary, section, location } = operation;
    const text = summary?.value.trim();
    if (summary === undefined || text === undefined || !/[^.]\.$/.test(text) || /\betc\.$/.test(text)) return;
    const title = operationTitle(operation);
    const plain = text.slice(0, -1).trimEnd();
    const changes = [
      { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'summary'], value: plain },
    ] as const;
    // Of several sentences one would lack its end.
    const fix: Fix = { title: `Remove the full stop from the summary of ${title}`, safety: 'safe', changes };
    const isOne = !/[.!?]\s/.test(plain) && !plain.includes('\n');
    const message = `The summary of ${title} ends with a full stop. Write it as a heading.`;
    yield { span: summary.span, message, fixes: isOne ? [fix] : [], cause };
  },
});

const cause: Cause = {
  key: 'stop',
  message: (count) => `The summaries of ${count} operations end with a full stop. Write them as headings.`,
  fixTitle: (count) => `Remove the full stop from ${count} summaries`,
};
