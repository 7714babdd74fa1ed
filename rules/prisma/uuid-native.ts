import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { rowKeys } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const uuidNative = globalRule({
  id: 'prisma/uuid-native',
  summary: 'Keep UUIDs in the type the database has for them.',
  why: 'As text a UUID takes 37 bytes instead of 16, in the table, in every index and in every foreign key, is compared by letters, and may be anything: `abc`, or the same UUID in capitals.',
  item: rowKeys,
  references: [
    postgresql('UUID Type', 'datatype-uuid.html'),
    prismaDocumentation('Native types', 'reference/prisma-schema-reference#postgresql'),
  ],
  severity: 'info',
  recommended: true,
  options: {
    everywhere: {
      default: false,
      description: 'True to ask for the native type where no other column of the schema has it, too.',
    },
  },
  examples: [
    {
      title: 'One UUID as text among others',
      bad: `datasource db {
  provider = "postgresql"
}

model User {
  id    String @id @default(uuid()) @db.Uuid
  email String @unique
}

model Order {
  id     String @id @default(uuid()) @db.Uuid
  number String @unique
}

model Refund {
  «id»     String @id @default(uuid())
  reason String
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model User {
  id    String @id @default(uuid()) @db.Uuid
  email String @unique
}

model Order {
  id     String @id @default(uuid()) @db.Uuid
  number String @unique
}

model Refund {
  id     String @id @default(uuid()) @db.Uuid
  reason String
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, scope): Iterable<Fact> {
    if (!isTable(model) || model.section.dialect === 'prisma8') return;
    const provider = providerOf(scope.roots('prisma.datasource'));
    if (provider !== 'postgresql' && provider !== 'cockroachdb') return;
    for (const field of model.fields) {
      const isNative = nativeTypeOf(field)?.name === 'Uuid';
      if (!isNative && !isUuid(field)) continue;
      yield {
        key: 'uuids',
        name: `${model.name.value}.${field.name.value}`,
        span: field.name.span,
        isNative,
        isKey: attributeOf(field, 'id') !== undefined,
      };
    }
  },
  *compare(facts, { everywhere }) {
    const natives = facts.filter(({ value }) => value.isNative).length;
    const texts = facts.filter(({ value }) => !value.isNative);
    if (!everywhere && natives <= texts.length) return;
    for (const { section, value } of texts) {
      const { name, span, isKey } = value;
      const others = isKey ? ', as the columns that refer to it,' : '';
      const message =
        `\`${name}\` is a UUID that is stored as text. ` +
        `Make it${others} \`@db.Uuid\`; on a table that is there, write the cast into the migration (\`TYPE uuid USING …::uuid\`): Prisma's drops the column.`;
      yield { section, value: { span, message, cause: many } };
    }
  },
});

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
  readonly isNative: boolean;
  readonly isKey: boolean;
}

/** A text column that is filled with UUIDs: without a type of its own, or as long as one. */
function isUuid(field: PrismaField): boolean {
  const value = defaultOf(field);
  const native = nativeTypeOf(field);
  const isText = native === undefined || (textTypes.has(native.name) && native.args[0] === '36');
  if (field.type.value !== 'String' || field.isList || !isText || value?.kind !== 'call') return false;
  if (value.name === 'uuid') return true;
  const [first] = value.args;
  return (
    value.name === 'dbgenerated' &&
    first?.value.kind === 'string' &&
    /^(?:gen_random_uuid|uuid_generate_v\d\w*|uuidv7)\(\)$/.test(first.value.value)
  );
}

const textTypes: ReadonlySet<string> = new Set(['VarChar', 'Char', 'String']);

const many = {
  key: 'text',
  message: (count: number) => `${count} UUIDs are stored as text.`,
};
