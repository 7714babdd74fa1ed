import { attributeOf, attributeText } from '#core/prisma/attribute.ts';
import { insertFieldAttributeEdit } from '#core/prisma/edit.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { timestamps } from '#rules/checklist.ts';
import { mostCommon, siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const models = ['Note', 'Page', 'User']
  .map(
    (name) => `model ${name} {
  id        Int      @id
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt @default(now())
}

`,
  )
  .join('');

export const updatedAtDefault = localRule({
  id: 'prisma/updated-at-default',
  summary: 'Give times of change a default where most have one.',
  why:
    'Prisma sets `@updatedAt` itself, the database knows nothing of it: a row that SQL, a seed or another program writes needs the time, and a column that is added to a table with rows ' +
    'fails without a default. A schema that mostly has one should have it everywhere.',
  item: timestamps,
  references: [prismaDocumentation('@updatedAt', 'reference/prisma-schema-reference#updatedat')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'The one without default',
      bad: `${models}model Task {
  id        Int      @id
  createdAt DateTime @default(now())
  «updatedAt» DateTime @updatedAt
}
`,
      good: `${models}model Task {
  id        Int      @id
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt @default(now())
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const time = model.fields.find((field) => isKept(field) && !hasDefault(field) && !field.isOptional);
    if (time === undefined || !isTable(model)) return;
    const others = siblingModels(model, scope).flatMap(({ fields }) =>
      fields.filter((field) => field !== time && isKept(field)),
    );
    const given = others.filter(hasDefault);
    if (given.length < enough || given.length * 5 < others.length * 4) return;
    const text = mostCommon(given.map(defaultText), (one) => one) ?? '@default(now())';
    yield {
      span: time.name.span,
      message: `\`${model.name.value}.${time.name.value}\` has no default in the database, as most times of change have.`,
      fixes: [
        prismaFix(
          `Add \`${text}\` to \`${model.name.value}.${time.name.value}\``,
          'review',
          time.section,
          insertFieldAttributeEdit(time, text),
        ),
      ],
      cause: {
        key: 'default',
        message: (count) => `${count} times of change have no default in the database, as most have.`,
        fixTitle: (count) => `Give ${count} times of change a default`,
      },
    };
  },
});

/** So many make a habit, where four in five have it. */
const enough = 3;

function isKept(field: PrismaField): boolean {
  return attributeOf(field, 'updatedAt') !== undefined;
}

function hasDefault(field: PrismaField): boolean {
  return attributeOf(field, 'default') !== undefined;
}

function defaultText(field: PrismaField): string {
  return attributeText(field, attributeOf(field, 'default'));
}
