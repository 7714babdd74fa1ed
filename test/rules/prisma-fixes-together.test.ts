import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resolveFixes } from '#core/fix.ts';
import { applyEdits } from '#core/text/span.ts';
import { rules } from '#rules/index.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const schema = `datasource db {
  provider = "postgresql"
}

model User {
  id     Int    @id @default(autoincrement())
  orders Order[] @relation("buyer")
}

model Shop {
  id     Int     @id @default(autoincrement())
  orders Order[]
}

model Parcel {
  id      Int    @id @default(autoincrement())
  address String
  userId  Int
  shopId  Int
}

model Order {
  id      Int    @id @default(autoincrement())
  number  String
  note    String?
  buyer   User   @relation("buyer", fields: [buyerId], references: [id])
  buyerId Int
  shop    Shop   @relation(fields: [shopId], references: [id])
  shopId  Int
}
`;

describe('several fixes of one Prisma schema', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    const name = lineBreak === '\n' ? 'LF' : 'CRLF';
    it(`share the blank line before block attributes, which stand behind the fields (${name})`, () => {
      const text = schema.replaceAll('\n', lineBreak);
      const ids = ['prisma/foreign-key-indexed', 'prisma/foreign-key-related', 'prisma/timestamps-present'];
      const chosen = rules.filter(({ id }) => ids.includes(id));
      const reviewed = reviewFiles({ 'schema.prisma': text }, chosen);
      const fixes = findingsIn(reviewed, 'schema.prisma').flatMap((finding) => finding.fixes.slice(0, 1));
      const { files, skipped } = resolveFixes(reviewed, fixes);
      assert.deepEqual(skipped, []);
      const after = applyEdits(text, files[0]?.edits ?? []);
      assert.doesNotMatch(after, /(?<!\r)\n/.test(text) ? /\r/ : /(?<!\r)\n/, 'line ends are kept');
      const blocks = after.split(/\r?\n(?=model )/).slice(1);
      assert.equal(after.match(/@@index/g)?.length, 4, after);
      for (const block of blocks) {
        assert.doesNotMatch(block, /@@index.*\s*?\n\s*\n\s*@@index/, 'no blank line between indexes');
        assert.doesNotMatch(block, /@@index[\s\S]*\n +[a-z]/, 'fields stand before indexes');
      }
    });
  }
});
