import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { folder, say } from '../say.ts';

describe('a file that is referred to', () => {
  it('is asked for where it was not given, unless it is known why it is not there', () => {
    const text = 'openapi: 3.1.0\npaths:\n  /a:\n    $ref: a.yaml\n  /b:\n    $ref: https://example.com/b.yaml\n';
    const { reviewed, lines } = say({ 'api.yaml': text }, []);
    assert.deepEqual(reviewed.wanted, ['file:///w/a.yaml']);
    assert.match(lines.join('\n'), /plumbline\/remote-reference/);
    assert.deepEqual(
      say({ 'api.yaml': text }, [], { unread: new Map([['file:///w/a.yaml', 'missing']]) }).reviewed.wanted,
      [],
    );
  });
});

describe('a file that is not read', () => {
  const text = 'openapi: 3.1.0\npaths:\n  /a:\n    $ref: ../a.yaml\n  /b:\n    $ref: ../a.yaml\n';

  it('is told of once, unless it is missing, which a rule tells', () => {
    const lines = (reason: 'outside-workspace' | 'unreadable' | 'missing') =>
      say({ 'api.yaml': text }, [], { unread: new Map([['file:///a.yaml', reason]]) }).lines;
    assert.deepEqual(lines('outside-workspace'), [
      'api.yaml ../a.yaml | plumbline/unread-reference | ../a.yaml lies outside the workspace and is not read. Open a folder that holds both files.',
    ]);
    assert.match(lines('unreadable')[0] ?? '', /could not be read/);
    assert.deepEqual(lines('missing'), []);
  });
});

describe('a description without an open folder', () => {
  it('says once, at the first reference, that no file is read', () => {
    const text =
      'openapi: 3.1.0\npaths:\n  /a:\n    $ref: a.yaml\n  /b:\n    $ref: b.yaml\n  /c:\n    $ref: b.yaml#/c\n';
    const unread = new Map(['a', 'b'].map((name) => [`${folder}${name}.yaml`, 'outside-workspace' as const]));
    const lines = (of: string) => say({ 'api.yaml': of }, [], { unread, folders: [] }).lines;
    const told = 'not read, because no folder is open. Open the folder that holds this file and what it refers to.';
    assert.deepEqual(lines(text), [
      `api.yaml a.yaml | plumbline/unread-reference | a.yaml and 1 more file are ${told}`,
    ]);
    const single = text.slice(0, text.indexOf('  /b:'));
    assert.deepEqual(lines(single), [`api.yaml a.yaml | plumbline/unread-reference | a.yaml is ${told}`]);
  });
});
