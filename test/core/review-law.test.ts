import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Review, type ReviewSettings, review } from '#core/review.ts';
import type { Source } from '#core/source.ts';
import { applyEdits } from '#core/text/span.ts';
import { rules } from '#rules/index.ts';
import { presets } from '#rules/profiles.ts';

const folder = 'file:///bookshop/';
const rulebook = { rules, presets };
const settings: ReviewSettings = { folders: [folder], preset: 'strict', unread: new Map(), failFast: true };

/** An edit of one file: what replaces `length` characters at a share of the file's length. */
interface RandomEdit {
  readonly file: number;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const pieces = [
  '\n',
  ' ',
  '  ',
  ':',
  '#',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '- ',
  '@',
  '&a ',
  '*a',
  '|\n',
  '\t',
  '\r\n',
  '»',
  'x',
  '\n  /users:\n    get:\n      responses: {}\n',
  '\nmodel Extra {\n  id Int @id\n}\n',
  '$ref: ./paths/order.yaml\n',
  '# plumbline-ignore openapi/list-paginated: small\n',
  '/// plumbline-ignore prisma/money-exact: play money\n',
  'openapi: 3.0.3\n',
];

const edit: fc.Arbitrary<RandomEdit> = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  text: fc.oneof(fc.constant(''), fc.constantFrom(...pieces), fc.string({ maxLength: 6 })),
});

describe('the law of the engine', () => {
  it('says the same with and without the previous review, through whole editing runs', function () {
    this.timeout(60_000);
    const original = exampleSources();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let sources = original;
        let previous = review(sources, rulebook, settings);
        for (const next of edits) {
          sources = applied(sources, next);
          const reused = review(sources, rulebook, settings, previous);
          assert.deepEqual(told(reused), told(review(afresh(sources), rulebook, settings)));
          previous = reused;
        }
      }),
      { numRuns: 40 },
    );
  });
});

function told({ files, wanted, kindsSeen }: Review): unknown {
  const reviews = [...files.values()].map(({ uri, role, findings }) => ({
    uri,
    role,
    findings: findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes.map(({ title }) => title) })),
  }));
  return { reviews, wanted, kinds: [...kindsSeen].sort() };
}

function afresh(sources: readonly Source[]): readonly Source[] {
  return sources.map(({ uri, text }) => ({ uri, text }));
}

/** The sources after an edit, told as an edit of the source before, as an editor tells it. */
function applied(sources: readonly Source[], { file, at, length, text }: RandomEdit): readonly Source[] {
  return sources.map((source, index) => {
    if (index !== file % sources.length) return source;
    const start = Math.floor(at * source.text.length);
    const end = Math.min(source.text.length, start + length);
    const edits = [{ span: { start, end }, newText: text }];
    const revision = Symbol(source.uri);
    const from = source.revision ?? revision;
    return { uri: source.uri, text: applyEdits(source.text, edits), revision, edited: { from, edits } };
  });
}

function exampleSources(): readonly Source[] {
  const root = 'examples/bookshop';
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ya?ml|json|prisma)$/.test(name))
    .sort()
    .map((name) => ({ uri: folder + name, text: readFileSync(join(root, name), 'utf8'), revision: Symbol(name) }));
}
