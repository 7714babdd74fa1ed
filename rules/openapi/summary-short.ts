import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasText } from '#rules/detectors/openapi/has-text.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const summaryShort = localRule({
  id: 'openapi/summary-short',
  summary: 'Keep summaries to one short line.',
  why: 'Summaries are what menus and lists show: what is longer is cut off there, in the middle of what it says.',
  item: documentationFormats,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'info',
  recommended: false,
  options: {
    length: { default: 80, description: 'How many characters a summary may have.' },
  },
  examples: [
    {
      title: 'A description in the place of the summary',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      summary: «List orders. Those that were cancelled are left out unless the parameter state asks for them.»
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      summary: List orders
      description: Those that were cancelled are left out unless the parameter state asks for them.
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['summary'],
  *check(operation, _scope, { length }) {
    const { summary, description, section, location } = operation;
    const count = summary?.value.trim().length ?? 0;
    if (summary === undefined || count <= length) return;
    const title = operationTitle(operation);
    const parts = hasText(description) ? undefined : partsOf(summary.value, length);
    const pointer = pointerOf(location);
    const setText = (key: string, value: string) =>
      ({ kind: 'set', uri: section.uri, pointer: [...pointer, key], value, after: ['summary'] }) as const;
    const fix: Fix | undefined = parts && {
      title: `Make the rest of the summary of ${title} its description`,
      safety: 'review',
      changes: [setText('summary', parts.heading), setText('description', parts.rest)],
    };
    const message = `The summary of ${title} has ${count} characters. Keep it to ${length}, and describe the rest.`;
    yield { span: summary.span, message, fixes: fix === undefined ? [] : [fix], cause };
  },
});

/** The first sentence, and what follows it; undefined where that is too long, or all there is. */
function partsOf(text: string, length: number): { readonly heading: string; readonly rest: string } | undefined {
  const end = /[.!?]\s/.exec(text)?.index ?? -1;
  if (end < 0 || end > length) return undefined;
  const heading = text.slice(0, text[end] === '.' ? end : end + 1).trim();
  return { heading, rest: text.slice(end + 1).trim() };
}

const cause: Cause = {
  key: 'long',
  message: (count) => `The summaries of ${count} operations are too long for a heading. Describe the rest.`,
};
