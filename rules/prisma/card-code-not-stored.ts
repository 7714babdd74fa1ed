import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { secrets } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { cardCodeNames } from '#rules/words/stored-secrets.ts';

export const cardCodeNotStored = localRule({
  id: 'prisma/card-code-not-stored',
  summary: 'Do not store the security code of a card.',
  why:
    'The code on the back proves that the payer holds the card. The card networks forbid to store it once a payment is authorised, encrypted or not: whoever loses it loses the right to ' +
    'take cards. A token of the payment provider pays again without it.',
  item: secrets,
  references: [
    {
      title: 'PCI DSS v4.0.1, requirement 3.3.1',
      url: 'https://www.pcisecuritystandards.org/document_library/',
    },
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'The code of a card',
      bad: `model PaymentMethod {
  id         Int    @id @default(autoincrement())
  cardHolder String
  last4      String
  «cvv»        String
}
`,
      good: `model PaymentMethod {
  id            Int    @id @default(autoincrement())
  cardHolder    String
  last4         String
  providerToken String
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    const codes = model.fields.filter((field) => isCardCode(field, model));
    if (codes.length === 0 || !isTable(model)) return;
    for (const { name } of codes) {
      yield {
        span: name.span,
        message:
          `\`${model.name.value}.${name.value}\` is the security code of a card, which may not be stored (PCI DSS 3.3.1). ` +
          'Keep the token of the payment provider instead.',
      };
    }
  },
});

/** `cid` may be anything, beside no card. */
function isCardCode({ name, type }: PrismaField, model: PrismaModel): boolean {
  const folded = foldedName(name.value);
  const isText = type.value === 'String' || type.value === 'Int' || type.value === 'Bytes';
  if (!isText || !cardCodeNames.has(folded)) return false;
  if (!/^(?:cid|cardcode)$/.test(folded)) return true;
  return model.fields.some((field) => /card_?(?:number|holder|no)$/i.test(field.name.value));
}
