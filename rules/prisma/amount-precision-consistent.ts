import { addFieldAttributeEdit } from '#core/prisma/edit.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { localRule } from '#core/rule.ts';
import { normalisation } from '#rules/checklist.ts';
import { amountType } from '#rules/detectors/prisma/amount-type.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation, zalando } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';

export const amountPrecisionConsistent = localRule({
  id: 'prisma/amount-precision-consistent',
  summary: 'Give all amounts of money the digits that the others have.',
  why:
    'A Decimal without native type keeps 30 places. Where the other amounts keep two, a sum or a price that was divided is stored with more places than any invoice shows, ' +
    'and no longer equals what was paid.',
  item: normalisation,
  references: [prismaDocumentation('Decimal', 'reference/prisma-schema-reference#decimal'), zalando(173)],
  severity: 'info',
  recommended: true,
  options: {
    words: { default: moneyWords, description: 'The words of a field’s name that mean an amount of money.' },
  },
  examples: [
    {
      title: 'One amount without digits',
      bad: `datasource db {
  provider = "postgresql"
}

model Invoice {
  id       Int     @id
  subtotal Decimal @db.Decimal(12, 2)
  tax      Decimal @db.Decimal(12, 2)
  «total»    Decimal
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Invoice {
  id       Int     @id
  subtotal Decimal @db.Decimal(12, 2)
  tax      Decimal @db.Decimal(12, 2)
  total    Decimal @db.Decimal(12, 2)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    const amounts = model.fields.filter(
      (field) =>
        field.type.value === 'Decimal' &&
        !field.isList &&
        nativeTypeOf(field) === undefined &&
        isMoneyName(field.name.value, words),
    );
    const provider = providerOf(scope.roots('prisma.datasource'));
    if (amounts.length === 0 || provider === 'sqlite' || provider === 'mongodb' || !isTable(model)) return;
    const written = model.fields.filter(
      (field) =>
        field.type.value === 'Decimal' && nativeTypeOf(field) !== undefined && isMoneyName(field.name.value, words),
    );
    // Where most have none, that is the habit.
    if (written.length > 0 && written.length < amounts.length) return;
    const [, ...others] = siblingModels(model, scope);
    // As a Float an amount without digits says nothing of those of others, and its name still says what it is of.
    const asFloat = (field: PrismaField) => ({ ...field, type: { ...field.type, value: 'Float' } });
    const beside = {
      ...model,
      fields: model.fields.map((field) => (amounts.includes(field) ? asFloat(field) : field)),
    };
    for (const field of amounts) {
      const type = amountType(field, [beside, ...others], words);
      if (type?.scale === undefined) continue;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` keeps as many digits as the database gives it; other amounts are \`${type.text}\`.`,
        fixes: [
          prismaFix(
            `Make \`${field.name.value}\` \`${type.text}\` (the migration rewrites the column, and rounds what is there to ${type.scale} places)`,
            'review',
            field.section,
            addFieldAttributeEdit(field, type.text),
          ),
        ],
        cause: {
          key: type.text,
          message: (count) =>
            `${count} amounts keep as many digits as the database gives them; others are \`${type.text}\`.`,
          fixTitle: (count) =>
            `Make ${count} amounts \`${type.text}\` (the migration rewrites the columns, and rounds what is there)`,
        },
      };
    }
  },
});
