import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { migrationDraft } from '#server/features/migration-draft.ts';
import { comparedFolder, comparedSession } from './compared-session.ts';

const schema = (field: string): string =>
  `datasource db {\n  provider = "postgresql"\n}\n\nmodel User {\n  id Int @id\n  ${field}\n}\n`;

describe('the draft of a migration', () => {
  it('is the plan of the schema, unsaved text and all', async () => {
    const draft = await ask(schema('name String?'), schema('name String'));
    assert.ok('text' in draft);
    assert.match(draft.text, /^-- schema\.prisma against main, for PostgreSQL: a plan/);
    assert.match(draft.text, /^ALTER TABLE "User" ALTER COLUMN "name" SET NOT NULL;$/m);
  });

  it('says why there is none', async () => {
    const same = schema('name String?');
    assert.deepEqual(await ask(same, same), { missing: 'no-change', base: 'main' });
    assert.deepEqual(await ask(undefined, same), { missing: 'no-base', base: '' });
    assert.deepEqual(await ask(same, same, 'other.yaml'), { missing: 'no-schema', base: '' });
  });
});

async function ask(before: string | undefined, after: string, of = 'schema.prisma') {
  const { session } = await comparedSession('schema.prisma', before, after);
  try {
    return await migrationDraft(session, comparedFolder + of);
  } finally {
    session.dispose();
  }
}
