import { readProse } from '#core/openapi/read/read-prose.ts';
import { localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasText } from '#rules/detectors/openapi/has-text.ts';
import { apiTitle } from '#rules/detectors/openapi/info-part.ts';
import { openApi, zalando } from '#rules/sources.ts';

export const infoDescribed = localRule({
  id: 'openapi/info-described',
  summary: 'Say what the API is for.',
  why: 'Whoever finds an API in a catalogue reads this text first: what it is for, who may use it, and where to begin.',
  item: documentationFormats,
  references: [openApi('Info Object', 'info-object'), zalando(218)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A title alone',
      bad: `openapi: 3.1.0
«info»:
  title: Orders
  version: 1.4.0
`,
      good: `openapi: 3.1.0
info:
  title: Orders
  description: What customers bought, and what became of it. Partners read it with a token of the portal.
  version: 1.4.0
`,
    },
  ],
  on: ['openapi.info'],
  *check(info) {
    if (hasText(info.description) || hasText(readProse(info, 'summary'))) return;
    yield {
      span: info.anchor,
      message: `${apiTitle(info)} has no description. Say what it is for, and where to begin.`,
    };
  },
});
