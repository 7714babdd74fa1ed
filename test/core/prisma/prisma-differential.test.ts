import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { attributeOf } from '#core/prisma/attribute.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { defaultOf, mappedName, nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel, PrismaNode, PrismaValue } from '#core/prisma/model.ts';
import { relationOf } from '#core/prisma/relation.ts';
import { hasCorpus } from '../../support/corpus.ts';
import { damagedText } from '../tree/damaged-text.ts';
import { corpusSchemas, withoutOldSettings } from './prisma-corpus.ts';
import { prismaFixtures } from './prisma-fixtures.ts';
import {
  isJudgedByPrisma,
  type OracleDatamodel,
  type OracleField,
  type PrismaFiles,
  prismaDatamodel,
  prismaSyntaxErrors,
} from './prisma-oracle.ts';

/** The same texts each time; others by the environment. */
const seed = Number(process.env['PLUMBLINE_SEED'] ?? 20_261_122);

describe('Prisma beside its own parser', () => {
  describe('sees a problem where Prisma sees a syntax error, and nowhere else', () => {
    for (const { title, text, isAccepted } of prismaFixtures) {
      it(`${isAccepted ? 'accepts' : 'refuses'} ${title}`, () => {
        assert.equal(prismaSyntaxErrors([['a.prisma', text]]).length === 0, isAccepted, 'Prisma');
        assert.equal(problemsOf([['a.prisma', text]]).length === 0, isAccepted, 'Plumbline');
      });
    }
    it('in damaged fixtures', () => {
      // Commas and values in arguments are Prisma's business only where it knows the attribute and the field's type.
      const overlooked = /No comma may stand before|has no value/;
      fc.assert(
        fc.property(damagedText(prismaFixtures.map(({ text }) => text)), (text) => {
          if (/\p{Surrogate}/u.test(text) || !isJudgedByPrisma([['a.prisma', text]])) return;
          const problems = problemsOf([['a.prisma', text]]);
          if (problems.length > 0 && problems.every((problem) => overlooked.test(problem))) return;
          assert.equal(problems.length === 0, prismaSyntaxErrors([['a.prisma', text]]).length === 0);
        }),
        { numRuns: 3000, seed },
      );
    });
    it('in the schemas of the corpus', function () {
      if (!hasCorpus) this.skip();
      for (const [root, files] of corpusSchemas()) {
        assert.deepEqual(problemsOf(files).length === 0, prismaSyntaxErrors(files).length === 0, root);
      }
    });
  });

  describe('understands what Prisma understands', () => {
    it('in a schema with one of everything', () => {
      assertSameModel([['a.prisma', everything]], true);
    });
    it('in the accepted fixtures', () => {
      for (const { text, isAccepted } of prismaFixtures) if (isAccepted) assertSameModel([['a.prisma', text]]);
    });
    it('in the schemas of the corpus', function () {
      if (!hasCorpus) this.skip();
      for (const [root, files] of corpusSchemas()) {
        const texts = files.map(([name, text]) => [name, withoutOldSettings(text)] as const);
        assertSameModel(texts, !root.startsWith(viewsWithKeys));
      }
    });
  });
});

/** Views with primary keys, which Prisma 7 refuses. */
const viewsWithKeys = 'prisma/bloom-housing-bloom/';

const everything = `datasource db {
  provider = "postgresql"
}

/// A person.
// Not documentation.
/* Of flesh and blood. */
model Person {
  /// The key.
  id        Int       @id @default(autoincrement()) /// Counted.
  email     String    @unique(map: "person_email") @db.VarChar(100)
  name      String?   @default("x \\"y\\"") @map("full_name")
  role      Role      @default(ADMIN)
  scores    Int[]     @default([1, 2])
  balance   Decimal   @default(1.5) @db.Decimal(10, 2)
  isOld     Boolean   @default(false)
  size      BigInt    @default(9007199254740993)
  changedAt DateTime  @default(now()) @updatedAt
  area      Unsupported("circle")?
  hidden    String?   @ignore
  posts     Post[]    @relation("author")
  bossId    Int?
  boss      Person?   @relation("boss", fields: [bossId], references: [id], onDelete: SetNull, onUpdate: NoAction)
  staff     Person[]  @relation("boss")

  @@unique([email, name], name: "both", map: "both_key")
  @@index([name(sort: Desc), role], type: BTree, map: "hi")
  @@index(fields: [role], type: Hash)
  @@map("people")
}

model Post {
  a        Int
  b        String
  authorId Int
  author   Person @relation("author", fields: [authorId], references: [id])

  @@id([a, b])
}

model Hidden {
  id Int @id

  @@ignore
}

enum Role {
  ADMIN
  USER  @map("user")

  @@map("roles")
}
`;

function problemsOf(files: PrismaFiles): readonly string[] {
  return files.flatMap(([uri, text]) =>
    cutPrisma({ uri, text }).sections.flatMap(({ problems }) => problems.map(({ message }) => message)),
  );
}

/** Schemas of the corpus by their folder or file; a folder named `schema` holds one schema in several files. */
/**
 * Compares what Prisma and we make of the files; false when Prisma refuses them.
 * Not compared: relation names Prisma makes up, read-only flags and other conclusions we do not draw, operator classes
 * and conditions of indexes (the datamodel has neither), documentation of enum values, documentation of a block after a comment on another block's
 * closing line.
 */
function assertSameModel(files: PrismaFiles, isRequired = false): boolean {
  const theirs = prismaDatamodel(files);
  if (theirs === undefined) {
    assert.ok(!isRequired, `Prisma refuses ${files[0]?.[0]}`);
    return false;
  }
  const nodes = files.flatMap(([uri, text]) => cutPrisma({ uri, text }).sections.flatMap((section) => section.nodes));
  assert.deepEqual(ourModel(nodes), theirModel(theirs));
  return true;
}

/** Blanks at the end of a line of documentation are not kept. */
function theirModel({ models, types, enums, indexes }: OracleDatamodel) {
  return {
    models: byName(
      models.map(({ name, dbName, documentation, fields }) => ({
        name,
        dbName,
        documentation: (documentation ?? '').replace(/[ \t]+$/gm, ''),
        fields: fields.map(theirField),
      })),
    ),
    types: byName(types.map(({ name, fields }) => ({ name, fields: fields.map(theirField) }))),
    enums: byName(
      enums.map(({ name, values }) => ({ name, values: values.map(({ name, dbName }) => ({ name, dbName })) })),
    ),
    indexes: byModel(
      indexes.map(({ model, type, isDefinedOnField, name, dbName, algorithm, clustered, fields }) => ({
        model,
        type: type === 'normal' ? 'index' : type,
        isDefinedOnField,
        name,
        dbName,
        algorithm,
        clustered,
        fields: fields.map((field) => ({ name: field.name, sort: field.sortOrder, length: field.length })),
      })),
    ),
  };
}

function theirField(field: OracleField) {
  const { name, dbName, type, isList, isRequired, isUpdatedAt, nativeType, documentation } = field;
  return {
    name,
    dbName: dbName ?? null,
    type,
    isList,
    isRequired,
    isUpdatedAt: isUpdatedAt ?? false,
    nativeType: nativeType ?? null,
    default: plainDefault(field.default),
    from: field.relationFromFields ?? [],
    to: field.relationToFields ?? [],
    onDelete: field.relationOnDelete,
    onUpdate: field.relationOnUpdate,
    documentation: (documentation ?? '').replace(/[ \t]+$/gm, ''),
  };
}

function ourModel(nodes: readonly PrismaNode[]) {
  const ignored = new Set(
    nodes
      .filter((node) => node.kind === 'prisma.model' && attributeOf(node, 'ignore') !== undefined)
      .map(({ name }) => name.value),
  );
  const models = nodes.filter((node) => node.kind === 'prisma.model').filter(({ name }) => !ignored.has(name.value));
  const types = nodes.filter((node) => node.kind === 'prisma.type');
  const enums = nodes.filter((node) => node.kind === 'prisma.enum');
  const fieldsOf = (fields: readonly PrismaField[]) =>
    fields
      .filter((field) => attributeOf(field, 'ignore') === undefined && !ignored.has(field.type.value))
      .filter(({ type }) => !type.value.startsWith('Unsupported('))
      .map(ourField);
  return {
    models: byName(
      models.map((model) => ({
        name: model.name.value,
        dbName: mappedName(model)?.value ?? null,
        documentation: model.documentation,
        fields: fieldsOf(model.fields),
      })),
    ),
    types: byName(types.map(({ name, fields }) => ({ name: name.value, fields: fieldsOf(fields) }))),
    enums: byName(
      enums.map(({ name, values }) => ({
        name: name.value,
        values: values.map((value) => ({ name: value.name.value, dbName: value.mapped ?? null })),
      })),
    ),
    indexes: byModel(models.flatMap(ourIndexes)),
  };
}

function ourField(field: PrismaField) {
  const native = nativeTypeOf(field);
  const relation = relationOf(field);
  return {
    name: field.name.value,
    dbName: mappedName(field)?.value ?? null,
    type: field.type.value,
    isList: field.isList,
    isRequired: !field.isOptional,
    isUpdatedAt: attributeOf(field, 'updatedAt') !== undefined,
    nativeType: native === undefined ? null : [native.name, native.args],
    default: ourDefault(defaultOf(field)),
    from: relation?.fields.map(({ value }) => value) ?? [],
    to: relation?.references.map(({ value }) => value) ?? [],
    onDelete: relation?.onDelete?.value,
    onUpdate: relation?.onUpdate?.value,
    documentation: field.documentation,
  };
}

function ourIndexes(model: PrismaModel) {
  return indexesOf(model).map((index) => ({
    model: model.name.value,
    type: index.kind as string,
    isDefinedOnField: index.fieldLevel,
    name: index.name,
    dbName: index.map,
    algorithm: index.type,
    clustered: index.clustered,
    fields: index.fields.map(({ value, sort, length }) => ({
      name: value,
      sort: sort?.toLowerCase(),
      length: length === undefined ? undefined : Number(length),
    })),
  }));
}

function ourDefault(value: PrismaValue | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.kind === 'call') return { call: value.name };
  if (value.kind === 'list') return value.items.map(ourDefault);
  if (value.kind === 'number') return String(value.value.includes('.') ? Number(value.value) : BigInt(value.value));
  return value.kind === 'object' ? undefined : plainDefault(value.value);
}

/** Numbers as text, calls by name, numbers and times in one spelling. */
function plainDefault(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainDefault);
  if (typeof value === 'object' && value !== null && 'name' in value) return { call: value.name };
  if (value === undefined) return undefined;
  const text = String(value);
  if (/^-?\d+\.\d+$/.test(text)) return String(Number(text));
  return /^\d{4}-\d\d-\d\dT/.test(text) ? new Date(text).toISOString() : text;
}

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function byModel<T extends { readonly model: string }>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);
}
