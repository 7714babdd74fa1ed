import type { Schema } from '#core/openapi/model.ts';
import { type Location, pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { entriesOf, findNode, findValue } from '#core/tree/tree.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { moneyProperties, namesCurrency } from '#rules/detectors/openapi/money-property.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { aip, zalando } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const moneyWithCurrency = localRule({
  id: 'openapi/money-with-currency',
  summary: 'Send the currency with every amount of money.',
  why: 'An amount without its currency is added to others of another one as soon as the shop sells abroad, and nothing in the data tells.',
  item: fieldTypes,
  references: [zalando(173), aip(143)],
  severity: 'info',
  recommended: false,
  options: {
    words: { default: moneyWords, description: 'The words of a property’s name that mean an amount of money.' },
  },
  examples: [
    {
      title: 'A price in nobody knows what',
      bad: `openapi: 3.1.0
components:
  schemas:
    Product:
      type: object
      properties:
        name: { type: string }
        «price»: { type: string, format: decimal }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Product:
      type: object
      properties:
        name: { type: string }
        price: { type: string, format: decimal }
        currency: { type: string, description: The currency as a code of ISO 4217., minLength: 3, maxLength: 3 }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['properties'],
  *check(schema, _scope, { words }) {
    const amounts = moneyProperties(schema, words).filter(({ name, schema: amount }) => {
      return (
        amount.kind === 'openapi.schema' &&
        isAmount(amount) &&
        !isCount(amount, name.value) &&
        !wordsOf(name.value).some((word) => currencies.has(word))
      );
    });
    const [first] = amounts;
    if (first === undefined || hasCurrency(schema.location)) return;
    const of = ownerTitle(schema.location);
    const names = quotedList(amounts.map(({ name }) => name.value));
    yield {
      span: first.name.span,
      message: `${names}${of === undefined ? '' : ` of ${of}`} ${amounts.length === 1 ? 'is money' : 'are money'} without a currency. Send its code (ISO 4217) beside.`,
      fixes: addCurrency(schema, first.name.value),
      cause: {
        key: 'currency',
        message: (count: number) => `${count} schemas have amounts of money without a currency.`,
      },
    };
  },
});

/** A text may say the currency. */
function isAmount(schema: Schema): boolean {
  const type = soleType(schema);
  const isNumber = type === 'number' || type === 'integer' || (type === 'string' && schema.format?.value === 'decimal');
  return isNumber && !saysCurrency.test(schema.description?.value ?? '');
}

/** “maxTaxes” as an integer counts them. */
function isCount(schema: Schema, name: string): boolean {
  return soleType(schema) === 'integer' && wordsOf(name).some((word) => /^(?:taxes|fees|costs|prices)$/.test(word));
}

const saysCurrency =
  /[$€£¥]|\b(?:usd|eur|gbp|jpy|chf|cny|inr|cad|aud|dollars?|euros?|pounds?|cents|yen|currency|percent)\b|%/i;
const currencies: ReadonlySet<string> = wordSet(
  'dollar euro usd eur gbp jpy chf cny inr cad aud brl dollars euros cents pounds btc eth usdt currency',
);

/** True where the object, or one around it, has a currency. */
function hasCurrency({ section, parent, key }: Location): boolean {
  const steps: string[] = [];
  for (let at: Location | undefined = { section, parent, key }; at?.parent !== undefined; at = at.parent)
    steps.push(at.key);
  const path = steps.reverse();
  for (let length = path.length; length >= 0; length--) {
    const properties = findValue(findNode(section.tree, path.slice(0, length)), 'properties');
    if (entriesOf(properties).some(({ key: name }) => namesCurrency(name.value))) return true;
  }
  return false;
}

function addCurrency(schema: Schema, amount: string): readonly Fix[] {
  if (!isWrittenInPlace(schema, 'properties')) return [];
  const name = /^[A-Z][a-z]/.test(amount) ? 'Currency' : 'currency';
  const pointer = [...pointerOf(schema.location), 'properties', name];
  const value = { type: 'string', description: 'The currency as a code of ISO 4217.', minLength: 3, maxLength: 3 };
  const change = { kind: 'set', uri: schema.section.uri, pointer, value, after: [amount] } as const;
  return [{ title: `Add the property “${name}” beside “${amount}”`, safety: 'review', changes: [change] }];
}
