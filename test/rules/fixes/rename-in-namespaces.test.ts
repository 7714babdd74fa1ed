import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';
import { schemaSurveyOf } from '#core/project/schema-survey.ts';
import { applyEdits } from '#core/text/span.ts';
import { type Rename, renameFix } from '#rules/fixes/prisma/rename.ts';

const uri = 'file:///w/schema.prisma';
const schema = (other: string) => `// use prisma-8
model ${other} {
  id Int @id
}

namespace auth {
  model user {
    id    Int @id
    posts Post[]
  }

  model Session {
    user   user @relation(fields: [userId], references: [id])
    userId Int @id
  }
}

model Post {
  id     Int @id
  author auth.user @relation(fields: [id], references: [id])
  reader supabase:auth.user @relation(fields: [id], references: [id])
}
`;

/** The text after a rename; undefined where it changes nothing. */
function renamed(text: string, rename: Rename): string | undefined {
  const document = cutPrisma({ uri, text });
  const { changes } = renameFix('Rename', uri, [rename]);
  if (Array.isArray(changes) || !('make' in changes)) return undefined;
  const made = schemaSurveyOf(new PrismaSchema(uri, [document])).changes(changes);
  if (made.length === 0) return undefined;
  const texts = document.sections.map((section) => {
    const edits = made.flatMap((change) => (change.kind === 'text' && change.section === section ? change.edits : []));
    return applyEdits(
      section.text,
      edits.toSorted((a, b) => a.span.start - b.span.start),
    );
  });
  return texts.join('');
}

describe('renames in a Prisma 8 schema', () => {
  it('change the name alone where it stands behind that of its namespace, and none of another contract', () => {
    const text = schema('Other');
    const expected = text
      .replace('model user', 'model User')
      .replace('posts Post[]', 'posts Post[]\n\n    @@map("user")')
      .replace('user   user', 'user   User')
      .replace('author auth.user', 'author auth.User');
    assert.equal(renamed(text, { kind: 'model', from: 'user', to: 'User' }), expected);
  });

  it('are left where two namespaces have something of that name', () => {
    assert.equal(renamed(schema('user'), { kind: 'model', from: 'user', to: 'User' }), undefined);
  });

  it('give no column to a field that leads to a model of a namespace', () => {
    const rename = { kind: 'field', block: 'Post', from: 'author', to: 'writer' } as const;
    assert.equal(renamed(schema('Other'), rename), schema('Other').replace('author auth', 'writer auth'));
    const other = { ...rename, from: 'reader' };
    assert.equal(renamed(schema('Other'), other), schema('Other').replace('reader supabase', 'writer supabase'));
  });
});
