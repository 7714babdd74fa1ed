import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resolveFixes } from '#core/fix.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import { type Review, review } from '#core/review.ts';
import { applyEdits } from '#core/text/span.ts';
import { rules } from '#rules/index.ts';

const uri = 'file:///a/schema.prisma';

const schema = `datasource db {
  provider = "postgresql"
}

model Tag {
  id    String @id
  name  String
  label String @db.VarChar(50)
  note  String @db.Text
  codes String[]
  other String @db.VarChar
}
`;

describe('options of rules about columns', () => {
  it('bound texts', () => {
    const reviewed = reviewWith('prisma/string-length-policy', { policy: 'bounded', length: 100 });
    assert.deepEqual(messages(reviewed), [
      '`Tag.name` takes texts of any length.',
      '`Tag.other` takes texts of any length.',
    ]);
    assert.match(
      mended(reviewed),
      /name {2}String @db.VarChar\(100\)\n.*\n.*\n.*\n {2}other String @db.VarChar\(100\)\n/,
    );
  });

  it('leave texts unbounded', () => {
    const reviewed = reviewWith('prisma/string-length-policy', { policy: 'text' });
    assert.deepEqual(messages(reviewed), [
      '`Tag.label` has a length, which texts of this schema have not.',
      '`Tag.other` has a length, which texts of this schema have not.',
    ]);
    assert.match(mended(reviewed), /label String\n/);
  });

  it('say nothing of texts otherwise', () => {
    assert.deepEqual(messages(reviewWith('prisma/string-length-policy', {})), []);
    assert.deepEqual(messages(reviewWith('prisma/string-length-policy', { policy: 'other' })), []);
  });

  it('name the models that keep deleted rows', () => {
    const reviewed = reviewWith('prisma/soft-delete-policy', { models: ['Tag', 'Other'] });
    assert.deepEqual(messages(reviewed), ['Tag has to keep deleted rows, and has no time of deletion.']);
    assert.match(mended(reviewed), /deletedAt DateTime\?/);
    assert.deepEqual(messages(reviewWith('prisma/soft-delete-policy', {})), []);
  });

  it('say how many columns and models are too many', () => {
    assert.deepEqual(messages(reviewWith('prisma/model-narrow', { columns: 5 })).length, 1);
    assert.deepEqual(messages(reviewWith('prisma/model-narrow', { columns: 6 })).length, 0);
  });

  it('take an enum of few values for a flag', () => {
    const reviewed = (values: number) => reviewWith('prisma/index-selective', { values }, sided);
    assert.deepEqual(messages(reviewed(1)), []);
    assert.deepEqual(messages(reviewed(2)), [
      '`Offer.side` has 2 values: an index over it alone finds half the table.',
    ]);
  });
});

const sided = `enum Side {
  BUY
  SELL
}

model Offer {
  id   String @id
  side Side

  @@index([side])
}
`;

function reviewWith(
  id: string,
  options: { readonly [name: string]: string | number | readonly string[] },
  text = schema,
): Review {
  const preset = { name: 'all', description: '', base: 'all', rules: { [id]: { options } } } as const;
  const rulebook = { rules: rules.filter((rule) => rule.id === id), presets: [preset] };
  return review([{ uri, text }], rulebook, {
    folders: ['file:///a/'],
    preset: 'all',
    unread: new Map(),
    failFast: true,
  });
}

function messages({ files }: Review): readonly string[] {
  return [...singleFindings(files.get(uri)?.findings ?? [])].map(({ message }) => message);
}

/** The schema after the first fixes. */
function mended(reviewed: Review): string {
  const fixes = [...singleFindings(reviewed.files.get(uri)?.findings ?? [])].flatMap((finding) =>
    finding.fixes.slice(0, 1),
  );
  const { files } = resolveFixes(reviewed, fixes);
  return applyEdits(schema, files[0]?.edits ?? []);
}
