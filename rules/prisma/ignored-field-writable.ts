import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { columnValues } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const ignoredFieldWritable = localRule({
  id: 'prisma/ignored-field-writable',
  summary: 'Ignore only fields a row can do without.',
  why: 'The client does not know a field with `@ignore`. Where the column is required and has no default, every `create` of the model fails in the database, and nothing in the types says so.',
  item: columnValues,
  references: [prismaDocumentation('@ignore', 'reference/prisma-schema-reference#ignore')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A required column the client does not know',
      bad: `model User {
  id          Int    @id
  email       String @unique
  «legacyCode» String @ignore
}
`,
      good: `model User {
  id          Int    @id
  email       String @unique
  legacyCode String? @ignore
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model)) return;
    for (const field of model.fields) {
      if (!isUnwritable(field, scope)) continue;
      const { name } = field;
      yield {
        span: name.span,
        message: `No ${model.name.value} can be created: \`${name.value}\` is required, ignored, and has no default.`,
        fixes: [
          prismaFix(
            `Make \`${model.name.value}.${name.value}\` optional`,
            'review',
            model.section,
            rewriteField(field, { isOptional: true }),
          ),
        ],
      };
    }
  },
});

function isUnwritable(field: PrismaField, scope: Scope): boolean {
  const { isOptional, isList } = field;
  const has = (name: string) => attributeOf(field, name) !== undefined;
  if (!has('ignore') || isOptional || isList || has('default') || has('updatedAt') || has('id')) return false;
  return modelOf(field, scope) === undefined;
}
