import { type Cause, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { openApi } from '#rules/sources.ts';

export const operationTagSingle = localRule({
  id: 'openapi/operation-tag-single',
  summary: 'Tag each operation once.',
  why: 'An operation with two tags stands twice in the documentation, and in two classes of generated clients.',
  item: documentationFormats,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Two groups',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      tags: [orders, «reports»]
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      tags: [orders]
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['tags'],
  *check(operation) {
    const [, second] = operation.tags;
    if (second === undefined) return;
    const names = quotedList(operation.tags.map(({ value }) => value));
    const message = `${operationTitle(operation)} has the tags ${names}. Keep the one it belongs to.`;
    yield { span: second.span, message, cause };
  },
});

const cause: Cause = {
  key: 'several',
  message: (count) => `${count} operations have more than one tag. Keep the one each belongs to.`,
};
