import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const digitsAsText = localRule({
  id: 'prisma/digits-as-text',
  summary: 'Store telephone numbers and postal codes as text.',
  why: 'They are digits nobody adds up. As a number `01067` becomes 1067 and `+49 351` loses its sign and its zeros, and what the lost digits were cannot be told afterwards; other countries have letters in them.',
  item: normalisation,
  references: [prismaDocumentation('String', 'reference/prisma-schema-reference#string')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A telephone number and a postal code that are counted',
      bad: `model Contact {
  id         Int    @id
  name       String
  «phone»      BigInt
  «postalCode» Int?
}
`,
      good: `model Contact {
  id         Int     @id
  name       String
  phone      String
  postalCode String?
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    const numbers = model.fields.filter(isNumberOfDigits);
    if (numbers.length === 0 || !isTable(model)) return;
    // Visits by telephone, beside those by desktop.
    if (model.fields.some(({ name }) => wordsOf(name.value).some((word) => devices.has(word)))) return;
    for (const { name, type } of numbers) {
      yield {
        span: name.span,
        message:
          `\`${model.name.value}.${name.value}\` is a ${type.value}, which loses zeros and signs at the start. ` +
          'Add a String column, copy the values into it, and drop this one.',
      };
    }
  },
});

const devices = wordSet('desktop tablet laptop');

function isNumberOfDigits(field: PrismaField): boolean {
  const isNumber = ['Int', 'BigInt', 'Float', 'Decimal'].includes(field.type.value) && !field.isList;
  if (!isNumber || attributeOf(field, 'relation') !== undefined) return false;
  const words = wordsOf(field.name.value);
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (last === 'number' || last === 'no') return calledWords.has(before);
  if (last === 'code') return postalWords.has(before);
  return digitWords.has(last);
}

const calledWords = wordSet('phone telephone mobile cell fax contact whatsapp');
const postalWords = wordSet('postal zip post');
const digitWords = wordSet('phone telephone cellphone fax zip zipcode postcode postalcode plz phonenumber');
