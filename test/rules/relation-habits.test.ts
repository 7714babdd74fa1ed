import { describe, it } from 'mocha';
import { foreignKeyRelated } from '#rules/prisma/foreign-key-related.ts';
import { checkExample } from './check-rule.ts';

describe('a new relation', () => {
  it('says of a deletion what all others to that model say, whatever columns the model has', () => {
    const columns = Array.from({ length: 60 }, (_, index) => `  column${index} String\n`).join('');
    const names = ['Photo', 'Feature', 'Document'];
    const others = names
      .map(
        (name) => `
model ${name} {
  id        Int     @id
  listingId Int
  listing   Listing @relation(fields: [listingId], references: [id], onDelete: Cascade, onUpdate: NoAction)

  @@index([listingId])
}
`,
      )
      .join('');
    const text = (listing: string, key: string, own: string): string => `datasource db {
  provider = "postgresql"
}

model Listing {
  id Int @id
${columns}
${names.map((name) => `  ${name.toLowerCase()}s ${name}[]\n`).join('')}${listing}}
${others}
model Job {
  id        Int     @id
  ${key} Int
${own}
  @@index([listingId])
}
`;
    const own = `  listing   Listing @relation(fields: [listingId], references: [id], onDelete: Cascade, onUpdate: NoAction)\n`;
    checkExample(foreignKeyRelated, {
      title: '',
      bad: { 'schema.prisma': text('', '«listingId»', '') },
      good: { 'schema.prisma': text('  jobs Job[]\n', 'listingId', own) },
    });
  });

  it('is called by the one row on the other side, too, where lists are', () => {
    const text = (website: string, key: string, own: string): string => `datasource db {
  provider = "postgresql"
}

model Website {
  id     Int      @id
  report Report[]
  event  Event[]
  goal   Goal[]
${website}}
${['Report', 'Event', 'Goal']
  .map(
    (name) => `
model ${name} {
  id        Int     @id
  websiteId Int
  website   Website @relation(fields: [websiteId], references: [id])

  @@index([websiteId])
}
`,
  )
  .join('')}
model Member {
  id        Int     @id
  ${key} Int
${own}
  @@index([websiteId])
}
`;
    const own = `  website   Website @relation(fields: [websiteId], references: [id])\n`;
    checkExample(foreignKeyRelated, {
      title: '',
      bad: { 'schema.prisma': text('', '«websiteId»', '') },
      good: { 'schema.prisma': text('  member Member[]\n', 'websiteId', own) },
    });
  });
});
