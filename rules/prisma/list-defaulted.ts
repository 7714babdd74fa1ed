import { attributeOf } from '#core/prisma/attribute.ts';
import { insertFieldAttributeEdit } from '#core/prisma/edit.ts';
import { isScalarType } from '#core/prisma/field.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { localRule } from '#core/rule.ts';
import { columnValues } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const listDefaulted = localRule({
  id: 'prisma/list-defaulted',
  summary: 'Give lists of values an empty list as default.',
  why: 'Without a default the column is NULL in rows that do not set it. Prisma reads that as an empty list, its filters do not: `has` and `isEmpty` pass those rows by, and so does SQL.',
  item: columnValues,
  references: [
    prismaDocumentation('Scalar lists', 'prisma-client/special-fields-and-types/working-with-scalar-lists-arrays'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A list without default',
      bad: `datasource db {
  provider = "postgresql"
}

model Post {
  id   Int      @id
  «tags» String[]
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Post {
  id   Int      @id
  tags String[] @default([])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    if ((provider !== 'postgresql' && provider !== 'cockroachdb') || !isTable(model)) return;
    for (const field of model.fields) {
      const { name, type, isList } = field;
      if (!isList || attributeOf(field, 'default') !== undefined || attributeOf(field, 'ignore') !== undefined)
        continue;
      if (!isScalarType(type.value) && enumOf(field, scope) === undefined) continue;
      yield {
        span: name.span,
        message: `\`${model.name.value}.${name.value}\` has no default, so that it is NULL in rows that do not set it.`,
        fixes: [
          prismaFix(
            `Add \`@default([])\` to \`${model.name.value}.${name.value}\``,
            'review',
            model.section,
            insertFieldAttributeEdit(field, '@default([])'),
          ),
        ],
        cause: {
          key: 'lists',
          message: (count) => `${count} lists have no default, so that they are NULL in rows that do not set them.`,
          fixTitle: (count) => `Add \`@default([])\` to ${count} lists`,
        },
      };
    }
  },
});
