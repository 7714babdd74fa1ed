import { attributeOf, attributeText } from '#core/prisma/attribute.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { normalisation } from '#rules/checklist.ts';
import { type IllFit, illFittingType } from '#rules/detectors/prisma/ill-fitting-type.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const nativeTypeFits = localRule({
  id: 'prisma/native-type-fits',
  summary: 'Use native types that keep what is stored in them.',
  why:
    'Some types of a database are there for old programs: PostgreSQL’s `money` depends on a setting of the server, `json` is text that is parsed on each read, `char` fills up with ' +
    'blanks and `timestamp(0)` rounds into the future; MySQL’s `TIMESTAMP` ends in 2038; SQL Server’s `text`, `ntext` and `image` are deprecated. Each has a type beside it without that.',
  item: normalisation,
  references: [
    { title: 'PostgreSQL wiki, Don’t Do This', url: 'https://wiki.postgresql.org/wiki/Don%27t_Do_This' },
    postgresql('Monetary Types', 'datatype-money.html'),
    prismaDocumentation('Native types', 'prisma-schema/data-model/models#native-types-mapping'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Money, JSON as text, and seconds that are rounded',
      bad: `datasource db {
  provider = "postgresql"
}

model Product {
  id        Int      @id
  price     Decimal  «@db.Money»
  shipping  Decimal  @db.Decimal(12, 2)
  details   Json     «@db.Json»
  startsAt  DateTime «@db.Timestamptz(0)»
  name      String   «@db.Char(80)»
  country   String   @db.Char(2)
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Product {
  id        Int      @id
  price     Decimal  @db.Decimal(12, 2)
  shipping  Decimal  @db.Decimal(12, 2)
  details   Json
  startsAt  DateTime @db.Timestamptz(3)
  name      String   @db.VarChar(80)
  country   String   @db.Char(2)
}
`,
    },
    {
      title: 'A time that ends in 2038',
      bad: `datasource db {
  provider = "mysql"
}

model Contract {
  id     Int       @id
  endsAt DateTime? «@db.Timestamp(6)»
}
`,
      good: `datasource db {
  provider = "mysql"
}

model Contract {
  id     Int       @id
  endsAt DateTime? @db.DateTime(6)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model)) return;
    const provider = providerOf(scope.roots('prisma.datasource'));
    for (const field of model.fields) {
      const native = nativeTypeOf(field);
      const illFit = illFittingType(field, model, provider);
      if (native === undefined || illFit === undefined || attributeOf(field, 'ignore') !== undefined) continue;
      const type = `@${native.attribute.name.value}`;
      const fix = fixFor(field, illFit);
      yield {
        span: native.attribute.span,
        message: [
          `\`${model.name.value}.${field.name.value}\` is \`${attributeText(field, native.attribute)}\`, which ${illFit.fault}.`,
          illFit.advice,
        ]
          .filter((sentence) => sentence !== undefined)
          .join(' '),
        ...(fix && { fixes: [fix] }),
        cause: {
          key: native.name,
          message: (count) => `${count} columns are \`${type}\` and ${illFit.manyFault}.`,
          ...(fix && {
            fixTitle: (count) => `Give ${count} columns another type than \`${type}\` (${illFit.migration})`,
          }),
        },
      };
    }
  },
});

function fixFor(field: PrismaField, { instead, migration }: IllFit): Fix | undefined {
  const native = nativeTypeOf(field)?.attribute;
  if (native === undefined || instead === undefined) return undefined;
  const title =
    instead === ''
      ? `Remove \`@${native.name.value}\` from \`${field.name.value}\``
      : `Make \`${field.name.value}\` \`${instead}\``;
  const change = instead === '' ? { without: [native] } : { replaced: new Map([[native, instead]]) };
  return prismaFix(`${title} (${migration})`, 'review', field.section, rewriteField(field, change));
}
