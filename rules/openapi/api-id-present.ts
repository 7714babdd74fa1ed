import { localRule } from '#core/rule.ts';
import { findEntry, findString } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { apiTitle } from '#rules/detectors/openapi/info-part.ts';
import { zalando } from '#rules/sources.ts';

export const apiIdPresent = localRule({
  id: 'openapi/api-id-present',
  summary: 'Give the API an id that stays the same through all its versions.',
  why: 'Titles change and are not unique: only an id tells a catalogue that a new version belongs to an API it knows.',
  item: documentationFormats,
  references: [zalando(215)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'No id',
      bad: `openapi: 3.1.0
«info»:
  title: Orders
  version: 1.4.0
`,
      good: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  x-api-id: d0184f38-b98d-11e7-9c56-68f728c1ba70
`,
    },
  ],
  on: ['openapi.info'],
  *check(info) {
    const written = findString(info.tree, 'x-api-id');
    if (written === undefined) {
      const span = findEntry(info.tree, 'x-api-id')?.key.span ?? info.anchor;
      yield { span, message: `${apiTitle(info)} has no “x-api-id”. Give it a UUID that stays the same.` };
    } else if (!/^[a-z0-9][a-z0-9-:.]{6,62}[a-z0-9]$/.test(written.value)) {
      const message = `The API id “${written.value}” is not well formed. Use a UUID in lower case.`;
      yield { span: written.span, message };
    }
  },
});
