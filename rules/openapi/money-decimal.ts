import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { findString } from '#core/tree/tree.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { floatAmounts } from '#rules/detectors/openapi/float-amounts.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { sayFormat } from '#rules/fixes/openapi/say-format.ts';
import { formatRegistry, zalando } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';

export const moneyDecimal = localRule({
  id: 'openapi/money-decimal',
  summary: 'Describe money as a decimal, or as an integer of minor units.',
  why: 'Generated clients read a bare `number` into a binary float, which cannot hold 0.10: totals differ by a cent from what the server has, and equal amounts compare as different.',
  item: fieldTypes,
  references: [zalando(173), formatRegistry],
  severity: 'warning',
  recommended: true,
  options: {
    words: { default: moneyWords, description: 'The words of a property’s name that mean an amount of money.' },
  },
  examples: [
    {
      title: 'A price as a double',
      bad: `openapi: 3.1.0
components:
  schemas:
    Product:
      type: object
      properties:
        name: { type: string }
        «price»:
          type: number
          format: double
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Product:
      type: object
      properties:
        name: { type: string }
        price:
          type: number
          format: decimal
`,
    },
    {
      title: 'An amount beside its currency',
      bad: `{
  "swagger": "2.0",
  "definitions": {
    "Transfer": {
      "type": "object",
      "properties": {
        «"amount"»: { "type": "number" },
        "currency": { "type": "string" }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "definitions": {
    "Transfer": {
      "type": "object",
      "properties": {
        "amount": { "type": "number", "format": "decimal" },
        "currency": { "type": "string" }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['properties'],
  *check(schema, _scope, { words }): Iterable<Finding> {
    for (const { name, schema: amount } of floatAmounts(schema, words)) {
      const of = ownerTitle(schema.location);
      const format = findString(amount.tree, 'format')?.value;
      const is = format === undefined ? 'a bare number' : `a ${format}`;
      yield {
        span: name.span,
        message: `“${name.value}”${of === undefined ? '' : ` of ${of}`} is money as ${is}. Clients read it into a binary float, which cannot hold 0.10: say \`format: decimal\`, or count minor units in an integer.`,
        fixes: isWrittenInPlace(amount, 'type') ? [sayFormat(amount, name.value, 'decimal')] : [],
        cause: floats,
      };
    }
  },
});

const floats: Cause = {
  key: 'float',
  message: (count) =>
    `${count} amounts of money are numbers that clients read into binary floats. Say \`format: decimal\`, or count minor units in integers.`,
  fixTitle: (count) => `Say \`format: decimal\` of ${count} amounts of money`,
};
