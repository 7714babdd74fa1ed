import { localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { apiTitle, lacksPart } from '#rules/detectors/openapi/info-part.ts';
import { openApi, zalando } from '#rules/sources.ts';

export const contactPresent = localRule({
  id: 'openapi/contact-present',
  summary: 'Say whom to ask about the API.',
  why: 'A description outlives the memory of who wrote it: without a contact, questions and reports of failures go nowhere.',
  item: documentationFormats,
  references: [openApi('Contact Object', 'contact-object'), zalando(218)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Nobody to ask',
      bad: `openapi: 3.1.0
«info»:
  title: Orders
  version: 1.4.0
`,
      good: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  contact: { name: Team Orders, email: orders@example.com }
`,
    },
  ],
  on: ['openapi.info'],
  *check(info) {
    if (!lacksPart(info, 'contact')) return;
    yield {
      span: info.anchor,
      message: `${apiTitle(info)} names nobody to ask. Add a contact with name, URL and e-mail address.`,
    };
  },
});
