import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { columnValues } from '#rules/checklist.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isDeletionTime } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const uniqueWithoutNull = localRule({
  id: 'prisma/unique-without-null',
  summary: 'Leave optional columns out of unique keys of several columns.',
  why: 'A database treats two NULLs as different values: a unique key over `parentId` and `name` lets any number of rows without a parent have the same name.',
  item: columnValues,
  references: [
    postgresql('Unique Constraints', 'ddl-constraints.html#DDL-CONSTRAINTS-UNIQUE-CONSTRAINTS'),
    prismaDocumentation('@@unique', 'reference/prisma-schema-reference#unique-1'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Folders at the top may have the same name',
      bad: `datasource db {
  provider = "postgresql"
}

model Folder {
  id       Int      @id @default(autoincrement())
  name     String
  parent   Folder?  @relation("tree", fields: [parentId], references: [id])
  parentId Int?
  children Folder[] @relation("tree")

  «@@unique([parentId, name])»
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Folder {
  id       Int      @id @default(autoincrement())
  name     String
  parent   Folder   @relation("tree", fields: [parentId], references: [id])
  parentId Int
  children Folder[] @relation("tree")

  @@unique([parentId, name])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    if (provider === undefined || equalNulls.has(provider) || !isTable(model)) return;
    const keys = indexesOf(model).filter(({ kind, fields, where }) => kind === 'unique' && fields.length > 1 && !where);
    for (const key of keys) {
      const column = scopeColumn(key, model);
      if (column === undefined || isOneOfSeveral(key, column, keys) || isExplained(key, model)) continue;
      const others = key.fields.filter(({ value }) => value !== column).map(({ value }) => `\`${value}\``);
      yield {
        span: key.attribute.span,
        message:
          `Where \`${column}\` is NULL, two rows may have the same ${others.join(' and ')}. ` +
          `Make it required${provider === 'postgresql' ? ', or write NULLS NOT DISTINCT into the migration' : ''}.`,
        related: fieldPlace(model, column),
      };
    }
  },
});

/** SQL Server and MongoDB let only one row have a NULL. */
const equalNulls: ReadonlySet<string> = new Set(['sqlserver', 'mongodb']);

/**
 * The optional column within which the others are to be unique: a foreign key or a tenant. A value that is unique when it is there,
 * such as a number in another system, is none; a key with a time of deletion is told of elsewhere.
 */
function scopeColumn({ fields }: ModelIndex, model: PrismaModel): string | undefined {
  const columns = fields.flatMap(({ value }) => fieldOf(model, value) ?? []);
  const optional = columns.filter(({ isOptional }) => isOptional);
  const others = columns.filter((column) => !optional.includes(column));
  const [first] = optional;
  if (first === undefined || optional.length > 1 || columns.some(isDeletionTime)) return undefined;
  // An id is unique by itself; two foreign keys are a pair, of which there is none without one of them.
  if (others.some(isUniqueAlone)) return undefined;
  if (isPeriod(first)) return first.name.value;
  if (others.every((field) => isForeignKey(field, model))) return undefined;
  return isScope(first, model) || isLevel(first, columns, model) ? first.name.value : undefined;
}

/** One level of several, as the row of a seat: it stands between what it is within and what is told apart within it. */
function isLevel(column: PrismaField, columns: readonly PrismaField[], model: PrismaModel): boolean {
  const place = columns.indexOf(column);
  const last = columns.at(-1);
  if (place === 0 || last === undefined || last === column) return false;
  const words = [wordsOf(column.name.value), wordsOf(last.name.value)];
  const isKey = words.some((each) => keyWords.has(each.at(-1) ?? '') || outsideWords.has(each[0] ?? ''));
  return !isKey && !isForeignKey(last, model);
}

/** What may be there or not, and tells a row apart where it is. */
const keyWords: ReadonlySet<string> = new Set('id ids key hash token slug fingerprint checksum'.split(' '));

function isScope({ name }: PrismaField, model: PrismaModel): boolean {
  if (outsideWords.has(wordsOf(name.value)[0] ?? '')) return false;
  return isForeignKey({ name }, model) || tenantNames.has(foldedName(name.value));
}

/** One row for a day, a language, a kind, a size. */
function isPeriod({ name }: PrismaField): boolean {
  const words = wordsOf(name.value);
  const last = words.at(-1) ?? '';
  const isCalled = words.length > 1 && callingWords.has(last);
  return periodWords.has((isCalled ? words.at(-2) : last) ?? '');
}

const callingWords: ReadonlySet<string> = new Set(['code', 'name', 'key']);

const periodWords: ReadonlySet<string> = new Set(
  'date day week month year period locale language lang currency kind category variant size color colour region country edition grade unit'.split(
    ' ',
  ),
);

function isForeignKey({ name }: Pick<PrismaField, 'name'>, model: PrismaModel): boolean {
  return foreignKeysOf(model).some(({ fields }) => fields.some(({ value }) => value === name.value));
}

function isUniqueAlone({ attributes }: PrismaField): boolean {
  return attributes.some(({ name }) => name.value === 'id' || name.value === 'unique');
}

const outsideWords: ReadonlySet<string> = new Set(['external', 'stripe', 'remote', 'source', 'legacy', 'import']);

const tenantNames: ReadonlySet<string> = new Set([
  'tenantid',
  'orgid',
  'organizationid',
  'organisationid',
  'workspaceid',
  'teamid',
  'accountid',
  'companyid',
]);

/** A row that belongs to a post or to a comment has a key over each: one of the two is always NULL. */
function isOneOfSeveral(key: ModelIndex, column: string, keys: readonly ModelIndex[]): boolean {
  const rest = key.fields.map(({ value }) => value).filter((value) => value !== column);
  return keys.some((other) => {
    const own = other.fields.map(({ value }) => value);
    return other !== key && !own.includes(column) && rest.every((value) => own.includes(value));
  });
}

function isExplained({ attribute: { span }, map }: ModelIndex, { section: { text } }: PrismaModel): boolean {
  const comments = `${commentsAbove(text, span)}\n${commentBehind(text, span)}`;
  return /null|partial|distinct|coalesce|where/i.test(`${comments} ${map ?? ''}`);
}

function fieldPlace(model: PrismaModel, column: string) {
  const field = fieldOf(model, column);
  return field === undefined ? [] : [{ section: model.section, span: field.span, message: 'It may be NULL.' }];
}
