import assert from 'node:assert/strict';
import { format } from '@prisma/prisma-schema-wasm';
import { describe, it } from 'mocha';
import { alignColumns } from '#core/prisma/align-columns.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import './prisma-oracle.ts';

const uri = 'file:///schema.prisma';
const shop = `model Order {
  id     Int    @id @default(autoincrement())
  total  Float  @default(0) // in euros
  /// Who ordered.
  email  String @unique
  // the rest
  tags   String[]
  note   Unsupported("circle")? @map("n")

  lines Line[]
  at    DateTime @default(now()) @db.Timestamptz(6)

  @@index([email])
}

model Line {
  id      Int   @id
  price   Float
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int
}
`;

describe('columns of a schema', () => {
  for (const [from, to] of [
    ['Float ', 'Decimal '],
    ['Float', 'Decimal'],
    ['email ', 'emailAddress '],
    ['Unsupported("circle")?', 'Int'],
    ['note ', 'n '],
    ['  lines Line[]\n', '  lines Line[]\n  deletedAt DateTime? @map("deleted_at")\n'],
    ['  total ', '  totalOfAll Decimal @db.Decimal(12, 2)\n  total '],
    ['  orderId Int\n', '  orderId BigInt @db.BigInt\n'],
  ] as const)
    it(`are as Prisma sets them after “${from.trim()}” became “${to.trim()}”`, () => {
      const before = formatted(shop);
      const edits = replacing(before, from, to);
      assert.ok(edits.length > 0);
      assert.equal(changed(before, edits), formatted(applyEdits(before, edits)));
    });

  it('are left alone where they were not set', () => {
    const text = shop.replace('  id     Int    @id', '  id Int @id').replace('  id      Int   @id', '  id Int   @id');
    const edits = replacing(text, 'Float', 'Decimal');
    assert.equal(changed(text, edits), applyEdits(text, edits));
  });

  it('are kept in the block that was set in columns only', () => {
    const text = formatted(shop).replace('  price   Float', '  price Float');
    const edits = replacing(text, 'Float', 'DoublePrecision');
    const [order = '', line = ''] = changed(text, edits).split('model Line');
    assert.equal(order, formatted(applyEdits(text, edits)).split('model Line')[0]);
    assert.match(line, /id {6}Int {3}@id\n {2}price DoublePrecision\n/);
  });

  it('keep line breaks of two units', () => {
    const text = formatted(shop).replaceAll('\n', '\r\n');
    const edits = replacing(text, 'Float', 'Decimal');
    assert.equal(
      changed(text, edits).replaceAll('\r\n', '\n'),
      formatted(applyEdits(text, edits).replaceAll('\r\n', '\n')),
    );
  });
});

function changed(text: string, edits: readonly Edit[]): string {
  return applyEdits(text, [...alignColumns(cutPrisma({ uri, text }), edits)]);
}

function replacing(text: string, from: string, to: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (let start = text.indexOf(from); start >= 0; start = text.indexOf(from, start + from.length))
    edits.push({ span: { start, end: start + from.length }, newText: to });
  return edits;
}

/** As Prisma formats it. */
function formatted(text: string): string {
  const options = { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } };
  const [[, written]] = JSON.parse(format(JSON.stringify([[uri, text]]), JSON.stringify(options))) as [
    [string, string],
  ];
  return written;
}
