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

/** One rule for each part of the guideline that is about databases. */
const shown = [
  'prisma/money-exact',
  'prisma/status-enumerated',
  'prisma/join-table-keyed',
  'prisma/foreign-key-indexed',
  'prisma/index-not-redundant',
  'prisma/records-outlive-owner',
  'prisma/updated-at-attribute',
  'prisma/soft-delete-unique',
  'prisma/credential-expires',
  'prisma/outbox-indexed',
  'cross/filter-indexed',
  'cross/cursor-order-unique',
  'cross/enum-matches',
  'cross/nullable-matches',
  'cross/type-matches',
  'cross/length-matches',
  'cross/required-column-sent',
  'cross/unique-conflict-documented',
  'cross/restricted-delete-documented',
];

/** What a newcomer tries first. */
describe('the examples', () => {
  it('show each part of the guideline about databases, once or twice', () =>
    withFolder({}, async (folder) => {
      cpSync(resolve('examples'), folder, { recursive: true });
      const { stdout } = await runIn(folder, ['review'], { rulebook });
      const found = [...stdout.matchAll(/^(\d+) {2}((?:prisma|cross)\/\S+)$/gm)];
      assert.deepEqual(found.map(([, , id]) => id).sort(), [...shown].sort());
      assert.ok(found.every(([, count]) => Number(count) <= 2));
    }));

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
      const hint =
        '2 findings can be fixed with --fix=cross/cursor-order-unique,cross/filter-indexed, which changes a schema, too.';
      assert.ok(again.stdout.includes(`nothing was fixed. ${hint}\n`), again.stdout);
      assert.deepEqual(textsBelow(folder), fixed);
    }));
});
