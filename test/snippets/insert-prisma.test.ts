import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { prismaPatterns } from '#snippets/patterns.ts';
import { hostProviders, prismaErrors, prismaHost } from './prisma-hosts.ts';
import { assertClean, assertLinesKept, insertAt } from './review-document.ts';

const name = 'schema.prisma';

describe('Insert Pattern in Prisma', () => {
  for (const provider of hostProviders) {
    it(`starts from a clean schema (${provider})`, () => {
      assert.deepEqual(prismaErrors(prismaHost(provider)), []);
      assertClean({ [name]: prismaHost(provider) }, 'the host');
    });

    for (const { id, unfitFor = [] } of prismaPatterns) {
      if (unfitFor.some((unfit) => unfit === provider)) continue;
      it(`${id} is valid and clean for ${provider}`, () => {
        for (const marker of ['name      String', 'text      String']) {
          const before = prismaHost(provider);
          const once = insertAt({ [name]: before }, name, id, marker);
          assert.ok(!('problem' in once), 'problem' in once ? once.problem : '');
          const after = once.files[name] ?? '';
          assert.deepEqual(prismaErrors(after), [], after);
          assertLinesKept(before, after);
          assertClean(once.files, `${id} for ${provider}`);
          assert.ok(once.cursor !== undefined && once.cursor > 0, 'has a cursor');
          const twice = insertAt(once.files, name, id, marker);
          if ('problem' in twice) assert.match(twice.problem, /^[A-Z].*\.$/);
          else assert.deepEqual(prismaErrors(twice.files[name] ?? ''), []);
          if (!('problem' in twice)) assertClean(twice.files, `${id} twice for ${provider}`);
        }
      });
    }
  }
});
