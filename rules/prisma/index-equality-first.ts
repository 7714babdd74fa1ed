import { attributeOf } from '#core/prisma/attribute.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { isForeignKeyCovered } from '#core/prisma/foreign-key.ts';
import { type IndexField, indexesBeginningWith, indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { indexes } from '#rules/checklist.ts';
import { isPlainIndex } from '#rules/detectors/prisma/index-columns.ts';
import { isRelationModePrisma, leavesForeignKeysUnindexed } from '#rules/detectors/prisma/indexed-by-database.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { equalityFirst } from '#rules/fixes/prisma/equality-first.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const indexEqualityFirst = localRule({
  id: 'prisma/index-equality-first',
  summary: 'Begin an index with what is compared for equality, and end it with the time.',
  why:
    'A list of one customer in the order of time wants `[customerId, createdAt]`: its rows stand side by side in the index, sorted. With the time first the database reads ' +
    'the rows of all customers in that time and throws most of them away.',
  item: indexes,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    postgresql('Multicolumn Indexes', 'indexes-multicolumn.html'),
  ],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'The time before the customer',
      bad: `model Order {
  id         Int      @id @default(autoincrement())
  customerId Int
  createdAt  DateTime @default(now())

  «@@index([createdAt(sort: Desc), customerId])»
}
`,
      good: `model Order {
  id         Int      @id @default(autoincrement())
  customerId Int
  createdAt  DateTime @default(now())

  @@index([customerId, createdAt(sort: Desc)])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model)) return;
    const told = toldColumns(model, scope);
    const foreign = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
    for (const index of indexesOf(model)) {
      const time = index.fields[0];
      if (!isPlainIndex(index) || time === undefined || fieldOf(model, time.value)?.type.value !== 'DateTime') continue;
      const equal = index.fields.slice(1).filter(({ value }) => foreign.has(value) || isCompared(value, model, scope));
      const [first] = equal;
      if (first === undefined || told.has(first.value) || isServed(first, model)) continue;
      const fix = equalityFirst(index, equal, model);
      yield {
        span: index.attribute.span,
        message: `An index that begins with \`${time.value}\` serves a search by \`${first.value}\` badly in ${model.name.value}.${fix ? '' : ` Begin it with \`${first.value}\`.`}`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

/** The foreign keys that have no index, of which another rule tells, or Prisma itself. */
function toldColumns(model: PrismaModel, scope: Scope): ReadonlySet<string> {
  const datasources = scope.roots('prisma.datasource');
  if (!isRelationModePrisma(datasources) && !leavesForeignKeysUnindexed(datasources)) return new Set();
  const keys = foreignKeysOf(model).map(({ fields }) => fields.map(({ value }) => value));
  return new Set(keys.filter((columns) => !isForeignKeyCovered(model, columns)).flat());
}

/** The id of something else, or a state: as a foreign key, none is asked for by a range. */
function isCompared(name: string, model: PrismaModel, scope: Scope): boolean {
  const field = fieldOf(model, name);
  if (field === undefined || field.isList || attributeOf(field, 'id') !== undefined) return false;
  const words = wordsOf(name);
  const isId = words.length > 1 && ['id', 'uuid'].includes(words.at(-1) ?? '');
  return isId || enumOf(field, scope) !== undefined;
}

/** True where another index finds rows by that column. */
function isServed(column: IndexField, model: PrismaModel): boolean {
  return indexesBeginningWith(model, column.value).some(({ where }) => where === undefined);
}
