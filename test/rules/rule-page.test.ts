import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { localRule } from '#core/rule.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { rulePage } from '#rules/rule-page.ts';

const rule = localRule({
  id: 'openapi/sample',
  summary: 'Write samples.',
  why: 'They are read.',
  item: pathTemplates,
  references: [{ title: 'RFC 0' }, { title: 'A page', url: 'https://example.com/' }],
  severity: 'warning',
  recommended: true,
  options: { words: { default: ['a'], description: 'The words.' } },
  examples: [
    { title: 'One', bad: '«paths»:\n  /a: «{}»\n', good: 'paths: {}\n' },
    {
      title: 'Two',
      bad: { 'a.json': '{ «"x"»: 1 }', 'b.prisma': 'model «A» {\n}' },
      good: { 'a.json': '{}', 'b.prisma': '' },
    },
  ],
  on: ['openapi.info'],
  *check() {},
});

describe('rulePage', () => {
  const page = rulePage(rule);

  it('opens with the id and the summary', () => {
    assert.ok(page.startsWith('# openapi/sample\n\nWrite samples.\n\nSeverity: warning. On by default.'));
  });

  it('shows what is found with carets in a comment', () => {
    assert.ok(page.includes('```yaml\npaths:\n#^^^^\n  /a: {}\n#     ^^\n```'));
    assert.ok(page.includes('`a.json`\n\n```jsonc\n{ "x": 1 }\n//^^^\n```'));
    assert.ok(page.includes('`b.prisma`\n\n```prisma\nmodel A {\n//    ^\n}\n```'));
    assert.ok(page.includes('`a.json`\n\n```json\n{}\n```'));
  });

  it('has a table of options, says how to ignore the rule, and names its sources', () => {
    assert.ok(page.includes('| `words` | list of strings | `a` | The words. |'));
    assert.ok(page.includes('# plumbline-ignore openapi/sample: the reason'));
    assert.ok(page.endsWith('## Sources\n\n- RFC 0\n- [A page](https://example.com/)\n'));
  });

  it('writes a long list of words below the table of options', () => {
    const words = { default: [...'abcdefghi'], description: 'The words.' };
    const long = rulePage({ ...rule, options: { words } });
    assert.ok(long.includes('| `words` | list of strings | 9 words, below | The words. |'));
    assert.ok(long.includes('\n\nThe default of `words`: `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i`.\n\n'));
  });
});
