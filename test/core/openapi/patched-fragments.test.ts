import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ReferenceResolver } from '#core/openapi/reference/resolve-reference.ts';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { rulebook } from '#rules/rulebook.ts';

const folder = 'file:///w/';
const settings: ReviewSettings = { folders: [folder], preset: 'strict', unread: new Map(), failFast: true };
const files = 60;

type Texts = { readonly [name: string]: string };

/** Each path lies in a file of its own, refers to a schema of another file, and every other schema to its neighbour. */
function manyFiles(): Texts {
  const numbers = Array.from({ length: files }, (_, index) => index);
  const paths = numbers.map((index) => `  /things${index}:\n    $ref: 'paths/${index}.yaml'\n`);
  return {
    'api.yaml': `openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n${paths.join('')}components:\n  schemas:\n    Shared: {type: object}\n`,
    ...Object.fromEntries(numbers.map((index) => [`paths/${index}.yaml`, pathFile(index)])),
    ...Object.fromEntries(numbers.map((index) => [`schemas/${index}.yaml`, schemaFile(index)])),
  };
}

function pathFile(index: number): string {
  const schema = `{$ref: '../schemas/${index}.yaml#/Thing'}`;
  return `get:\n  summary: Lists\n  responses:\n    '200':\n      description: ok\n      content: {application/json: {schema: ${schema}}}\n`;
}

function schemaFile(index: number): string {
  const next = index % 2 === 0 ? index : index + 1;
  return `Thing:\n  type: object\n  properties:\n    id: {type: string}\n    next: {$ref: './${next}.yaml#/Thing'}\n    shared: {$ref: '../api.yaml#/components/schemas/Shared'}\n`;
}

function reviewed(texts: Texts, previous?: Review): Review {
  const sources = Object.entries(texts).map(([name, text]) => {
    const uri = `${folder}${name}`;
    const before = previous?.workspace.sources.get(uri);
    return before?.text === text ? before : { uri, text };
  });
  return review(sources, rulebook, settings, previous);
}

function findingsOf({ files: found }: Review): string {
  const told = [...found.values()].map(({ uri, role, findings }) => {
    return [uri, role, findings.map(({ ruleId, span, message }) => [ruleId, span.start, message])];
  });
  return JSON.stringify(told, undefined, 1);
}

/** How many references are followed while `work` is done. */
function followed(work: () => void): number {
  const { step } = ReferenceResolver.prototype;
  let count = 0;
  ReferenceResolver.prototype.step = function (reference) {
    count++;
    return step.call(this, reference);
  };
  try {
    work();
  } finally {
    ReferenceResolver.prototype.step = step;
  }
  return count;
}

/** Edits of one file, and whether what references lead to may be taken over. */
const edits: readonly (readonly [string, string, string, boolean])[] = [
  ['schemas/7.yaml', 'type: string', 'type: integer', true],
  ['schemas/7.yaml', '    id: {type: string}', '    # a note\n    id: {type: string}\n    name: {type: string}', true],
  ['paths/3.yaml', 'summary: Lists', 'summary: Lists all', true],
  ['paths/3.yaml', '  summary: Lists', '  summary: Lists\n  desc', false],
  ['api.yaml', 'title: T', 'title: Things', true],
  ['api.yaml', "version: '1'", "version: '2'", true],
  ['schemas/7.yaml', './8.yaml#/Thing', './9.yaml#/Thing', false],
  ['schemas/7.yaml', 'Thing:', 'Other:', false],
  ['schemas/7.yaml', '    next:', '    later:', false],
  ['schemas/7.yaml', 'type: object', "$id: 'https://example.com/thing'\n  type: object", false],
  ['schemas/7.yaml', 'properties:', 'properties', false],
  ['schemas/7.yaml', './8.yaml', './absent.yaml', false],
  ['schemas/7.yaml', './8.yaml', 'https://example.com/8.yaml', false],
  ['api.yaml', '/things5:', '/things05:', false],
];

describe('files that a description is spread over', () => {
  const texts = manyFiles();

  for (const [name, from, to, isTakenOver] of edits) {
    const what = isTakenOver ? 'follow no reference again' : 'are followed anew';
    it(`${what} after “${from}” became “${to}” in ${name}, and say the same`, () => {
      const first = reviewed(texts);
      const edited = { ...texts, [name]: (texts[name] ?? '').replace(from, to) };
      let second = first;
      const count = followed(() => {
        second = reviewed(edited, first);
      });
      assert.equal(findingsOf(second), findingsOf(reviewed(edited)));
      if (isTakenOver) assert.ok(count < files, `${count}`);
      const back = reviewed(texts, second);
      assert.equal(findingsOf(back), findingsOf(first));
    });
  }

  it('are looked for again where a reference leads nowhere for now', () => {
    const broken = { ...texts, 'paths/3.yaml': pathFile(3).replace('#/Thing', '#/Lost') };
    const before = reviewed(broken);
    const mended = { ...broken, 'schemas/3.yaml': `${schemaFile(3)}Lost: {type: strng}\n` };
    assert.equal(findingsOf(reviewed(mended, before)), findingsOf(reviewed(mended)));
  });

  it('are looked for again where a reference passes through another', () => {
    const through = {
      ...texts,
      'paths/3.yaml': pathFile(3).replace('#/Thing', '#/Thing/properties/next/properties/id'),
    };
    const before = reviewed(through);
    const moved = { ...through, 'schemas/3.yaml': schemaFile(3).replace('./4.yaml', './5.yaml') };
    assert.equal(findingsOf(reviewed(moved, before)), findingsOf(reviewed(moved)));
  });
});
