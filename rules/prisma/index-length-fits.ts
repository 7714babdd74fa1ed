import { argumentOf } from '#core/prisma/attribute.ts';
import { fieldOf, nativeTypeOf } from '#core/prisma/field.ts';
import { type IndexField, indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Fix, localRule } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { indexes } from '#rules/checklist.ts';
import { columnsOfIndex } from '#rules/detectors/prisma/index-columns.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

/** A key of InnoDB has at most so many bytes. Source: MySQL 8.4 Reference Manual, 17.22 InnoDB Limits. */
const longestKey = 3072;

/** A character of `utf8mb4`. */
const bytesOfCharacter = 4;

export const indexLengthFits = localRule({
  id: 'prisma/index-length-fits',
  summary: 'Keep the columns of a MySQL index within 3 072 bytes.',
  why: 'In `utf8mb4` each character may take four bytes, and a key of InnoDB has room for 3 072: two columns of 400 characters are too much. Prisma takes such a schema; the migration fails with “Specified key was too long”.',
  item: indexes,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    {
      title: 'MySQL 8.4 Reference Manual, InnoDB Limits',
      url: 'https://dev.mysql.com/doc/refman/8.4/en/innodb-limits.html',
    },
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A long address in an index',
      bad: `datasource db {
  provider = "mysql"
}

model Visit {
  id     Int    @id @default(autoincrement())
  url    String @db.VarChar(2048)
  siteId Int

  «@@index([siteId, url])»
}
`,
      good: `datasource db {
  provider = "mysql"
}

model Visit {
  id     Int    @id @default(autoincrement())
  url    String @db.VarChar(2048)
  siteId Int

  @@index([siteId, url(length: 191)])
}
`,
    },
    {
      title: 'Only the longest of two is cut',
      bad: `datasource db {
  provider = "mysql"
}

model Asset {
  id     Int    @id @default(autoincrement())
  bucket String @db.VarChar(255)
  path   String @db.VarChar(1024)

  «@@index([bucket, path])»
}
`,
      good: `datasource db {
  provider = "mysql"
}

model Asset {
  id     Int    @id @default(autoincrement())
  bucket String @db.VarChar(255)
  path   String @db.VarChar(1024)

  @@index([bucket, path(length: 191)])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || providerOf(scope.roots('prisma.datasource')) !== 'mysql') return;
    for (const index of indexesOf(model)) {
      if (index.kind === 'fulltext') continue;
      const bytes = bytesOf(index, model);
      if (bytes <= longestKey) continue;
      const fix = index.kind === 'index' ? shortened(index, model) : undefined;
      const columns = columnsOfIndex(index).map((name) => `\`${name}\``);
      yield {
        span: index.attribute.span,
        message: `The index over ${columns.join(', ')} of ${model.name.value} may need ${bytes} bytes, MySQL has ${longestKey}.${fix ? '' : ' Shorten a column, or keep a hash of it unique.'}`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

function bytesOf({ fields }: ModelIndex, model: PrismaModel): number {
  const all = fields.map(({ value, length }) => bytesOfColumn(fieldOf(model, value), length));
  return all.reduce((sum, bytes) => sum + bytes, 0);
}

function bytesOfColumn(field: PrismaField | undefined, prefix: string | undefined): number {
  const length = charactersOf(field);
  if (length === undefined) return field?.type.value === 'String' ? 0 : smallBytes;
  const used = Math.min(length, prefix === undefined ? length : Number(prefix));
  return used * (field?.type.value === 'Bytes' ? 1 : bytesOfCharacter);
}

/** No number and no time takes more than eight bytes; decimals take little more. */
const smallBytes = 8;

/** How many characters, or bytes, a text column holds; undefined for others, and for texts, of which Prisma wants a length. */
function charactersOf(field: PrismaField | undefined): number | undefined {
  if (field === undefined) return undefined;
  const native = nativeTypeOf(field);
  // Prisma makes a `VARCHAR(191)` of a String.
  if (native === undefined) return field.type.value === 'String' ? 191 : undefined;
  const length = Number(native.args[0]);
  return /^(?:VarChar|Char|VarBinary|Binary)$/.test(native.name) && Number.isInteger(length) ? length : undefined;
}

/**
 * The beginnings of long texts are enough to find rows by: as many characters as Prisma's own texts have, of the longest first,
 * and of no more of them than it takes.
 */
function shortened(index: ModelIndex, model: PrismaModel): Fix | undefined {
  const long = index.fields
    .map((field) => ({ field, characters: textCharacters(field, model) }))
    .filter(({ characters }) => characters > 191)
    .sort((a, b) => b.characters - a.characters);
  const chosen = new Set<IndexField>();
  let bytes = bytesOf(index, model);
  for (const { field, characters } of long) {
    if (bytes <= longestKey) break;
    chosen.add(field);
    bytes -= (characters - 191) * bytesOfCharacter;
  }
  const cut = index.fields.filter((field) => chosen.has(field));
  const [first, ...rest] = cut.flatMap((field) => prefixEdit(field, index));
  if (first === undefined || rest.length + 1 < cut.length || bytes > longestKey) return undefined;
  const names = cut.map(({ value }) => `\`${value}\``).join(', ');
  return prismaFix(
    `Index the first 191 characters of ${names} in ${model.name.value}`,
    'review',
    model.section,
    first,
    ...rest,
  );
}

/** How many characters of a text the index holds; 0 where it is told how many, and for other columns. */
function textCharacters({ value, length }: IndexField, model: PrismaModel): number {
  const field = fieldOf(model, value);
  return length === undefined && field?.type.value === 'String' ? (charactersOf(field) ?? 0) : 0;
}

/** Undefined where the column has arguments already. */
function prefixEdit({ value, span, sort, ops }: IndexField, { attribute }: ModelIndex): readonly Edit[] {
  const isPlain = sort === undefined && ops === undefined && argumentOf(attribute, 'fields') === undefined;
  return isPlain ? [{ span, newText: `${value}(length: 191)` }] : [];
}
