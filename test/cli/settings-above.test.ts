import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { withFolder } from '../support/with-folder.ts';
import { type RunSetting, runIn } from './run-in-folder.ts';

const schema = `datasource db {
  provider = "postgresql"
}

model User {
  id        Int      @id
  createdAt DateTime @default(now())
  orders    Order[]
}

model Order {
  id        Int      @id
  user      User     @relation(fields: [userId], references: [id])
  userId    Int
  createdAt DateTime @default(now())
}
`;

const files = {
  '.git/HEAD': '',
  '.prismalintrc.json': '{"rules": {"require-field-index": ["error", {"forAllRelations": true}]}}',
  'prisma/schema.prisma': schema,
};

describe('the configuration of prisma-lint above a schema', () => {
  const severityOf = (words: readonly string[], setting: RunSetting = {}) =>
    withFolder(files, async (folder) => {
      const { stdout } = await runIn(folder, ['review', ...words], { rulebook, ...setting });
      return /\d (\w+) No index of Order/.exec(stdout)?.[1];
    });

  it('holds for the folder, for a single file, and for a text from standard input', async () => {
    assert.equal(await severityOf(['.']), 'error');
    assert.equal(await severityOf(['prisma/schema.prisma']), 'error');
    assert.equal(await severityOf(['schema.prisma'], { cwd: 'prisma' }), 'error');
    const stdin = ['--stdin-filename', 'prisma/schema.prisma'];
    assert.equal(await severityOf(stdin, { stdin: schema }), 'error');
  });

  it('holds within the folder that is reviewed only', async () => {
    assert.equal(await severityOf(['--root', 'prisma', 'prisma/schema.prisma']), 'warning');
  });
});
