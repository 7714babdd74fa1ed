import { indexesOf, primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { timestamps } from '#rules/checklist.ts';
import { isAppendOnly } from '#rules/detectors/prisma/append-only-model.ts';
import { isCounter } from '#rules/detectors/prisma/counter-model.ts';
import { isFrozenChild } from '#rules/detectors/prisma/frozen-child.ts';
import { joinColumnsOf } from '#rules/detectors/prisma/join-model.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { isLookupModel } from '#rules/detectors/prisma/lookup-model.ts';
import { isMirror } from '#rules/detectors/prisma/mirror-model.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';
import { isNamedPart } from '#rules/detectors/prisma/part-model.ts';
import { isPartByName } from '#rules/detectors/prisma/part-name.ts';
import { isRevocable } from '#rules/detectors/prisma/revocable-model.ts';
import { isSubmission } from '#rules/detectors/prisma/submission-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { creationTimeOf, ownTimeOf, timesItsStates, updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { insertTimes } from '#rules/fixes/prisma/insert-times.ts';
import { aip, prismaDocumentation } from '#rules/sources.ts';
import { changingFieldNames } from '#rules/words/changing-fields.ts';
import { derivedModelWords, partModelWords } from '#rules/words/derived-models.ts';

export const timestampsPresent = localRule({
  id: 'prisma/timestamps-present',
  summary: 'Give every model a time of creation and a time of the last change.',
  why: 'Support, incremental exports and cache validation need to know when a row was created and last changed. For rows that exist already, these times cannot be found out later.',
  item: timestamps,
  references: [prismaDocumentation('Prisma schema reference', 'reference/prisma-schema-reference#updatedat'), aip(148)],
  severity: 'warning',
  recommended: true,
  options: {
    derived: {
      default: [...derivedModelWords, ...partModelWords],
      description:
        'Models that need no times, by the last word of their name: their rows are computed, short-lived, or part of another row.',
    },
  },
  examples: [
    {
      title: 'No times at all',
      bad: `model «Product» {
  id          Int      @id @default(autoincrement())
  sku         String   @unique
  title       String
  description String?
}
`,
      good: `model Product {
  id          Int      @id @default(autoincrement())
  sku         String   @unique
  title       String
  description String?
  createdAt   DateTime @default(now())
  updatedAt   DateTime @default(now()) @updatedAt
}
`,
    },
    {
      title: 'Written as the other models write it',
      bad: `model User {
  id         Int      @id @default(autoincrement())
  email      String   @unique
  full_name  String
  created_on DateTime @default(now()) @db.Timestamptz(6)
  updated_on DateTime @updatedAt @db.Timestamptz(6)
}

model «Product» {
  id          Int     @id @default(autoincrement())
  sku         String  @unique
  title       String
  description String?
}
`,
      good: `model User {
  id         Int      @id @default(autoincrement())
  email      String   @unique
  full_name  String
  created_on DateTime @default(now()) @db.Timestamptz(6)
  updated_on DateTime @updatedAt @db.Timestamptz(6)
}

model Product {
  id          Int      @id @default(autoincrement())
  sku         String   @unique
  title       String
  description String?
  created_on  DateTime @default(now()) @db.Timestamptz(6)
  updated_on  DateTime @default(now()) @updatedAt @db.Timestamptz(6)
}
`,
    },
    {
      title: 'In the language of the other models',
      bad: `model Usuario {
  id             Int      @id @default(autoincrement())
  correo         String   @unique
  nombre         String
  fecha_creacion DateTime @default(now()) @db.Timestamp(6)
}

model «Producto» {
  id          Int     @id @default(autoincrement())
  codigo      String  @unique
  nombre      String
  descripcion String?
}
`,
      good: `model Usuario {
  id             Int      @id @default(autoincrement())
  correo         String   @unique
  nombre         String
  fecha_creacion DateTime @default(now()) @db.Timestamp(6)
}

model Producto {
  id                  Int      @id @default(autoincrement())
  codigo              String   @unique
  nombre              String
  descripcion         String?
  fecha_creacion      DateTime @default(now()) @db.Timestamp(6)
  fecha_actualizacion DateTime @default(now()) @updatedAt @db.Timestamp(6)
}
`,
    },
    {
      title: 'Only the time of creation',
      bad: `model «Product» {
  id          Int      @id @default(autoincrement())
  sku         String   @unique
  title       String
  created_at  DateTime @default(now()) @db.Timestamptz(3)
  description String?
}
`,
      good: `model Product {
  id          Int      @id @default(autoincrement())
  sku         String   @unique
  title       String
  created_at  DateTime @default(now()) @db.Timestamptz(3)
  updated_at  DateTime @default(now()) @updatedAt @db.Timestamptz(3)
  description String?
}
`,
    },
    {
      title: 'Behind the key, as in the other models',
      bad: `model User {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
  email     String   @unique
}

model Order {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
  number    String   @unique
}

model Invoice {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
  number    String   @unique
}

model «Product» {
  id    Int    @id @default(autoincrement())
  sku   String @unique
  title String
  note  String
}
`,
      good: `model User {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
  email     String   @unique
}

model Order {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
  number    String   @unique
}

model Invoice {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
  number    String   @unique
}

model Product {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  updatedAt DateTime @default(now()) @updatedAt
  sku       String   @unique
  title     String
  note      String
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { derived }) {
    if (!isRecord(model, scope, derived)) return;
    const created = creationTimeOf(model) ?? ownTimeOf(model);
    const missing = missingTimes(model, created, scope);
    const [first, ...rest] = missing;
    if (first === undefined) return;
    const provider = providerOf(scope.roots('prisma.datasource'));
    // Prisma 8 has other attributes for it.
    const isKnown = model.section.dialect === 'prisma7';
    const fix = isKnown ? insertTimes(model, [first, ...rest], created, provider, scope) : undefined;
    yield {
      span: model.name.span,
      message: `${model.name.value} does not say when a row was ${missing.map((time) => verbs[time]).join(' or ')}.`,
      ...(fix && { fixes: [fix] }),
      cause: {
        key: 'times',
        message: (count) => `${count} models do not say when their rows were created or last changed.`,
        fixTitle: (count) =>
          `Add the missing times to ${count} models (rows that are there get the time of the migration)`,
      },
    };
  },
});

type MissingTime = 'createdAt' | 'updatedAt';

const verbs = { createdAt: 'created', updatedAt: 'last changed' } as const;

function missingTimes(model: PrismaModel, created: PrismaField | undefined, scope: Scope): readonly MissingTime[] {
  const updated = updateTimeOf(model);
  if (isLogModel(model) || isAppendOnly(model))
    return created === undefined && updated === undefined ? ['createdAt'] : [];
  if (created === undefined) return updated === undefined ? ['createdAt', 'updatedAt'] : ['createdAt'];
  return updated === undefined && changes(model, scope) ? ['updatedAt'] : [];
}

/** True when a row that only knows its creation has something that changes later; else it may be written once. */
function changes(model: PrismaModel, scope: Scope): boolean {
  if (isRevocable(model) || isSubmission(model, scope)) return false;
  const isReceived = wordsOf(creationTimeOf(model)?.name.value ?? '')[0] === 'received';
  const changing = model.fields
    .map(({ name }) => foldedName(name.value))
    .filter((name) => changingFieldNames.includes(name) && !(isReceived && sentNames.has(name)));
  // A run, a delivery: nothing but its state changes, and that has times of its own.
  const isOnlyState = changing.every((name) => name === 'status' || name === 'state');
  return changing.length > 0 && !(isOnlyState && timesItsStates(model));
}

/** What others sent stays as it came. */
const sentNames: ReadonlySet<string> = new Set(['name', 'title', 'content', 'body', 'description']);

/** A table with records of its own: no view, no part of another row, no list of fixed values, nothing computed or short-lived. */
function isRecord(model: PrismaModel, scope: Scope, derived: readonly string[]): boolean {
  if (!isTable(model) || columnsOf(model, scope) === undefined) return false;
  if (isLookupModel(model, scope) || joinColumnsOf(model, scope) !== undefined) return false;
  if (isPartOfOthers(model) || isNamedPart(model) || isFrozenChild(model, scope) || hasTimeInKey(model)) return false;
  if (isPartByName(model) || isCounter(model, scope) || isMirror(model) || isLibraryTable(model, scope)) return false;
  const words = wordsOf(model.name.value);
  const last = words.at(-1) ?? '';
  const isDerived = derived.includes(last) || words.includes('queue') || words.includes('metric');
  return !isDerived && !model.fields.some(isExpiry);
}

/** True when the key is made of foreign keys: the row extends another one, or joins several. */
function isPartOfOthers(model: PrismaModel): boolean {
  const foreign = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
  const key = primaryKeyOf(model) ?? indexesOf(model).find(({ kind }) => kind === 'unique');
  return key?.fields.every(({ value }) => foreign.has(value)) === true || isNumberedWithin(model);
}

/** The lines of an owner that takes them along: its key and a number tell them apart. */
function isNumberedWithin(model: PrismaModel): boolean {
  const columns = primaryKeyOf(model)?.fields.map(({ value }) => value) ?? [];
  const owner = foreignKeysOf(model).find(
    ({ fields }) => fields.length === 1 && columns.includes(fields[0]?.value ?? ''),
  );
  if (columns.length !== 2 || owner?.onDelete?.value !== 'Cascade') return false;
  const other = columns.find((column) => column !== owner.fields[0]?.value);
  return model.fields.some(({ name, type }) => name.value === other && type.value === 'Int');
}

/** A row for a day or an hour is computed. */
function hasTimeInKey(model: PrismaModel): boolean {
  const key = new Set(primaryKeyOf(model)?.fields.map(({ value }) => value));
  return model.fields.some(({ name, type }) => type.value === 'DateTime' && key.has(name.value));
}

function isExpiry({ name, type }: PrismaField): boolean {
  return type.value === 'DateTime' && /^expir/i.test(name.value);
}
