import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { argumentOf, attributeOf, listValue, pathValue, stringValue } from '#core/prisma/attribute.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { defaultOf, fieldOf, isScalarType, mappedName, nativeTypeOf } from '#core/prisma/field.ts';
import { isForeignKeyCovered } from '#core/prisma/foreign-key.ts';
import { indexesOf, primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaDatasource, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf, relationOf } from '#core/prisma/relation.ts';

describe('attributes', () => {
  const field = fieldFrom('a Int @x("p", q: Cascade, [1]) @y');
  it('are found by name, their arguments by name or place', () => {
    const attribute = attributeOf(field, 'x');
    assert.ok(attribute !== undefined);
    assert.equal(stringValue(argumentOf(attribute, 0)?.value)?.value, 'p');
    assert.equal(pathValue(argumentOf(attribute, 'q')?.value)?.value, 'Cascade');
    assert.equal(listValue(argumentOf(attribute, 1)?.value).length, 1);
    assert.equal(argumentOf(attribute, 2), undefined);
    assert.equal(attributeOf(field, 'z'), undefined);
  });
  it('take one value for a list of one', () => {
    const attribute = attributeOf(field, 'x');
    assert.ok(attribute !== undefined);
    assert.equal(listValue(argumentOf(attribute, 'q')?.value).length, 1);
    assert.equal(listValue(undefined).length, 0);
  });
});

describe('a field', () => {
  it('has a default', () => {
    assert.equal(defaultOf(fieldFrom('a Int @default(autoincrement())'))?.kind, 'call');
    assert.equal(defaultOf(fieldFrom('a Role @default(value: ADMIN)'))?.kind, 'path');
    assert.equal(defaultOf(fieldFrom('a Int')), undefined);
  });
  it('has a native type', () => {
    const type = nativeTypeOf(fieldFrom('a Decimal @id @db.Decimal(10, 2)'));
    assert.deepEqual([type?.name, type?.args], ['Decimal', ['10', '2']]);
    assert.equal(nativeTypeOf(fieldFrom('a Decimal @id')), undefined);
  });
  it('has a name in the database', () => {
    assert.equal(mappedName(fieldFrom('a Int @map("b")'))?.value, 'b');
    assert.equal(mappedName(modelFrom('a Int\n  @@map(name: "c")'))?.value, 'c');
    assert.equal(mappedName(fieldFrom('a Int')), undefined);
  });
  it('is scalar or not', () => {
    assert.ok(isScalarType('BigInt'));
    assert.ok(!isScalarType('User'));
    assert.ok(!isScalarType('Unsupported("circle")'));
  });
});

describe('relations', () => {
  const model = modelFrom(
    'a Int\n  b Int\n  x X? @relation("n", fields: [a, b], references: [c, d], onDelete: SetNull, onUpdate: NoAction, map: "m")\n  ys Y[] @relation(name: "o")\n  z Z @relation(fields: a, references: id)\n  ws W[]',
  );
  it('are read with their places', () => {
    const field = fieldOf(model, 'x');
    const relation = field && relationOf(field);
    assert.ok(field !== undefined && relation !== undefined);
    assert.equal(relation.name?.value, 'n');
    assert.deepEqual(
      [...relation.fields, ...relation.references].map(({ value, span }) => [
        value,
        field.section.text.slice(span.start, span.end),
      ]),
      ['a', 'b', 'c', 'd'].map((name) => [name, name]),
    );
    assert.deepEqual(
      [relation.onDelete?.value, relation.onUpdate?.value, relation.map?.value],
      ['SetNull', 'NoAction', 'm'],
    );
  });
  it('need an attribute', () => {
    assert.deepEqual(
      model.fields.map((field) => relationOf(field)?.name?.value ?? relationOf(field)?.fields.length),
      [undefined, undefined, 'n', 'o', 1, undefined],
    );
  });
  it('are foreign keys on one side', () => {
    assert.deepEqual(
      foreignKeysOf(model).map(({ field, fields }) => [field.name.value, fields.map(({ value }) => value)]),
      [
        ['x', ['a', 'b']],
        ['z', ['a']],
      ],
    );
  });
});

describe('indexesOf', () => {
  it('lists keys and indexes of fields and of the block', () => {
    const model = modelFrom(
      [
        'a Int @id(map: "pk", clustered: false)',
        'b Int @unique(sort: Desc)',
        '@@unique([a, b(length: 10)], name: "client", map: "db")',
        '@@index(fields: [b(sort: Desc, ops: raw("gin_trgm_ops"))], type: Gin, name: "old")',
        '@@index([a], where: raw("a > 1"))',
        '@@fulltext([b])',
        '@@map("x")',
      ].join('\n  '),
    );
    const read = indexesOf(model).map(({ attribute, where, ...rest }) => ({
      ...rest,
      fields: rest.fields.map(({ span, ...field }) => field),
      ...(where && { where: where.kind }),
    }));
    assert.deepEqual(read, [
      { kind: 'id', fields: [{ value: 'a' }], map: 'pk', clustered: false, fieldLevel: true },
      { kind: 'unique', fields: [{ value: 'b', sort: 'Desc' }], fieldLevel: true },
      {
        kind: 'unique',
        fields: [{ value: 'a' }, { value: 'b', length: '10' }],
        map: 'db',
        name: 'client',
        fieldLevel: false,
      },
      {
        kind: 'index',
        fields: [{ value: 'b', sort: 'Desc', ops: 'gin_trgm_ops' }],
        type: 'Gin',
        map: 'old',
        fieldLevel: false,
      },
      { kind: 'index', fields: [{ value: 'a' }], where: 'call', fieldLevel: false },
      { kind: 'fulltext', fields: [{ value: 'b' }], fieldLevel: false },
    ]);
    assert.equal(primaryKeyOf(model)?.fields[0]?.value, 'a');
  });
  it('knows unique indexes of Prisma 8', () => {
    const model = modelFrom('a Int\n  @@index([a], unique: true)', '// use prisma-8\n');
    assert.deepEqual(
      indexesOf(model).map(({ kind }) => kind),
      ['unique'],
    );
  });
});

describe('isForeignKeyCovered', () => {
  const cases: readonly (readonly [string, readonly string[], boolean])[] = [
    ['@@index([a])', ['a'], true],
    ['@@index([a, b])', ['a'], true],
    ['@@index([b, a])', ['a'], false],
    ['@@index([b, a])', ['a', 'b'], true],
    ['@@index([b, a, c])', ['a', 'b'], true],
    ['@@index([b, c, a])', ['a', 'b'], false],
    ['@@index([a])', ['a', 'b'], false],
    ['@@id([a, c])', ['a'], true],
    ['@@unique([a, c])', ['a'], true],
    ['@@index(fields: [a])', ['a'], true],
    ['@@index([a(sort: Desc, length: 3, ops: raw("x"))])', ['a'], true],
    ['@@index([a], type: Hash)', ['a'], true],
    ['@@index([a], type: Gin)', ['a'], false],
    ['@@index([a], type: Brin)', ['a'], false],
    ['@@fulltext([a])', ['a'], false],
    ['@@index([a], where: { c: null })', ['a'], false],
    ['@@unique([a], where: raw("c IS NULL"))', ['a'], false],
    ['d Int @id', ['d'], true],
    ['d Int @unique', ['d'], true],
    ['d Int @unique(where: raw("x"))', ['d'], false],
  ];
  for (const [line, fields, expected] of cases) {
    it(`${expected ? 'finds' : 'misses'} ${fields.join()} in ${line}`, () => {
      assert.equal(isForeignKeyCovered(modelFrom(`a Int\n  b Int\n  c Int\n  ${line}`), fields), expected);
    });
  }
});

describe('providerOf', () => {
  it('names the database', () => {
    assert.equal(providerOf(datasources('"postgres"')), 'postgresql');
    assert.equal(providerOf(datasources('"mysql"')), 'mysql');
    assert.equal(providerOf(datasources('"oracle"')), undefined);
    assert.equal(providerOf(datasources('env("X")')), undefined);
    assert.equal(providerOf([]), undefined);
  });
});

function modelFrom(lines: string, before = ''): PrismaModel {
  const text = `${before}model A {\n  ${lines}\n}\n`;
  const [node] = cutPrisma({ uri: 'schema.prisma', text }).sections[0]?.nodes ?? [];
  assert.ok(node?.kind === 'prisma.model');
  return node;
}

function fieldFrom(line: string): PrismaField {
  const [field] = modelFrom(line).fields;
  assert.ok(field !== undefined);
  return field;
}

function datasources(provider: string): readonly PrismaDatasource[] {
  const text = `datasource db {\n  provider = ${provider}\n}\n`;
  const nodes = cutPrisma({ uri: 'schema.prisma', text }).sections.flatMap((section) => section.nodes);
  return nodes.filter((node) => node.kind === 'prisma.datasource');
}
