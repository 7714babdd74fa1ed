import { readProse } from '#core/openapi/read/read-prose.ts';
import { type Cause, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasText } from '#rules/detectors/openapi/has-text.ts';
import { openApi } from '#rules/sources.ts';

export const tagDescribed = localRule({
  id: 'openapi/tag-described',
  summary: 'Describe every tag.',
  why: 'Tags are the chapters of the documentation: a sentence under each heading tells readers whether they are in the right one.',
  item: documentationFormats,
  references: [openApi('Tag Object', 'tag-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A heading without a text',
      bad: `openapi: 3.1.0
tags:
  - name: orders
    description: What customers bought.
  - name: «returns»
`,
      good: `openapi: 3.1.0
tags:
  - name: orders
    description: What customers bought.
  - name: returns
    description: What they sent back.
`,
    },
  ],
  on: ['openapi.tag'],
  *check(tag) {
    if (tag.name === undefined || hasText(tag.description) || hasText(readProse(tag, 'summary'))) return;
    const { value, span } = tag.name;
    yield { span, message: `The tag “${value}” has no description. Say what belongs to it.`, cause };
  },
});

const cause: Cause = {
  key: 'undescribed',
  message: (count) => `${count} tags have no description. Say what belongs to each of them.`,
};
