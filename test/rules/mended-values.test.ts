import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { applyFixes, findingsIn, reviewFiles } from './check-rule.ts';

const rules = rulebook.rules.filter(({ id }) => /^openapi[/](?:example|default)-fits-schema$/.test(id));

/** The file after all fixes, and their titles. */
function mended(name: string, text: string): { readonly text: string | undefined; readonly titles: readonly string[] } {
  const reviewed = reviewFiles({ [name]: text }, rules);
  const fixes = findingsIn(reviewed, name).flatMap((finding) => finding.fixes.slice(0, 1));
  return { text: applyFixes(reviewed, { [name]: text }, fixes)[name], titles: fixes.map(({ title }) => title) };
}

function inYaml(schema: string): string {
  return `openapi: 3.0.3\ncomponents:\n  schemas:\n    A: ${schema}\n`;
}

describe('a value written without quotes', () => {
  for (const [written, type] of [
    ['50.00', 'number'],
    ['1.0', 'integer'],
    ['-0', 'integer'],
    ['0.10', 'number'],
    ['12', 'integer'],
  ] as const)
    it(`keeps its characters: ${written}`, () => {
      const yaml = (value: string) => inYaml(`{ type: ${type}, example: ${value} }`);
      for (const quote of [`"`, `'`]) assert.equal(mended('a.yaml', yaml(quote + written + quote)).text, yaml(written));
      const json = (value: string) =>
        `{ "openapi": "3.1.0", "components": { "schemas": { "A": { "type": "${type}", "examples": [${value}] } } } }\n`;
      assert.equal(mended('a.json', json(`"${written}"`)).text, json(written));
    });

  it('keeps those of two values of one list', () => {
    const yaml = (a: string, b: string) =>
      inYaml(`{ type: array, items: { type: number }, example: [${a}, 3, ${b}] } # list`);
    assert.equal(mended('a.yaml', yaml(`'1.50'`, '"2.00"')).text, yaml('1.50', '2.00'));
  });

  it('is null where the schema takes it', () => {
    for (const schema of ['type: integer, nullable: true', 'type: string, nullable: true, enum: [a, b]']) {
      const { text, titles } = mended('a.yaml', inYaml(`{ ${schema}, default: 'null' }`));
      assert.deepEqual(titles, ['Write null without quotes']);
      assert.equal(text, inYaml(`{ ${schema}, default: null }`));
    }
    const later = (value: string) => inYaml(`{ type: [object, 'null'], default: ${value} }`).replace('3.0.3', '3.1.0');
    assert.equal(mended('a.yaml', later('"null"')).text, later('null'));
  });

  it('is no null where the schema takes none', () => {
    for (const schema of ['type: integer', 'type: string, enum: [a, b]'])
      assert.deepEqual(mended('a.yaml', inYaml(`{ ${schema}, default: 'null' }`)).titles, []);
  });
});
