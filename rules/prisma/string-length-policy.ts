import { attributeOf } from '#core/prisma/attribute.ts';
import { addFieldAttributeEdit } from '#core/prisma/edit.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { normalisation } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql } from '#rules/sources.ts';

export const stringLengthPolicy = localRule({
  id: 'prisma/string-length-policy',
  summary: 'Bound the length of texts, or do not, in all of the schema.',
  why:
    'In PostgreSQL a text without bound costs nothing, and a length that is too short is a migration; a column that takes megabytes from a public form costs disk and memory. Teams decide ' +
    'one way or the other: say which by the option `policy` (`bounded` or `text`). Without it this rule says nothing.',
  item: normalisation,
  references: [postgresql('Character Types', 'datatype-character.html')],
  severity: 'info',
  recommended: false,
  options: {
    policy: { default: '', description: '`bounded`: each String has a length. `text`: none has. Empty: either.' },
    length: { default: 255, description: 'The length that a fix writes.' },
  },
  examples: [
    {
      title: 'Nothing is said without a policy',
      bad: `datasource db {
  provider = "postgresql"
}

model Post {
  id    Int    @id @default(autoincrement())
  title String
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Post {
  id    Int    @id @default(autoincrement())
  title String
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { policy, length }) {
    if (policy !== 'bounded' && policy !== 'text') return;
    const provider = providerOf(scope.roots('prisma.datasource'));
    if (provider !== 'postgresql' || !isTable(model)) return;
    const keys = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
    for (const field of model.fields) {
      if (field.type.value !== 'String' || field.isList || keys.has(field.name.value) || isKey(field)) continue;
      const finding = policy === 'bounded' ? unbounded(field, length) : bounded(field);
      if (finding !== undefined) yield finding;
    }
  },
});

function isKey(field: PrismaField): boolean {
  return attributeOf(field, 'id') !== undefined || attributeOf(field, 'ignore') !== undefined;
}

function unbounded(field: PrismaField, length: number): Finding | undefined {
  const native = nativeTypeOf(field);
  if (native !== undefined && (native.name !== 'VarChar' || native.args.length > 0)) return undefined;
  const text = `@db.VarChar(${length})`;
  const edit =
    native === undefined
      ? addFieldAttributeEdit(field, text)
      : rewriteField(field, { replaced: new Map([[native.attribute, text]]) });
  return {
    span: field.name.span,
    message: `\`${field.model.value}.${field.name.value}\` takes texts of any length.`,
    fixes: [
      prismaFix(
        `Make \`${field.name.value}\` \`${text}\` (the migration fails while a text is longer)`,
        'review',
        field.section,
        edit,
      ),
    ],
    cause: {
      key: 'unbounded',
      message: (count) => `${count} columns take texts of any length.`,
      fixTitle: (count) => `Make ${count} columns \`${text}\` (the migration fails while a text is longer)`,
    },
  };
}

function bounded(field: PrismaField): Finding | undefined {
  const native = nativeTypeOf(field);
  if (native?.name !== 'VarChar') return undefined;
  return {
    span: native.attribute.span,
    message: `\`${field.model.value}.${field.name.value}\` has a length, which texts of this schema have not.`,
    fixes: [
      prismaFix(
        `Remove \`@${native.attribute.name.value}\` from \`${field.name.value}\``,
        'review',
        field.section,
        rewriteField(field, { without: [native.attribute] }),
      ),
    ],
    cause: {
      key: 'bounded',
      message: (count) => `${count} texts have a length, which texts of this schema have not.`,
      fixTitle: (count) => `Remove the length of ${count} texts`,
    },
  };
}
