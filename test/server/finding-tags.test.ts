import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DiagnosticTag } from 'vscode-languageserver';
import { localRule, type RuleInfo } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { askServer } from './ask-server.ts';

const info: Omit<RuleInfo, 'id'> = {
  summary: 'Do something.',
  why: 'It matters.',
  item: documentationFormats,
  references: [],
  severity: 'warning',
  recommended: true,
  examples: [{ title: 'None', bad: '', good: '' }],
};

const plain = localRule({
  ...info,
  id: 'openapi/titled',
  on: ['openapi.info'],
  *check({ anchor }) {
    yield { span: anchor, message: 'plain' };
  },
});
const goes = localRule({
  ...info,
  id: 'openapi/goes',
  tag: 'unnecessary',
  on: ['openapi.tag'],
  *check({ anchor }) {
    yield { span: anchor, message: 'goes' };
  },
});
const leaves = localRule({
  ...info,
  id: 'openapi/leaves',
  tag: 'deprecated',
  on: ['openapi.operation'],
  *check({ anchor }) {
    yield { span: anchor, message: 'leaves' };
  },
});

const rulebook: Rulebook = {
  rules: [plain, goes, leaves],
  presets: [{ name: 'recommended', description: '', base: 'recommended', rules: {} }],
};

const text = `openapi: 3.1.0
info: { title: Shop, version: '1' }
tags:
  - name: orders
paths:
  # plumbline-ignore openapi/titled: nothing to see
  /orders:
    get: {}
`;

describe('the tag of a finding', () => {
  it('is that of its rule', async () => {
    await askServer(
      {},
      async (client) => {
        await client.open('api.yaml', text);
        const shown = await client.until('api.yaml', (diagnostics) => diagnostics.length === 4);
        assert.deepEqual(
          shown.map(({ code, tags }) => [code, tags]),
          [
            ['openapi/titled', undefined],
            ['openapi/goes', [DiagnosticTag.Unnecessary]],
            ['plumbline/unused-ignore', [DiagnosticTag.Unnecessary]],
            ['openapi/leaves', [DiagnosticTag.Deprecated]],
          ],
        );
      },
      { rulebook },
    );
  });
});
