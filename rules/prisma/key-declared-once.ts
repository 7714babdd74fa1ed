import { removeBlockAttributeEdit, removeFieldAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { rowKeys } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql } from '#rules/sources.ts';

export const keyDeclaredOnce = localRule({
  id: 'prisma/key-declared-once',
  summary: 'Declare a key once.',
  why: 'A primary key is unique already, and a unique key over the same columns once more. The second one is another index in the database, which is written with every insert and never read.',
  item: rowKeys,
  references: [postgresql('Constraints', 'ddl-constraints.html#DDL-CONSTRAINTS-PRIMARY-KEYS')],
  severity: 'warning',
  recommended: true,
  tag: 'unnecessary',
  examples: [
    {
      title: 'Unique as well as the key',
      bad: `model User {
  id    String @id «@unique» @default(uuid())
  email String @unique
}
`,
      good: `model User {
  id    String @id @default(uuid())
  email String @unique
}
`,
    },
    {
      title: 'A unique key over the columns of the primary key',
      bad: `model Rate {
  currency String
  day      DateTime
  value    Decimal

  @@id([currency, day])
  «@@unique([currency, day])»
}
`,
      good: `model Rate {
  currency String
  day      DateTime
  value    Decimal

  @@id([currency, day])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    if (!isTable(model)) return;
    const keys = indexesOf(model).filter(isWholeKey);
    for (const [place, key] of keys.entries()) {
      if (key.kind !== 'unique' || key.name !== undefined) continue;
      const other = keys.find((one, at) => isSame(one, key) && (one.kind === 'id' || at < place));
      if (other === undefined) continue;
      const columns = key.fields.map(({ value }) => value).join(', ');
      const edit = removal(key, model);
      yield {
        span: key.attribute.span,
        message: `The ${other.kind === 'id' ? 'primary' : 'other unique'} key of ${model.name.value} is over \`${columns}\` already.`,
        ...(edit && {
          fixes: [
            prismaFix(
              `Remove the second key over \`${columns}\` (the migration drops its index, no rows)`,
              'review',
              model.section,
              edit,
            ),
          ],
        }),
        related: [{ section: model.section, span: other.attribute.span, message: 'It is unique by this.' }],
        cause: {
          key: 'twice',
          message: (count) => `${count} keys are declared twice.`,
          fixTitle: (count) =>
            `Remove ${count} keys that are declared twice (the migration drops their indexes, no rows)`,
        },
      };
    }
  },
});

/** A key over whole columns of all rows. */
function isWholeKey({ kind, where, fields, type }: ModelIndex): boolean {
  const isPlain = where === undefined && type === undefined && fields.every(({ length, ops }) => !length && !ops);
  return (kind === 'id' || kind === 'unique') && isPlain && fields.length > 0;
}

/** Over the same columns in the same order: another order finds rows in another way. Prisma tells of two attributes at one field. */
function isSame(one: ModelIndex, other: ModelIndex): boolean {
  if (
    one === other ||
    (one.fieldLevel && other.fieldLevel && one.kind === other.kind) ||
    one.fields.length !== other.fields.length
  )
    return false;
  return one.fields.every(({ value }, at) => other.fields[at]?.value === value);
}

function removal({ attribute, fieldLevel, fields: [first] }: ModelIndex, model: PrismaModel): Edit | undefined {
  if (!fieldLevel) return removeBlockAttributeEdit(attribute, model);
  const field = fieldOf(model, first?.value ?? '');
  return field && removeFieldAttributeEdit(field, attribute);
}
