import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import type { Completion } from '#core/ask/complete/completion.ts';
import { completionsAt } from '#core/ask/complete/completions-at.ts';
import { ChunkedText } from '#core/text/chunked-text.ts';
import { generateOpenApi } from '../../../support/generate-openapi.ts';
import { generatePrisma } from '../../../support/generate-prisma.ts';
import { Random } from '../../../support/random.ts';
import { workspaceOf } from '../marked-files.ts';

const description = generateOpenApi(1);
const texts = {
  'api.yaml': stringify(description, { aliasDuplicateObjects: false }),
  'api.json': JSON.stringify(description, undefined, 2),
  'schema.prisma': generatePrisma(150),
} as const;

const pieces = [
  '\n',
  '\n  ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '- ',
  '#',
  '|',
  '\t',
  '@',
  '(',
  ')',
  '//',
  '/*',
  'x',
  '\r\n',
  '$ref: ',
  '&a ',
  '*a',
  '\u2028',
  '😀',
] as const;

describe('what is proposed in texts that nobody writes', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`is written around the cursor, on its line, whatever stands there: ${name}`, () => {
      const random = new Random(9);
      const uri = `file:///w/${name}`;
      let found = 0;
      for (let round = 0; round < 40; round++) {
        const broken = brokenText(text, random);
        const workspace = workspaceOf(new Map([[uri, broken]]));
        for (let turn = 0; turn < 25; turn++) {
          const offset = random.below(broken.length + 1);
          const { items } = completionsAt(workspace, { uri, text: ChunkedText.of(broken), edits: [] }, offset);
          for (const item of items) assertAround(item, offset, broken);
          found += items.length;
        }
      }
      assert.ok(found > 300, `${found}`);
    });
  }
});

function brokenText(text: string, random: Random): string {
  let broken = text;
  for (let count = random.below(6); count >= 0; count--) {
    const start = random.below(broken.length);
    const end = start + random.below(random.below(4) === 0 ? 200 : 3);
    broken = broken.slice(0, start) + random.pick(pieces) + broken.slice(end);
  }
  return broken;
}

/** LSP 3.17, CompletionItem: an edit is on one line and holds the position; those beside do not touch it. */
function assertAround({ edit: { span }, others, label }: Completion, offset: number, text: string): void {
  const written = text.slice(span.start, span.end);
  assert.ok(
    span.start <= offset && offset <= span.end && !/[\r\n]/.test(written),
    `${label} ${offset}: ${JSON.stringify(written)}`,
  );
  for (const other of others) {
    assert.ok(other.span.end <= span.start || span.end <= other.span.start, `${label} ${JSON.stringify(other)}`);
    assert.ok(other.span.start >= 0 && other.span.end <= text.length);
  }
}
