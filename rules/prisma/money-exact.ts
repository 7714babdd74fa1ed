import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { normalisation } from '#rules/checklist.ts';
import { isMoneyName } from '#rules/detectors/money-name.ts';
import { prismaFix } from '#rules/fixes/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/rewrite-field.ts';
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
  id    Int    @id @default(autoincrement())
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
  id          Int    @id @default(autoincrement())
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
  ],
  on: ['prisma.field'],
  *check(field, scope, { words }) {
    if (field.type.value !== 'Float' || !isMoneyName(field.name.value, words)) return;
    const fix = decimalFix(field, scope);
    yield {
      span: field.name.span,
      message: `\`${field.model.value}.${field.name.value}\` is money in a Float, which cannot hold most decimal amounts exactly.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});

/** MongoDB has no Decimal in Prisma. */
function decimalFix(field: PrismaField, scope: Scope): Fix | undefined {
  if (providerOf(scope.roots('prisma.datasource')) === 'mongodb') return undefined;
  const native = nativeTypeOf(field);
  const without = native === undefined ? [] : [native.attribute];
  return prismaFix(
    'Change the type to Decimal',
    'review',
    field.section,
    rewriteField(field, { type: 'Decimal', without }),
  );
}
