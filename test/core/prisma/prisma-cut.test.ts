import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import type { PrismaDocument, PrismaModel, PrismaNode, PrismaValue } from '#core/prisma/model.ts';
import { containsSpan, type Span } from '#core/text/span.ts';
import { userTime } from '../../support/user-time.ts';
import { damagedText } from '../tree/damaged-text.ts';
import { prismaFixtures } from './prisma-fixtures.ts';

const uri = 'file:///schema.prisma';

describe('cutPrisma', () => {
  it('gives each block a section, with the comments before it', () => {
    const text = '// a\n\nmodel A {\n  id Int @id\n} // b\n\n/// c\nenum E {\n  X\n}\n// d\n';
    const document = cut(text);
    assert.deepEqual(
      document.sections.map((section) => [section.id, section.text]),
      [
        [`${uri}#model:A`, '// a\n\nmodel A {\n  id Int @id\n} // b\n'],
        [`${uri}#enum:E`, '\n/// c\nenum E {\n  X\n}\n'],
        [`${uri}#end`, '// d\n'],
      ],
    );
    assert.deepEqual(document.starts, [0, 36, 58]);
  });

  it('numbers blocks of the same name', () => {
    const { sections } = cut('model A {\n}\nmodel A {\n}\nenum A {\n}\nmodel A {\n}\n');
    const ids = sections.map(({ id }) => id.slice(uri.length));
    assert.deepEqual(ids, ['#model:A', '#model:A~2', '#enum:A', '#model:A~3']);
  });

  it('puts spans on the very text', () => {
    const model = modelOf('// x\nmodel User {\n  name String? @db.VarChar(10) @map("n") // c\n}\n');
    const { text } = model.section;
    const [field] = model.fields;
    assert.ok(field !== undefined);
    assert.equal(slice(text, model.span), text.slice(5, -1));
    assert.equal(slice(text, model.anchor), 'User');
    assert.equal(slice(text, model.body), '  name String? @db.VarChar(10) @map("n") // c\n');
    assert.equal(slice(text, field.span), 'name String? @db.VarChar(10) @map("n")');
    assert.equal(slice(text, field.type.span), 'String');
    assert.deepEqual(
      field.attributes.map(({ span, name }) => [slice(text, span), slice(text, name.span)]),
      [
        ['@db.VarChar(10)', 'db.VarChar'],
        ['@map("n")', 'map'],
      ],
    );
  });

  it('visits a field after its model', () => {
    const { sections } = cut('model A {\n  a Int\n  b Int\n}\n');
    assert.deepEqual(
      sections[0]?.nodes.map(({ kind, name }) => `${kind} ${name.value}`),
      ['prisma.model A', 'prisma.field a', 'prisma.field b'],
    );
  });

  it('joins the documentation before a thing and on its line', () => {
    const model = modelOf('/// gone\n\n/// m\n// n\nmodel A {\n  /// a\n  id Int @id /// b\n  x Int\n}\n');
    assert.equal(model.documentation, 'm');
    assert.deepEqual(
      model.fields.map(({ documentation }) => documentation),
      ['a\nb', ''],
    );
  });

  it('reads values of every kind', () => {
    const model = modelOf(
      'model A {\n  @@x("a\\n", -1.5, b.c, now(), [1, f(a: 2)], where: { d: null, e: { not: 3 } })\n}\n',
    );
    const [attribute] = model.attributes;
    assert.deepEqual(
      attribute?.args.map(({ name, value }) => [name?.value, plain(value)]),
      [
        [undefined, 'a\n'],
        [undefined, '-1.5'],
        [undefined, 'b.c'],
        [undefined, 'now()'],
        [undefined, ['1', 'f(2)']],
        ['where', { d: 'null', e: { not: '3' } }],
      ],
    );
  });

  it('reads the settings of a datasource', () => {
    const [node] = nodesOf(
      'datasource db {\n  provider = "postgresql"\n  relationMode = "prisma"\n  url = env("X")\n}\n',
    );
    assert.ok(node?.kind === 'prisma.datasource');
    assert.equal(node.provider?.value, 'postgresql');
    assert.equal(node.relationMode?.value, 'prisma');
    assert.deepEqual(
      node.settings.map(({ key }) => key.value),
      ['provider', 'relationMode', 'url'],
    );
  });

  it('takes a byte order mark for a blank', () => {
    const document = cut('\uFEFFmodel A {\n  id Int @id\n}\n');
    assert.deepEqual(codes(document), []);
    assert.equal(document.sections[0]?.nodes.length, 2);
  });
});

describe('cutPrisma on broken text', () => {
  it('loses one line to a bad line', () => {
    const document = cut('model A {\n  id Int @id\n  x Int @default(\n  %%\n  y Int @id @\n  z Int\n}\n');
    assert.deepEqual(codes(document), ['unclosed-bracket', 'invalid-line', 'missing-name']);
    assert.deepEqual(fieldNames(document), ['id', 'x', 'y', 'z']);
  });
  it('closes an open block before the next one', () => {
    const document = cut('model A {\n  id Int @id\n\n// B\nmodel B {\n  id Int @id\n}\n');
    assert.deepEqual(codes(document), ['unclosed-block']);
    assert.deepEqual(fieldNames(document), ['id', 'id']);
    assert.deepEqual(
      document.sections.map(({ nodes }) => nodes[0]?.name.value),
      ['A', 'B'],
    );
  });
  it('closes brackets and texts at the end of their line', () => {
    const document = cut('model A {\n  a Int @default("x\n  b Int @x([1, (2)\n  @@index([a\n  c Int\n}\n');
    assert.deepEqual(codes(document), ['unclosed-string', 'invalid-value', 'unclosed-bracket']);
    assert.deepEqual(fieldNames(document), ['a', 'b', 'c']);
  });
  it('lets a block on one line eat nothing behind it', () => {
    const document = cut('model A { id Int @id }\n\nmodel B {\n  id Int @id\n}\n');
    assert.deepEqual(codes(document), ['unclosed-block']);
    assert.deepEqual(
      document.sections.map(({ nodes }) => nodes.map(({ name }) => name.value)),
      [['A'], ['B', 'id']],
    );
  });
  it('says what to do', () => {
    const messages = messagesOf(
      'type X = Int\nmodl A {\n  id Int\n}\nmodel B {\n  a Int!\n  b [Int]\n  c: Int\n  d\n  e Int[]?\n',
    );
    assert.deepEqual(messages, [
      'Prisma 7 has no type aliases; remove “type X = Int”, and write the type at each field.',
      '`modl` starts no block; a block is `keyword Name {` with one of model, view, type, enum, datasource, generator.',
      '`model B` is never closed; add `}` on a line of its own.',
      'Fields are required without a mark; remove the `!` of “Int!”.',
      'A list is written with brackets behind its type: `Int[]`.',
      'No colon stands between a field and its type; remove the one behind “c”.',
      'Field “d” has no type; write one after it, as in `String`.',
      'A list cannot be optional; write `[]` or `?`, not both as in “Int[]?”.',
    ]);
  });
  it('bears nesting without end', () => {
    for (const mark of ['[', '(', '{a:', 'f(']) {
      const document = cut(`model A {\n  a Int @x(${mark.repeat(100_000)}\n  b Int\n}\n`);
      assert.deepEqual(fieldNames(document), ['a', 'b']);
    }
  });
  it('takes linear time', function () {
    this.timeout(600_000);
    const pieces = [
      '/*\n',
      'model\n',
      'model A {\n',
      'model A {}\n',
      '{',
      '"',
      '`',
      'a ',
      '  a Int /*\n',
      '}',
      '///\n',
      '\\"',
    ];
    for (const dialect of ['', '// use prisma-8\n', 'model A {\n', '// use prisma-8\nnamespace A {\n']) {
      for (const piece of pieces) {
        const text = dialect + piece.repeat(200_000 / piece.length);
        const taken = userTime(() => void cut(text), { runs: 1 });
        assert.ok(taken < 4_000, `${taken} ms: ${JSON.stringify(dialect + piece)}`);
      }
    }
  });
});

describe('cutPrisma in Prisma 8', () => {
  const contract = `// use prisma-8
types {
  Email = String @db.VarChar(100)
  Vec = pgvector.Vector(1536)
}

enum Role {
  @@type("text")
  Admin = "admin"
  User
}

policy Read {
  using: sql\`tenant = 'x}'\`
}

model User {
  id String @id @onCreate(uuid())
  embedding pgvector.Vector(1536)[]?
  owner space:auth.Account
  kind String @default('a') @vendor.note({ a: 1, 'b': [2] })
  at DateTime @default(sql\`now()\`) @onUpdate(now())
  @@index([
    id, // first
    kind
  ], unique: true)
  @@vendor.x
  @@discriminator(kind)
}

namespace auth {
  /// An account.
  model Account { id Int @id name String? }
  model Token
  {
    id Int @id
  }
}
`;
  it('reads what the language page describes without a problem', () => {
    const document = cut(contract);
    assert.deepEqual(document.dialect, 'prisma8');
    assert.deepEqual(
      document.sections.flatMap(({ problems }) => problems),
      [],
    );
    assert.deepEqual(
      document.sections.map(({ id, nodes }) => [
        id.slice(uri.length),
        nodes.filter(({ kind }) => kind !== 'prisma.field').map(({ name }) => name.value),
      ]),
      [
        ['#types:', ['Email', 'Vec']],
        ['#enum:Role', ['Role']],
        ['#policy:Read', ['Read']],
        ['#model:User', ['User']],
        ['#namespace:auth', ['Account', 'Token']],
      ],
    );
  });
  it('reads its named types, as far as they are written', () => {
    const types = (text: string) =>
      nodesOf(`// use prisma-8\n${text}`).flatMap((node) =>
        node.kind === 'prisma.named-type'
          ? [[node.name.value, node.type.value, node.attributes.map(({ name }) => name.value).join()]]
          : [],
      );
    assert.deepEqual(types(contract), [
      ['Email', 'String', 'db.VarChar'],
      ['Vec', 'pgvector.Vector(1536)', ''],
    ]);
    const half = 'types {\n  B\n  C = Int // a number\n  = Int\n  D = VarChar(9) @default("x")\n  E = E[]?\n  A =\n}\n';
    assert.deepEqual(types(half), [
      ['C', 'Int', ''],
      ['D', 'VarChar(9)', 'default'],
      ['E', 'E', ''],
    ]);
    assert.deepEqual(types('namespace n {\n  types {\n    A = Int\n  }\n}\n'), []);
    const inPrisma7 = nodesOf('types {\n  A = Int\n}\n').map(({ kind, name }) => `${kind} ${name.value}`);
    assert.deepEqual(inPrisma7, ['prisma.type s'], 'no blank is needed before a name');
    const problems = cut(`// use prisma-8\n${half}`).sections.flatMap((section) => section.problems);
    assert.deepEqual(problems, []);
  });
  it('reads its fields', () => {
    const fields = nodesOf(contract).filter((node) => node.kind === 'prisma.field');
    assert.deepEqual(
      fields.map(({ model, name, type, isList, isOptional }) => [
        model.value,
        name.value,
        type.value,
        isList,
        isOptional,
      ]),
      [
        ['User', 'id', 'String', false, false],
        ['User', 'embedding', 'pgvector.Vector(1536)', true, true],
        ['User', 'owner', 'space:auth.Account', false, false],
        ['User', 'kind', 'String', false, false],
        ['User', 'at', 'DateTime', false, false],
        ['Account', 'id', 'Int', false, false],
        ['Account', 'name', 'String', false, true],
        ['Token', 'id', 'Int', false, false],
      ],
    );
  });
  it('reads enum values with their names in the database', () => {
    const role = nodesOf(contract).find((node) => node.kind === 'prisma.enum');
    assert.deepEqual(
      role?.values.map(({ name, mapped }) => [name.value, mapped]),
      [
        ['Admin', 'admin'],
        ['User', undefined],
      ],
    );
  });
  it('knows the dialect by the file name and by the older word', () => {
    assert.equal(cutPrisma({ uri: 'file:///contract.prisma', text: '' }).dialect, 'prisma8');
    assert.equal(cut('// use prisma-next\n').dialect, 'prisma8');
    assert.equal(cut('// use prisma-7\n').dialect, 'prisma7');
    assert.equal(cut('\n// use prisma-8\n').dialect, 'prisma7');
  });
  it('recovers at a brace in column 0 and before the next block', () => {
    const document = cut(
      '// use prisma-8\nmodel A {\n  a Int @default({\n}\nmodel B {\n  b Int\nmodel C {\n  c Int\n}\n',
    );
    assert.deepEqual(fieldNames(document), ['a', 'b', 'c']);
    assert.ok(codes(document).includes('unclosed-block'));
  });
  it('refuses block comments', () => {
    assert.deepEqual(codes(cut('// use prisma-8\n/* a */\nmodel A {\n  /* b */\n  id Int @id\n}\n')), [
      'block-comment',
      'block-comment',
    ]);
  });
});

describe('cutPrisma keeps its laws', () => {
  const texts = [
    ...prismaFixtures.map(({ text }) => text),
    `${prismaFixtures.map(({ text }) => text).join('\n')}`.slice(0, 3000),
    '// use prisma-8\nmodel A {\n  id Int @id\n}\nnamespace n {\n  model B {\n    id Int @default(sql`x`)\n  }\n}\n',
  ];
  it('for texts cut off anywhere', () => {
    const text = texts.join('\n').slice(0, 6000);
    for (let length = 0; length < text.length; length += 7) assertSound(cut(text.slice(0, length)));
  });
  it('for damaged texts', () => {
    fc.assert(
      fc.property(damagedText(texts), (text) => assertSound(cut(text))),
      { numRuns: 1500 },
    );
  });
  it('for texts of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assertSound(cut(text))),
      { numRuns: 500 },
    );
  });
  it('when a previous document is at hand', () => {
    fc.assert(
      fc.property(damagedText(texts), damagedText(texts), (before, after) => {
        const previous = cut(before);
        const document = cutPrisma({ uri, text: after }, previous);
        assert.deepEqual(document, cut(after));
        const old = new Map(previous.sections.map((section) => [section.id, section]));
        if (previous.dialect !== document.dialect) return;
        for (const section of document.sections) {
          const known = old.get(section.id);
          if (known?.text === section.text) assert.equal(section, known);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function cut(text: string): PrismaDocument {
  return cutPrisma({ uri, text });
}

function nodesOf(text: string): readonly PrismaNode[] {
  return cut(text).sections.flatMap(({ nodes }) => nodes);
}

function modelOf(text: string): PrismaModel {
  const model = nodesOf(text).find((node) => node.kind === 'prisma.model');
  assert.ok(model !== undefined);
  return model;
}

function codes({ sections }: PrismaDocument): readonly string[] {
  return sections.flatMap(({ problems }) => problems.map(({ code }) => code));
}

function messagesOf(text: string): readonly string[] {
  return cut(text).sections.flatMap(({ problems }) => problems.map(({ message }) => message));
}

function fieldNames({ sections }: PrismaDocument): readonly string[] {
  return sections.flatMap(({ nodes }) =>
    nodes.filter(({ kind }) => kind === 'prisma.field').map(({ name }) => name.value),
  );
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function plain(value: PrismaValue): unknown {
  if (value.kind === 'list') return value.items.map(plain);
  if (value.kind === 'call') return `${value.name}(${value.args.map((argument) => plain(argument.value)).join()})`;
  if (value.kind !== 'object') return value.value;
  return Object.fromEntries(value.entries.map((entry) => [entry.key.value, plain(entry.value)]));
}

function assertSound({ text, sections, starts }: PrismaDocument): void {
  assert.equal(sections.map((section) => section.text).join(''), text);
  assert.equal(new Set(sections.map(({ id }) => id)).size, sections.length);
  let start = 0;
  for (const [index, section] of sections.entries()) {
    assert.equal(starts[index], start);
    start += section.text.length;
    const whole = { start: 0, end: section.text.length };
    for (const { span } of section.problems) assert.ok(containsSpan(whole, span) && span.start <= span.end);
    for (const node of section.nodes) {
      assert.ok(containsSpan(whole, node.span));
      assert.equal(slice(section.text, node.name.span), node.name.value);
      if (node.kind === 'prisma.field') assert.equal(slice(section.text, node.type.span), node.type.value);
      else if ('body' in node) assert.ok(containsSpan(node.span, node.body), JSON.stringify(section.text));
    }
  }
}
