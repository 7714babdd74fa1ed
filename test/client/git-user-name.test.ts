import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { gitUserName } from '#client/git-user-name.ts';

describe('gitUserName', () => {
  const cases: readonly (readonly [text: string, name: string | undefined])[] = [
    ['[user]\n\tname = Ada Lovelace\n', 'Ada Lovelace'],
    ['[core]\r\n\tbare = false\r\n[User]\r\n\tNAME=Ada\r\n', 'Ada'],
    ['[user]\n  name = "Ada # L." ; the first\n', 'Ada # L.'],
    ['[user]\n  name = Ada # comment\n', 'Ada'],
    ['[user]\n  name = "Ada \\"Countess\\" Lovelace"\n', 'Ada "Countess" Lovelace'],
    ['[user]\nname = A\n[user]\nname = B\n', 'B'],
    ['[remote "origin"]\n  name = x\n', undefined],
    ['[user "work"]\n  name = x\n', undefined],
    ['[user]\n  name =\n', undefined],
    ['[user', undefined],
    ['', undefined],
  ];
  for (const [text, name] of cases) {
    it(`reads ${JSON.stringify(name)} from ${JSON.stringify(text)}`, () => assert.equal(gitUserName(text), name));
  }
});
