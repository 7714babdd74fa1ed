import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { firstSafeFix, fixAllSteps } from '#core/fix/fix-all.ts';
import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
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

function modelRule(name: string, check: (model: PrismaModel) => Iterable<Finding>): Rule {
  return localRule({
    ...ruleInfo,
    id: `prisma/${name}`,
    on: ['prisma.model'],
    check,
  });
}

/** Finds the models of these names, and renames them. */
function renaming(name: string, renames: { readonly [from: string]: string }): Rule {
  return modelRule(name, function* (model) {
    const { value, span } = model.name;
    const newText = renames[value];
    if (newText === undefined) return;
    const changes = [{ kind: 'text', section: model.section, edits: [{ span, newText }] }] as const;
    yield { span, message: `${value} is bad.`, fixes: [{ title: 'Rename it', safety: 'safe', changes }] };
  });
}

/** Wants an attribute in the model `a`, or one of those that serve as well. */
function wanting(name: string, attribute: string, serving: readonly string[]): Rule {
  return modelRule(name, function* (model) {
    const { value, span } = model.name;
    const isServed = model.attributes.some((has) => [attribute, ...serving].includes(has.name.value));
    if (value !== 'a' || isServed) return;
    const edit = insertBlockAttributeEdit(model, `@@${attribute}([id])`);
    const changes = [{ kind: 'text', section: model.section, edits: [edit] }] as const;
    yield { span, message: `${name} wants it.`, fixes: [{ title: 'Add it', safety: 'safe', changes }] };
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

  it('adds nothing that what another rule adds at the same place does as well', () => {
    const [key, index] = [wanting('one', 'unique', []), wanting('two', 'index', ['unique'])];
    assert.deepEqual(fixAll(key, index).made, ['one wants it.']);
    assert.deepEqual(fixAll(key, wanting('two', 'index', [])).made, ['one wants it.', 'two wants it.']);
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
