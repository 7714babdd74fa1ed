import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { readClientAbilities } from '#server/client-abilities.ts';
import { migrationDraft } from '#server/features/migration-draft.ts';
import { Session } from '#server/session.ts';
import { memoryPlatform } from '../support/memory-platform.ts';

const folder = 'file:///w/';
const uri = `${folder}schema.prisma`;
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
    assert.deepEqual(await ask(same, same, `${folder}other.yaml`), { missing: 'no-schema', base: '' });
  });
});

async function ask(before: string | undefined, after: string, of = uri) {
  const abilities = readClientAbilities({ processId: null, rootUri: null, capabilities: {} });
  const nothing = (): void => undefined;
  const output = {
    publishDiagnostics: nothing,
    reviewed: nothing,
    lensesChanged: nothing,
    log: nothing,
    note: nothing,
    say: nothing,
  };
  const openBase = async () => ({
    id: 'base',
    name: 'main',
    formerUris: new Map<string, string>(),
    read: async (uris: readonly string[]) =>
      new Map(uris.filter((each) => each === uri).map((each) => [each, before ?? ''])),
    list: async () => [],
  });
  const files = memoryPlatform(new Map([[uri, schema('old Int')]]));
  const platform = before === undefined ? files : { ...files, openBase };
  const session = new Session(abilities, output, { rulebook, platform });
  session.start({ typingRest: 0 }, [folder]);
  session.openDocument(uri, 'prisma', 1, after);
  await session.complete();
  try {
    return await migrationDraft(session, of);
  } finally {
    session.dispose();
  }
}
