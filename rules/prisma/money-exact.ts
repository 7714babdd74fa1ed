import { attributeOf } from '#core/prisma/attribute.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelCalled } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { normalisation } from '#rules/checklist.ts';
import { isOfAnything, isOfEstimates } from '#rules/detectors/prisma/about-money.ts';
import { amountType } from '#rules/detectors/prisma/amount-type.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isUsageCost } from '#rules/detectors/prisma/usage-cost.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { prismaDocumentation, zalando } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';

export const moneyExact = localRule({
  id: 'prisma/money-exact',
  summary: 'Store money as Decimal, or as an integer of minor units.',
  why:
    'A binary float cannot hold 0.10: sums drift, equal amounts compare as different, and the error grows with every row added up. ' +
    'A decimal column or an integer number of cents is exact.',
  item: normalisation,
  references: [prismaDocumentation('Decimal', 'reference/prisma-schema-reference#decimal'), zalando(173)],
  severity: 'error',
  recommended: true,
  options: {
    words: { default: moneyWords, description: 'The words of a field’s name that mean an amount of money.' },
  },
  examples: [
    {
      title: 'A price as Float',
      bad: `model Product {
  id    Int    @id @default(autoincrement())
  name  String
  «price» Float
}
`,
      good: `model Product {
  id    Int     @id @default(autoincrement())
  name  String
  price Decimal
}
`,
    },
    {
      title: 'A native float, which the decimal type replaces',
      bad: `model Invoice {
  id          Int    @id @default(autoincrement())
  «totalAmount» Float? @default(0) @map("total_amount") @db.DoublePrecision
}
`,
      good: `model Invoice {
  id          Int      @id @default(autoincrement())
  totalAmount Decimal? @default(0) @map("total_amount")
}
`,
    },
    {
      title: 'Columns stay where they are',
      bad: `model Product {
  id     Int     @id
  «price»  Float   @db.Real
  «amount» Float   @default(0) // in euros
  name   String?
}
`,
      good: `model Product {
  id     Int     @id
  price  Decimal
  amount Decimal @default(0) // in euros
  name   String?
}
`,
    },
    {
      title: 'The native type of other amounts, not that of a factor',
      bad: `datasource db {
  provider = "postgresql"
}

model Plan {
  id      Int     @id
  burst   Decimal @db.Decimal(4, 2)
  weight  Decimal @db.Decimal(4, 2)
  price   Decimal @db.Decimal(12, 2)
  «deposit» Float
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Plan {
  id      Int     @id
  burst   Decimal @db.Decimal(4, 2)
  weight  Decimal @db.Decimal(4, 2)
  price   Decimal @db.Decimal(12, 2)
  deposit Decimal @db.Decimal(12, 2)
}
`,
    },
    {
      title: 'An amount without native type among others that have one',
      bad: `datasource db {
  provider = "postgresql"
}

model Invoice {
  id       Int     @id
  subtotal Decimal @db.Decimal(19, 4)
  tax      Decimal
  «total»    Float
  fee      Decimal @db.Decimal(19, 4)
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Invoice {
  id       Int     @id
  subtotal Decimal @db.Decimal(19, 4)
  tax      Decimal
  total    Decimal @db.Decimal(19, 4)
  fee      Decimal @db.Decimal(19, 4)
}
`,
    },
    {
      title: 'Most amounts have no native type',
      bad: `datasource db {
  provider = "postgresql"
}

model Invoice {
  id       Int     @id
  subtotal Decimal
  tax      Decimal
  «total»    Float
  fee      Decimal @db.Decimal(19, 4)
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Invoice {
  id       Int     @id
  subtotal Decimal
  tax      Decimal
  total    Decimal
  fee      Decimal @db.Decimal(19, 4)
}
`,
    },
    {
      title: 'Crypto money has more places than other amounts near it',
      bad: `datasource db {
  provider = "postgresql"
}

model Payment {
  id       Int     @id
  price    Decimal @db.Decimal(12, 2)
  fiat     String
  «ethAmount» Float
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Payment {
  id       Int     @id
  price    Decimal @db.Decimal(12, 2)
  fiat     String
  ethAmount Decimal
}
`,
    },
    {
      title: 'One amount elsewhere is no habit',
      bad: `datasource db {
  provider = "postgresql"
}

model Plan {
  id    Int   @id
  «price» Float
}

model Call {
  id      Int     @id
  costUsd Decimal @db.Decimal(12, 6)
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Plan {
  id    Int     @id
  price Decimal
}

model Call {
  id      Int     @id
  costUsd Decimal @db.Decimal(12, 6)
}
`,
    },
  ],
  on: ['prisma.field'],
  *check(field, scope, { words }) {
    if (field.type.value !== 'Float' || !isMoneyName(field.name.value, words)) return;
    const model = modelCalled(field.model.value, field.section, scope);
    if (isOfEstimates(field.model.value) || attributeOf(field, 'ignore') !== undefined) return;
    if (
      model !== undefined &&
      (!isTable(model) || isOfAnything(field, model, words) || isUsageCost(field, model, words))
    )
      return;
    const fix = decimalFix(field, model, words, scope);
    const isDropped = providerOf(scope.roots('prisma.datasource')) === 'cockroachdb';
    yield {
      span: field.name.span,
      message: `\`${field.model.value}.${field.name.value}\` is money in a Float, which cannot hold most decimal amounts exactly.`,
      ...(fix && { fixes: [fix] }),
      cause: {
        key: 'float',
        message: (count) => `${count} amounts of money are Floats, which cannot hold most decimal amounts exactly.`,
        fixTitle: (count) => `Make ${count} Floats Decimals (${manyMigrations[isDropped ? 'drop' : 'rewrite']})`,
      },
    };
  },
});

/** For CockroachDB Prisma drops the column and makes another one. */
const migrations = {
  rewrite: 'the migration rewrites the column',
  drop: 'the migration Prisma makes drops the column and loses its amounts: copy them first',
} as const;

const manyMigrations = {
  rewrite: 'the migration rewrites the columns',
  drop: 'the migration Prisma makes drops the columns and loses their amounts: copy them first',
} as const;

/** MongoDB has no Decimal in Prisma. */
function decimalFix(
  field: PrismaField,
  model: PrismaModel | undefined,
  words: readonly string[],
  scope: Scope,
): Fix | undefined {
  const provider = providerOf(scope.roots('prisma.datasource'));
  if (provider === 'mongodb') return undefined;
  const native = nativeTypeOf(field);
  const siblings = model === undefined ? [] : siblingModels(model, scope);
  const type = amountType(field, siblings, words);
  const isReplaced = native !== undefined && type !== undefined;
  const migration = migrations[provider === 'cockroachdb' ? 'drop' : 'rewrite'];
  const rounding = type?.scale === undefined ? '' : `, with ${type.scale} places`;
  return prismaFix(
    `Make \`${field.name.value}\` a Decimal (${migration}${rounding})`,
    'review',
    field.section,
    rewriteField(field, {
      type: 'Decimal',
      without: native === undefined || isReplaced ? [] : [native.attribute],
      ...(isReplaced && { replaced: new Map([[native.attribute, type.text]]) }),
      ...(native === undefined && type !== undefined && { added: type.text }),
    }),
  );
}
