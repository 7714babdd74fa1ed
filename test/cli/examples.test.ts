import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { withFolder } from '../support/with-folder.ts';
import { runIn } from './run-in-folder.ts';

function textsBelow(folder: string): readonly (readonly [string, string])[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]);
}

/** What a newcomer tries first. */
describe('the examples', () => {
  it('show a finding with a safe fix, and are left alone once it is made', () =>
    withFolder({}, async (folder) => {
      cpSync(resolve('examples'), folder, { recursive: true });
      const before = new Map(textsBelow(folder));
      const { code, stdout } = await runIn(folder, ['review', '--fix'], { rulebook });
      assert.equal(code, 1);
      assert.match(stdout, /^fixed 1 finding in bookshop\/paths\/orders\.yaml$/m);
      const fixed = textsBelow(folder);
      const changed = fixed.filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
      assert.deepEqual(changed, ['bookshop/paths/orders.yaml']);
      assert.match((await runIn(folder, ['review', '--fix'], { rulebook })).stdout, /^nothing was fixed\./m);
      assert.deepEqual(textsBelow(folder), fixed);
    }));

  it('have fixes none of which takes back another', () =>
    withFolder({}, async (folder) => {
      cpSync(resolve('examples'), folder, { recursive: true });
      const { stdout } = await runIn(folder, ['review', '--fix=review'], { rulebook });
      const [, added = ''] = /Add `(@@index\(\[bookId\]\))` in BookAuthor/.exec(stdout) ?? [];
      assert.equal(added, '', 'the key over bookId and authorId is an index of bookId');
      const fixed = textsBelow(folder);
      const again = await runIn(folder, ['review', '--fix=review'], { rulebook });
      const hint = '1 finding can be fixed with --fix=cross/filter-indexed, which changes a schema, too.';
      assert.ok(again.stdout.includes(`nothing was fixed. ${hint}\n`), again.stdout);
      assert.deepEqual(textsBelow(folder), fixed);
    }));
});
