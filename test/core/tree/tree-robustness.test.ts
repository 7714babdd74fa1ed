import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEvents } from 'js-yaml';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { composeValue } from '#core/tree/compose.ts';
import { parseJson } from '#core/tree/read/parse-json.ts';
import { parseYaml } from '#core/tree/read/parse-yaml.ts';
import type { TreeDocument, TreeLanguage } from '#core/tree/section.ts';
import { toPlainValue } from '#core/tree/tree.ts';
import { assertSound } from './assert-sound.ts';

const yaml = `openapi: 3.1.0 # version
info: &info
  title: 'It''s'
  description: |+
    Text: with colon
      - and dash

paths:
  # plumbline-ignore
  "/a b": { get: {x: [1, 2, *info]} }
  /b:
    get:
      tags:
      - one
      - {two: 2}
      summary: >-
        folded
        text
    <<: *info
components:
  schemas:
    A: {$ref: '#/x'}
    B: !!map
      type: string
      ? explicit
      : key
    ? C
    : {type: string}
`;

const json = `{
  "openapi": "3.1.0",
  "paths": {
    "/a": { "get": { "x": [1, -2.5e3, null, "a\\u00e9\\n"] } },
    "/b": {}
  },
  "components": { "schemas": { "A": { "type": "string" } } }
}
`;

const fragments = [
  '\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '\t',
  ':',
  ': ',
  '- ',
  '? ',
  '#',
  ' #',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '|',
  '>',
  '|+',
  '&a',
  ' *a',
  '!!',
  '!x ',
  '%',
  '@',
  '`',
  '---\n',
  '...\n',
  '<<: ',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\\',
  '/*',
  '//',
  '/a:',
  '  /a:\n',
  'paths:\n',
  'x: 1\n',
  '~',
  '0x',
];

interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const splices: fc.Arbitrary<readonly Splice[]> = fc.array(
  fc.record({
    at: fc.nat(10_000),
    remove: fc.oneof(fc.constant(0), fc.nat(12)),
    insert: fc.array(fc.constantFrom(...fragments), { maxLength: 3 }).map((parts) => parts.join('')),
  }),
  { minLength: 1, maxLength: 5 },
);

function splice(text: string, edits: readonly Splice[]): string {
  return edits.reduce((current, { at, remove, insert }) => {
    const start = at % (current.length + 1);
    return current.slice(0, start) + insert + current.slice(start + remove);
  }, text);
}

function cut(text: string, language: TreeLanguage, previous?: TreeDocument): TreeDocument {
  return cutDescription({ uri: 'file:///api', text, language }, previous);
}

/** The tolerant reader is silent about some texts that are no YAML. */
function isStrictYaml(text: string): boolean {
  try {
    parseEvents(text, {});
    return true;
  } catch {
    return false;
  }
}

const inputs: readonly (readonly [TreeLanguage, string])[] = [
  ['yaml', yaml],
  ['yaml', yaml.replaceAll(/[&*]info|<<: /g, '')],
  ['json', json],
  ['yaml', json],
  ['json', yaml],
];

describe('cutDocument on broken text', function () {
  this.timeout(600_000);

  it('reads a file cut off anywhere', () => {
    for (const [language, text] of inputs) {
      for (let end = 0; end <= text.length; end++) assertSound(cut(text.slice(0, end), language), text.slice(0, end));
    }
  });

  it('never throws, whatever was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inputs), splices, ([language, text], edits) => {
        const broken = splice(text, edits);
        assertSound(cut(broken, language), broken);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same sections with and without an earlier document', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inputs), splices, splices, ([language, text], first, second) => {
        const before = splice(text, first);
        const after = splice(before, second);
        assert.deepEqual(cut(after, language, cut(before, language)), cut(after, language));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the value of the whole text where that is valid', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inputs), splices, ([language, text], edits) => {
        const edited = splice(text, edits);
        const whole = language === 'json' ? parseJson(edited, { allowsComments: false }) : parseYaml(edited);
        if (whole.problems.length > 0 || (language === 'yaml' && !isStrictYaml(edited))) return;
        const document = cut(edited, language);
        assert.deepEqual(composeValue(document), toPlainValue(whole.tree));
        assert.deepEqual(
          document.sections.flatMap(({ problems }) => problems),
          [],
        );
      }),
      { numRuns: 1500 },
    );
  });
});
