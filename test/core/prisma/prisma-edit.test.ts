import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { attributeOf } from '#core/prisma/attribute.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import {
  addFieldAttributeEdit,
  insertBlockAttributeEdit,
  insertFieldEdit,
  removeBlockAttributeEdit,
  removeFieldAttributeEdit,
  replaceTypeEdit,
} from '#core/prisma/edit.ts';
import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaAttribute, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';

type MakeEdit = (model: PrismaModel) => Edit;

describe('insertFieldEdit', () => {
  const created = { name: 'createdAt', type: 'DateTime', attributes: '@default(now())' };
  const insert: MakeEdit = (model) => insertFieldEdit(model, created);
  changes(
    'goes behind the last field',
    insert,
    'model A {\n  id Int @id\n}\n',
    'model A {\n  id Int @id\n  createdAt DateTime @default(now())\n}\n',
  );
  changes(
    'goes behind the named field',
    (model) => insertFieldEdit(model, { name: 'x', type: 'Int' }, 'a'),
    'model A {\n  a Int\n  b Int\n}\n',
    'model A {\n  a Int\n  x Int\n  b Int\n}\n',
  );
  changes(
    'keeps the columns',
    insert,
    'model A {\n  id        Int      @id\n  something String\n}\n',
    'model A {\n  id        Int      @id\n  something String\n  createdAt DateTime @default(now())\n}\n',
  );
  changes(
    'keeps columns that do not fit as well as it can',
    insert,
    'model A {\n  id  Int @id\n  abc Int @x\n}\n',
    'model A {\n  id  Int @id\n  abc Int @x\n  createdAt DateTime @default(now())\n}\n',
  );
  changes(
    'keeps the columns most lines keep',
    insert,
    'model A {\n  id        Int      @id\n  total     Decimal  @x\n  longerName String @x\n}\n',
    'model A {\n  id        Int      @id\n  total     Decimal  @x\n  longerName String @x\n  createdAt DateTime @default(now())\n}\n',
  );
  changes(
    'looks at the columns of its own group',
    insert,
    'model A {\n  id        Int @id\n  something String\n\n  b Int\n}\n',
    'model A {\n  id        Int @id\n  something String\n\n  b Int\n  createdAt DateTime @default(now())\n}\n',
  );
  changes(
    'goes behind a comment',
    insert,
    'model A {\n  id Int @id // key\n\n  @@map("a")\n}\n',
    'model A {\n  id Int @id // key\n  createdAt DateTime @default(now())\n\n  @@map("a")\n}\n',
  );
  changes(
    'leaves documentation with its field',
    (model) => insertFieldEdit(model, { name: 'x', type: 'Int' }, 'a'),
    'model A {\n  a Int\n  /// b\n  b Int\n}\n',
    'model A {\n  a Int\n  x Int\n  /// b\n  b Int\n}\n',
  );
  changes(
    'goes behind a comment over lines',
    insert,
    'model A {\n  id Int @id /* a\n b */\n}\n',
    'model A {\n  id Int @id /* a\n b */\n  createdAt DateTime @default(now())\n}\n',
  );
  changes('fills an empty block', insert, 'model A {\n}\n', 'model A {\n  createdAt DateTime @default(now())\n}\n');
  changes(
    'keeps tabs and CRLF',
    insert,
    'model A {\r\n\tid Int @id\r\n}\r\n',
    'model A {\r\n\tid Int @id\r\n\tcreatedAt DateTime @default(now())\r\n}\r\n',
  );
  changes(
    'needs no final line break',
    insert,
    'model A {\n  id Int @id\n}',
    'model A {\n  id Int @id\n  createdAt DateTime @default(now())\n}',
  );
  changes(
    'bears an open block',
    insert,
    'model A {\n  id Int @id',
    'model A {\n  id Int @id\n  createdAt DateTime @default(now())',
  );
  changes(
    'breaks a block of Prisma 8 on one line',
    insert,
    '// use prisma-8\nmodel A { id Int @id }\n',
    '// use prisma-8\nmodel A { id Int @id\n  createdAt DateTime @default(now()) }\n',
  );
});

describe('insertBlockAttributeEdit', () => {
  const insert: MakeEdit = (model) => insertBlockAttributeEdit(model, '@@index([b])');
  changes(
    'goes behind the fields, after a blank line',
    insert,
    'model A {\n  b Int // c\n}\n',
    'model A {\n  b Int // c\n\n  @@index([b])\n}\n',
  );
  changes(
    'goes behind the last key or index',
    insert,
    'model A {\n  b Int\n\n  @@unique([c]) // c\n\n  @@map("a")\n}\n',
    'model A {\n  b Int\n\n  @@unique([c]) // c\n  @@index([b])\n\n  @@map("a")\n}\n',
  );
  changes(
    'goes before the other attributes behind the fields',
    insert,
    'model A {\r\n  b Int\r\n\r\n  @@map("a") // c\r\n}\r\n',
    'model A {\r\n  b Int\r\n\r\n  @@index([b])\r\n  @@map("a") // c\r\n}\r\n',
  );
  changes(
    'does not join an attribute that stands before the fields',
    insert,
    'model A {\n  @@map("a")\n  b Int\n}\n',
    'model A {\n  @@map("a")\n  b Int\n\n  @@index([b])\n}\n',
  );
  changes(
    'stays before a comment at the end',
    insert,
    'model A {\n  b Int\n  // end\n}\n',
    'model A {\n  b Int\n\n  @@index([b])\n  // end\n}\n',
  );
  changes('fills an empty block', insert, '  model A {\n  }\n', '  model A {\n    @@index([b])\n  }\n');
  changes('keeps CRLF', insert, 'model A {\r\n  b Int\r\n}', 'model A {\r\n  b Int\r\n\r\n  @@index([b])\r\n}');
  changes(
    'goes behind an attribute over lines',
    insert,
    '// use prisma-8\nmodel A {\n  b Int\n  @@unique([\n    b\n  ])\n}\n',
    '// use prisma-8\nmodel A {\n  b Int\n  @@unique([\n    b\n  ])\n  @@index([b])\n}\n',
  );
});

describe('addFieldAttributeEdit', () => {
  const add: MakeEdit = (model) => addFieldAttributeEdit(first(model), '@updatedAt');
  changes('goes behind the type', add, 'model A {\n  a DateTime\n}\n', 'model A {\n  a DateTime @updatedAt\n}\n');
  changes(
    'goes behind attributes, before a comment',
    add,
    'model A {\n  a DateTime? @db.Date  // c\n}\n',
    'model A {\n  a DateTime? @db.Date @updatedAt  // c\n}\n',
  );
});

describe('removeFieldAttributeEdit', () => {
  const remove: MakeEdit = (model) => removeFieldAttributeEdit(first(model), attribute(first(model), 'unique'));
  changes(
    'takes the blanks before it',
    remove,
    'model A {\n  a  Int   @unique // c\n}\n',
    'model A {\n  a  Int // c\n}\n',
  );
  changes(
    'leaves the next one in its place',
    remove,
    'model A {\n  a  Int   @unique(map: "x")  @map("b")\n}\n',
    'model A {\n  a  Int   @map("b")\n}\n',
  );
  changes(
    'leaves those before it',
    remove,
    'model A {\n  a Int[] @map("b") @unique\n}\n',
    'model A {\n  a Int[] @map("b")\n}\n',
  );
  changes('needs no blanks', remove, 'model A {\n  a Int@unique@map("b")\n}\n', 'model A {\n  a Int@map("b")\n}\n');
});

describe('removeBlockAttributeEdit', () => {
  const remove: MakeEdit = (model) => removeBlockAttributeEdit(attribute(model, 'index'), model);
  changes(
    'takes the line',
    remove,
    'model A {\n  a Int\n\n  @@index([a])\n  @@map("a")\n}\n',
    'model A {\n  a Int\n\n  @@map("a")\n}\n',
  );
  changes(
    'takes the comment on the line, not those above',
    remove,
    'model A {\n  a Int\n\n  // why\n  @@index([a]) // fast\n}\n',
    'model A {\n  a Int\n\n  // why\n}\n',
  );
  changes(
    'takes a blank line that parts nothing any more',
    remove,
    'model A {\n  a Int\n\n  @@index([a])\n}\n',
    'model A {\n  a Int\n}\n',
  );
  changes(
    'leaves a blank line that still parts',
    remove,
    'model A {\n  a Int\n\n  @@map("x")\n  @@index([a])\n}\n',
    'model A {\n  a Int\n\n  @@map("x")\n}\n',
  );
  changes(
    'leaves one of two blank lines',
    remove,
    'model A {\n  a Int\n\n  @@index([a])\n\n  @@map("x")\n}\n',
    'model A {\n  a Int\n\n  @@map("x")\n}\n',
  );
  changes('keeps CRLF', remove, 'model A {\r\n  a Int\r\n\r\n  @@index([a])\r\n}', 'model A {\r\n  a Int\r\n}');
  changes(
    'takes an attribute over lines',
    remove,
    '// use prisma-8\nmodel A {\n  a Int\n  @@index([\n    a\n  ])\n}\n',
    '// use prisma-8\nmodel A {\n  a Int\n}\n',
  );
});

describe('replaceTypeEdit', () => {
  const replace: MakeEdit = (model) => replaceTypeEdit(first(model), 'Decimal');
  changes(
    'keeps the mark behind the type',
    replace,
    'model A {\n  a Float? // c\n}\n',
    'model A {\n  a Decimal? // c\n}\n',
  );
  changes(
    'keeps attributes in their column',
    replace,
    'model A {\n  a   Float[]    @default([])\n  bcd String     @id\n}\n',
    'model A {\n  a   Decimal[]  @default([])\n  bcd String     @id\n}\n',
  );
  changes(
    'pushes attributes when it must',
    replace,
    'model A {\n  a Float  @map("b")\n}\n',
    'model A {\n  a Decimal @map("b")\n}\n',
  );
  changes(
    'takes an unsupported type for one',
    replace,
    'model A {\n  a Unsupported("money")?\n}\n',
    'model A {\n  a Decimal?\n}\n',
  );
});

describe('edits of any model', () => {
  const line = fc.constantFrom(
    'a Int',
    'b  String?  @map("x") // c',
    '/// d',
    '// e',
    '',
    'c Int[] /* f */',
    '@@index([a])',
    '%%',
  );
  const body = fc.array(line, { maxLength: 6 });
  const lineBreak = fc.constantFrom('\n', '\r\n');
  it('leave the rest as it was', () => {
    fc.assert(
      fc.property(body, lineBreak, (lines, newline) => {
        const text = ['model A {', ...lines.map((each) => `  ${each}`), '}'].join(newline);
        const model = read(text);
        const withField = read(applyEdits(text, [insertFieldEdit(model, { name: 'zz', type: 'Int' })]));
        const withIndex = read(applyEdits(text, [insertBlockAttributeEdit(model, '@@unique([a])')]));
        assert.deepEqual([...namesOf(model), 'zz'], namesOf(withField));
        assert.deepEqual(namesOf(model), namesOf(withIndex));
        assert.equal(withIndex.attributes.length, model.attributes.length + 1);
        assert.equal(withIndex.section.problems.length, model.section.problems.length);
        const [index] = model.attributes;
        if (index === undefined) return;
        const without = read(applyEdits(text, [removeBlockAttributeEdit(index, model)]));
        assert.deepEqual(namesOf(model), namesOf(without));
        assert.equal(without.attributes.length, model.attributes.length - 1);
      }),
      { numRuns: 400 },
    );
  });
});

function changes(title: string, makeEdit: MakeEdit, before: string, after: string): void {
  it(title, () => {
    assert.equal(applyEdits(before, [makeEdit(read(before))]), after);
  });
}

function read(text: string): PrismaModel {
  const document = cutPrisma({ uri: 'schema.prisma', text });
  const [node] = document.sections[0]?.nodes ?? [];
  assert.ok(node?.kind === 'prisma.model' && document.sections.length === 1);
  return node;
}

function first({ fields: [field] }: PrismaModel): PrismaField {
  assert.ok(field !== undefined && fieldOf({ fields: [field] }, field.name.value) === field);
  return field;
}

function attribute(node: PrismaModel | PrismaField, name: string): PrismaAttribute {
  const found = attributeOf(node, name);
  assert.ok(found !== undefined);
  return found;
}

function namesOf({ fields }: PrismaModel): readonly string[] {
  return fields.map(({ name }) => name.value);
}
