import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { leadsTo, modelOf } from '#core/prisma/named-block.ts';
import { relationOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { rowKeys } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const referencedKeySingle = localRule({
  id: 'prisma/referenced-key-single',
  summary: 'Give a model that others refer to a key of one column.',
  why: 'Each model that refers to it has to carry all columns of its key, and so do URLs, caches and messages. When one of them changes its meaning, all of those change.',
  item: rowKeys,
  references: [
    prismaDocumentation(
      'Compound IDs',
      'prisma-client/special-fields-and-types/working-with-composite-ids-and-constraints',
    ),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Reviews of an enrolment',
      bad: `model Enrolment {
  studentId Int
  courseId  Int
  reviews   Review[]

  «@@id([studentId, courseId])»
}

model Review {
  id        Int       @id
  studentId Int
  courseId  Int
  enrolment Enrolment @relation(fields: [studentId, courseId], references: [studentId, courseId])
}
`,
      good: `model Enrolment {
  id        Int      @id @default(autoincrement())
  studentId Int
  courseId  Int
  reviews   Review[]

  @@unique([studentId, courseId])
}

model Review {
  id          Int       @id
  enrolmentId Int
  enrolment   Enrolment @relation(fields: [enrolmentId], references: [id])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const key = isTable(model) ? primaryKeyOf(model) : undefined;
    if (key === undefined || key.fieldLevel || key.fields.length < 2) return;
    // A key that begins with the tenant keeps foreign keys within it.
    if (key.fields.some(({ value }) => wordsOf(value).some((word) => tenantWords.has(word)))) return;
    const referring = referringModel(model, key.fields.length, scope);
    if (referring === undefined) return;
    yield {
      span: key.attribute.span,
      message: `${referring} refers to ${model.name.value} by ${key.fields.length} columns. Give it an id, and keep these unique.`,
    };
  },
});

const tenantWords: ReadonlySet<string> = new Set([
  'tenant',
  'org',
  'organization',
  'organisation',
  'workspace',
  'account',
  'shard',
  'region',
]);

function referringModel(model: PrismaModel, columns: number, scope: Scope): string | undefined {
  for (const list of model.fields) {
    const other = modelOf(list, scope);
    const refers = other?.fields.some(
      (field) => leadsTo(field, model, scope) && relationOf(field)?.references.length === columns,
    );
    if (refers === true) return other?.name.value;
  }
  return undefined;
}
