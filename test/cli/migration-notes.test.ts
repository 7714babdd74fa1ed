import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { withFolder } from '../support/with-folder.ts';
import { type RunResult, runIn } from './run-in-folder.ts';

const schema = `datasource db {
  provider = "postgresql"
}

model User {
  id        Int      @id
  email     String   @unique
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
  orders    Order[]
}

model Order {
  id        Int      @id
  user      User     @relation(fields: [userId], references: [id])
  userId    Int
  total     Float
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
}
`;

const felt =
  /^schema\.prisma: the next migration builds 1 index on Order \(nobody writes to a table meanwhile, .*\) and rewrites Order \(nobody reads or writes a table meanwhile\)\.$/m;

function fix(
  choice: string,
  files: { readonly [path: string]: string },
  words: readonly string[] = [],
): Promise<RunResult> {
  return withFolder(files, (folder) => runIn(folder, ['review', choice, ...words], { rulebook }));
}

describe('what fixes leave to the next migration', () => {
  it('is told once, beside the report, of the schema they changed', async () => {
    const { stderr, stdout } = await fix('--fix=review', { 'schema.prisma': schema });
    assert.match(stderr, felt);
    assert.equal(stderr.split('the next migration').length, 2, stderr);
    assert.match(stdout, /^2 findings fixed/m);
  });

  it('is told beside JSON too, and not with --quiet', async () => {
    const files = { 'schema.prisma': schema };
    assert.match((await fix('--fix=review', files, ['--format', 'json'])).stderr, felt);
    assert.doesNotMatch((await fix('--fix=review', files, ['--quiet'])).stderr, /migration/);
  });

  it('is nothing where no fix was made, or none that the database feels', async () => {
    assert.doesNotMatch((await fix('--fix', { 'schema.prisma': schema })).stderr, /migration/);
    const unkept = schema.replace('@updatedAt\n  orders', '@default(now())\n  orders');
    const { stderr, stdout } = await fix('--fix=updated-at-attribute', { 'schema.prisma': unkept });
    assert.match(stdout, /^1 finding fixed/m);
    assert.doesNotMatch(stderr, /migration/);
  });
});
