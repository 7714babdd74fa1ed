import { localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { apiTitle, lacksPart } from '#rules/detectors/openapi/info-part.ts';
import { openApi } from '#rules/sources.ts';

export const licensePresent = localRule({
  id: 'openapi/license-present',
  summary: 'Say under which licence the API is offered.',
  why: 'Without a licence nobody outside knows whether they may build on the API, or publish a client for it.',
  item: documentationFormats,
  references: [openApi('License Object', 'license-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'No licence',
      bad: `openapi: 3.1.0
«info»:
  title: Orders
  version: 1.4.0
`,
      good: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  license: { name: Apache 2.0, identifier: Apache-2.0 }
`,
    },
  ],
  on: ['openapi.info'],
  *check(info) {
    if (!lacksPart(info, 'license')) return;
    yield { span: info.anchor, message: `${apiTitle(info)} names no licence. Say under which one it may be used.` };
  },
});
