import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { firstSafeFix, fixAllSteps } from '#core/fix/fix-all.ts';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { type Finding, localRule, type Rule } from '#core/rule.ts';
import { applyEdits } from '#core/text/span.ts';
import { finish } from '#core/work/steps.ts';
import { everyRule, ruleInfo } from '../../support/test-rule.ts';

const uri = 'file:///w/schema.prisma';
const settings: ReviewSettings = {
  folders: ['file:///w'],
  preset: 'all',
  unread: new Map(),
  failFast: true,
};
const text = 'model a {\n  id Int @id\n}\n\nmodel b {\n  id Int @id\n}\n\nmodel aa {\n  id Int @id\n}\n';

/** Finds the models of these names, and renames them. */
function renaming(name: string, renames: { readonly [from: string]: string }): Rule {
  return localRule({
    ...ruleInfo,
    id: `prisma/${name}`,
    on: ['prisma.model'],
    *check(model): Iterable<Finding> {
      const { value, span } = model.name;
      const newText = renames[value];
      if (newText === undefined) return;
      const changes = [{ kind: 'text', section: model.section, edits: [{ span, newText }] }] as const;
      yield { span, message: `${value} is bad.`, fixes: [{ title: 'Rename it', safety: 'safe', changes }] };
    },
  });
}

function fixAll(...rules: readonly Rule[]) {
  const rulebook = {
    rules,
    presets: [everyRule],
  } as const;
  const start = review([{ uri, text }], rulebook, settings);
  const { files, made, review: after } = finish(fixAllSteps(start, firstSafeFix, rulebook, settings));
  const fixed = applyEdits(text, files[0]?.edits ?? []);
  assert.equal(after.files.get(uri)?.text, fixed);
  const names = [...fixed.matchAll(/model (\w+)/g)].map(([, name]) => name);
  return { names, edits: files[0]?.edits.length ?? 0, made: made.map(({ finding }) => finding.message) };
}

describe('fixing all', () => {
  it('makes an edit for each place, and none between them', () => {
    const { names, edits, made } = fixAll(renaming('one', { a: 'x', b: 'y' }));
    assert.deepEqual(names, ['x', 'y', 'aa']);
    assert.equal(edits, 2);
    assert.deepEqual(made, ['a is bad.', 'b is bad.']);
  });

  it('makes fixes of the same text one after the other', () => {
    const { names, edits } = fixAll(renaming('one', { a: 'b1' }), renaming('two', { a: 'b2', b1: 'c', b2: 'c' }));
    assert.deepEqual(names, ['c', 'b', 'aa']);
    assert.equal(edits, 1);
  });

  it('makes the fixes of what fixes bring up', () => {
    assert.deepEqual(fixAll(renaming('one', { a: 'c', c: 'd', d: 'e' })).names, ['e', 'b', 'aa']);
  });

  it('makes no fix again that does not help, nor two in a circle', () => {
    const { made, edits, names } = fixAll(renaming('one', { a: 'c', c: 'a' }));
    assert.deepEqual(made, ['a is bad.', 'c is bad.']);
    assert.equal(edits, 0);
    assert.deepEqual(names, ['a', 'b', 'aa']);
  });

  it('changes nothing where there is nothing to do', () => {
    assert.deepEqual(fixAll(renaming('one', {})), { names: ['a', 'b', 'aa'], edits: 0, made: [] });
  });
});
