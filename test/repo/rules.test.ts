import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Need } from '#core/rule.ts';
import { checklist } from '#rules/checklist.ts';
import { rulebook } from '#rules/rulebook.ts';
import { filesUnder, readText } from './repository-files.ts';

const { rules, presets } = rulebook;

describe('every rule', () => {
  it('has the id of its file', () => {
    const files = ['change', 'cross', 'openapi', 'prisma'].flatMap((scope) => filesUnder(`rules/${scope}`, '.ts'));
    assert.deepEqual(
      rules.map(({ id }) => `rules/${id}.ts`).sort(),
      files.filter((file) => file.split('/').length === 3).sort(),
    );
  });

  it('serves an automatic row of the guideline', () => {
    const rows = checklist.flatMap(({ items }) => items.filter(({ kind }) => kind === 'automatic').map(({ id }) => id));
    assert.deepEqual(
      rules.filter(({ item }) => !rows.includes(item.id)).map(({ id }) => id),
      [],
    );
  });

  it('has an example, a reason, a summary that is a sentence, and a page', () => {
    for (const { id, examples, summary, why } of rules) {
      assert.ok(examples.length > 0, `${id} has no example`);
      assert.match(summary, /^[A-Z“`].*[.]$/, `the summary of ${id}`);
      assert.notEqual(why.trim(), '', `the reason of ${id}`);
      assert.ok(readText(`docs/rules/${id}.md`).startsWith(`# ${id}\n`));
    }
  });

  it('says that it needs a database where it is one about both sides, and `usage` where it completes what it gathered', () => {
    const needs = (need: Need) => rules.filter((rule) => rule.needs.some((each) => each === need)).map(({ id }) => id);
    const both = rules.filter(({ id }) => id.startsWith('cross/')).map(({ id }) => id);
    const completing = rules.filter((rule) => rule.reach === 'global' && rule.complete !== undefined);
    const isChange = (id: string): boolean => id.startsWith('change/');
    assert.deepEqual(
      needs('database').filter((id) => !isChange(id)),
      both,
    );
    assert.deepEqual(needs('base'), rules.map(({ id }): string => id).filter(isChange));
    assert.deepEqual(
      needs('usage'),
      completing.map(({ id }) => id),
    );
  });

  it('that a preset sets exists', () => {
    const ids = rules.map(({ id }): string => id);
    const unknown = presets
      .flatMap((preset) => [...Object.keys(preset.rules), ...(preset.turnsOn ?? [])])
      .filter((id) => !ids.includes(id));
    assert.deepEqual(unknown, []);
  });
});

describe('every preset', () => {
  it('sets options that there are, and turns on what is off', () => {
    const byId = new Map(rules.map((rule) => [rule.id as string, rule]));
    for (const { name, rules: settings, turnsOn = [] } of presets) {
      for (const [id, { options = {} }] of Object.entries(settings))
        for (const option of Object.keys(options))
          assert.ok(option in (byId.get(id)?.options ?? {}), `${name}: ${id}.${option}`);
      assert.deepEqual(
        turnsOn.filter((id) => byId.get(id)?.recommended === true),
        [],
        name,
      );
      assert.equal(new Set(turnsOn).size, turnsOn.length, name);
    }
  });
});

describe('every automatic row of the guideline', () => {
  it('has a rule', () => {
    const served = new Set(rules.map(({ item }) => item.id));
    const rows = checklist.flatMap(({ items }) => items.filter(({ kind }) => kind === 'automatic'));
    assert.deepEqual(
      rows.filter(({ id }) => !served.has(id)).map(({ id }) => id),
      [],
    );
  });
});
