import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex, primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { rowKeys } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const primaryKeyPresent = localRule({
  id: 'prisma/primary-key-present',
  summary: 'Give every table a primary key.',
  why: 'A unique key is enough for Prisma, but not for the database: without a primary key, logical replication and change data capture cannot tell which row changed, and some migration and backup tools refuse the table.',
  item: rowKeys,
  references: [
    postgresql('Primary Keys', 'ddl-constraints.html#DDL-CONSTRAINTS-PRIMARY-KEYS'),
    prismaDocumentation('Defining an ID field', 'prisma-schema/data-model/models#defining-an-id-field'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A unique key instead',
      bad: `model «Device» {
  serial String @unique
  label  String
}
`,
      good: `model Device {
  serial String @id
  label  String
}
`,
    },
    {
      title: 'A unique key over two columns instead',
      bad: `model «Rate» {
  currency String
  day      DateTime
  value    Decimal

  @@unique([currency, day])
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
    if (!isTable(model) || model.section.dialect === 'prisma8' || primaryKeyOf(model) !== undefined) return;
    if (isOfAuthJs(model)) return;
    // Without a unique key over required columns Prisma itself complains.
    const keys = indexesOf(model).filter((index) => isKey(index, model));
    const [key] = keys;
    if (key === undefined) return;
    const fix = keyFix(key, model);
    const columns = key.fields.map(({ value }) => `\`${value}\``).join(' and ');
    yield {
      span: model.name.span,
      message: `${model.name.value} has no primary key, only a unique key over ${columns}.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});

/** Auth.js lays down its tables of sessions and of tokens without one. */
function isOfAuthJs({ fields }: PrismaModel): boolean {
  const names = new Set(fields.map(({ name }) => foldedName(name.value)));
  return names.has('expires') && ((names.has('identifier') && names.has('token')) || names.has('sessiontoken'));
}

function isKey({ kind, fields, where }: ModelIndex, model: PrismaModel): boolean {
  const isRequired = fields.every(({ value }) => fieldOf(model, value)?.isOptional === false);
  return kind === 'unique' && where === undefined && fields.length > 0 && isRequired;
}

function keyFix({ attribute, fields, fieldLevel }: ModelIndex, model: PrismaModel): Fix | undefined {
  if (attribute.args.length > (fieldLevel ? 0 : 1)) return undefined;
  const columns = fields.map(({ value }) => `\`${value}\``).join(' and ');
  return prismaFix(
    `Make ${columns} the primary key of ${model.name.value} (the migration locks the table while it builds the key)`,
    'review',
    model.section,
    { span: attribute.name.span, newText: 'id' },
  );
}
