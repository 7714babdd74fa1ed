import { localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { partOfInfo } from '#rules/detectors/openapi/info-part.ts';
import { lacksField } from '#rules/detectors/openapi/lacks-field.ts';
import { openApi, zalando } from '#rules/sources.ts';

export const contactComplete = localRule({
  id: 'openapi/contact-complete',
  summary: 'Give the contact a name, a URL and an e-mail address.',
  why: 'People write, tools open tickets, and catalogues list teams: each needs another one of them.',
  item: documentationFormats,
  references: [openApi('Contact Object', 'contact-object'), zalando(218)],
  severity: 'info',
  recommended: false,
  options: {
    fields: { default: ['name', 'url', 'email'], description: 'The fields that the contact has to have.' },
  },
  examples: [
    {
      title: 'An address alone',
      bad: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  «contact»: { email: orders@example.com }
`,
      good: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  contact: { name: Team Orders, url: https://example.com/orders, email: orders@example.com }
`,
    },
  ],
  on: ['openapi.info'],
  *check(info, _scope, { fields }) {
    const contact = partOfInfo(info, 'contact');
    const key = findEntry(info.tree, 'contact')?.key;
    if (contact === undefined || key === undefined) return;
    const missing = fields.filter((field) => lacksField(contact, field));
    if (missing.length === 0) return;
    const named = missing.map((field) => spoken.get(field) ?? `“${field}”`).join(' and ');
    yield { span: key.span, message: `The contact has no ${named}. Add ${missing.length === 1 ? 'it' : 'them'}.` };
  },
});

const spoken: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['url', 'URL'],
  ['email', 'e-mail address'],
]);
