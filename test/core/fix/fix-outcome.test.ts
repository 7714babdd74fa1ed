import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixOutcome } from '#core/fix/fix-outcome.ts';
import { resolveFixes } from '#core/fix.ts';
import { review } from '#core/review.ts';
import type { ReviewFix } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { TreeChange } from '#core/tree/change.ts';

const uri = 'file:///w/a.yaml';
const settings: ReviewSettings = { folders: ['file:///w'], preset: 'none', unread: new Map() };
const rulebook = { rules: [], presets: [{ name: 'none', description: '', base: 'recommended', rules: {} }] } as const;

type ChangeHere<C extends TreeChange = TreeChange> = C extends TreeChange ? Omit<C, 'uri'> : never;

/** What would become of a fix, and that writing it comes to the same. */
function outcomeOf(text: string, ...changes: readonly ChangeHere[]): string {
  const reviewed = review([{ uri, text }], rulebook, settings);
  const fix: ReviewFix = {
    title: 'T',
    safety: 'safe',
    changes: changes.map((change) => ({ ...change, uri }) as TreeChange),
  };
  const outcome = fixOutcome(fix, reviewed.workspace);
  const { files, skipped } = resolveFixes(reviewed, [fix]);
  const written = skipped.length > 0 ? 'refused' : files.length > 0 ? 'writes' : 'nothing';
  assert.equal(outcome.kind, written, 'what is said of a fix holds when it is written');
  return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
}

const head = 'openapi: 3.1.0\n';

describe('what would become of a fix', () => {
  it('is text where it changes something, anywhere in the file', () => {
    const text = `${head}paths:\n  /a:\n    get:\n      summary: A\n`;
    assert.equal(outcomeOf(text, { kind: 'set', pointer: ['paths', '/a', 'get', 'summary'], value: 'B' }), 'writes');
    assert.equal(outcomeOf(text, { kind: 'set', pointer: ['components', 'schemas', 'A'], value: {} }), 'writes');
    assert.equal(outcomeOf(text, { kind: 'rename', pointer: ['paths', '/a'], name: '/b' }), 'writes');
  });

  it('is nothing where the text says so already', () => {
    const text = `${head}paths:\n  /a:\n    get:\n      summary: A\ncomponents:\n  schemas:\n    A: {}\n`;
    assert.equal(outcomeOf(text, { kind: 'set', pointer: ['paths', '/a', 'get', 'summary'], value: 'A' }), 'nothing');
    const present = { kind: 'set', pointer: ['components', 'schemas', 'A'], value: 1, ifAbsent: true } as const;
    assert.equal(outcomeOf(text, present), 'nothing');
    assert.equal(outcomeOf(text, { kind: 'remove', pointer: ['paths', '/b'] }), 'nothing');
    assert.equal(outcomeOf(text, present, { kind: 'remove', pointer: ['paths', '/a'] }), 'writes');
  });

  it('is a reason where an alias, a merge key or a doubled key is in the way', () => {
    const alias = `${head}tags: &tags [a]\nx-tags: *tags\n`;
    assert.equal(
      outcomeOf(alias, { kind: 'append', pointer: ['x-tags'], value: 'b' }),
      '“x-tags” is an alias (*tags); it has to be changed at its anchor.',
    );
    const merged = `${head}x-a: &a\n  info:\n    title: T\nx-b:\n  <<: *a\n`;
    assert.equal(
      outcomeOf(merged, { kind: 'set', pointer: ['x-b', 'info', 'title'], value: 'U' }),
      '“info” comes from a merge key (<<); it has to be changed at its anchor.',
    );
    const twice = `${head}info:\n  a: 1\n  a: 2\n`;
    assert.equal(outcomeOf(twice, { kind: 'remove', pointer: ['info', 'a'] }), '“a” stands there twice.');
  });

  it('is a reason where lines end with carriage returns alone', () => {
    for (const text of [
      `${head}paths:\n  /a:\n    get: {}\n`,
      '{\n  "openapi": "3.1.0",\n  "paths": { "/a": { "get": {} } }\n}\n',
    ])
      assert.equal(
        outcomeOf(text.replaceAll('\n', '\r'), { kind: 'set', pointer: ['paths', '/a', 'get', 'summary'], value: 'A' }),
        'its lines end with carriage returns alone; let them end with line feeds.',
      );
  });

  it('holds for the whole fix: where one part cannot be written, none is', () => {
    const text = `${head}tags: &tags [a]\nx-tags: *tags\n`;
    const append = { kind: 'append', pointer: ['x-tags'], value: 'b' } as const;
    assert.match(outcomeOf(text, { kind: 'set', pointer: ['info', 'title'], value: 'T' }, append), /is an alias/);
    const reviewed = review([{ uri, text }], rulebook, settings);
    const changes = [
      { kind: 'set', uri, pointer: ['info', 'title'], value: 'T' },
      { ...append, uri },
    ] as const;
    const other = { kind: 'set', uri, pointer: ['servers'], value: [] } as const;
    const { files, skipped } = resolveFixes(reviewed, [
      { title: 'Both', safety: 'safe', changes },
      { title: 'Other', safety: 'safe', changes: [other] },
    ]);
    assert.deepEqual(
      skipped.map(({ title }) => title),
      ['Both'],
    );
    assert.equal(files[0]?.edits.length, 1);
    assert.match(files[0]?.edits[0]?.newText ?? '', /^servers: \[\]\n?$|^\n?servers: \[\]/);
  });

  it('writes beside explicit keys', () => {
    const text = `${head}components:\n  schemas:\n    ? Long\n    : type: object\n`;
    assert.equal(outcomeOf(text, { kind: 'set', pointer: ['components', 'schemas', 'A'], value: {} }), 'writes');
    assert.equal(
      outcomeOf(text, { kind: 'set', pointer: ['components', 'schemas', 'Long', 'title'], value: 'A' }),
      'writes',
    );
  });
});
