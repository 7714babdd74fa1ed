import type { Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { findEntry, findValue, itemsOf } from '#core/tree/tree.ts';
import { largest } from '#core/work/largest.ts';
import { requestContents } from '#rules/checklist.ts';
import { type LimitDraft, type LimitFact, limitFact, withoutLimit } from '#rules/detectors/openapi/input-limits.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { limited } from '#rules/fixes/openapi/limited.ts';
import { jsonSchema, owasp, rfc } from '#rules/sources.ts';
import { naturalNumbers } from '#rules/words/input-limits.ts';
import { limitNames } from '#rules/words/paging-parameters.ts';

export const numberRangeLimited = globalRule({
  id: 'openapi/number-range-limited',
  summary: 'Limit the range of numbers in requests.',
  why: 'A number without bounds overflows the column, the loop or the price it is multiplied into, and negative quantities have paid out money. What does not fit should be refused at the door.',
  item: requestContents,
  references: [owasp(4), jsonSchema('6.2'), rfc(8259, '6')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Numbers without a lower or an upper end',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        «quantity»:
          type: integer
          format: int32
        «balance»:
          type: integer
          maximum: 1000
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        quantity:
          type: integer
          format: int32
          minimum: 0
          maximum: 2147483647
        balance:
          type: integer
          minimum: -9007199254740991
          maximum: 1000
`,
    },
  ],
  on: ['openapi.schema'],
  needs: ['usage'],
  having: ['type'],
  gather(schema): readonly RangeDraft[] {
    const type = soleType(schema);
    if (type !== 'integer' && type !== 'number') return none;
    const missing = missingEnds(schema);
    return missing === undefined
      ? none
      : withoutLimit(schema, exact).map((draft) => ({
          ...draft,
          missing,
          isInteger: type === 'integer',
          numbers: seenNumbers(schema),
        }));
  },
  complete({ missing, isInteger, numbers, ...draft }, usages): RangeFact | undefined {
    const fact = limitFact(draft, usages);
    // What has no largest page is told of elsewhere.
    const isTold = fact === undefined || (draft.schema.role === 'parameter' && limitNames.has(foldedName(fact.name)));
    return isTold ? undefined : { ...fact, missing, isInteger, numbers };
  },
  *compare(facts) {
    for (const { section, value } of facts) yield { section, value: endless(value) };
  },
});

/** The numbers in its default and its examples. */
function seenNumbers({ tree }: Schema): readonly number[] {
  const shown = [findValue(tree, 'default'), findValue(tree, 'example'), ...itemsOf(findValue(tree, 'examples'))];
  return shown.flatMap((node) => (node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : []));
}

function smallest(least: number, others: readonly number[]): number {
  return -largest(
    -least,
    others.map((number) => -number),
  );
}

type Missing = 'minimum' | 'maximum' | 'both';

interface OpenRange {
  readonly missing: Missing;
  readonly isInteger: boolean;
  /** Those that the schema shows. */
  readonly numbers: readonly number[];
}

type RangeDraft = LimitDraft & OpenRange;
type RangeFact = LimitFact & OpenRange;

const none: readonly RangeDraft[] = [];
const exact = ['enum', 'const'];

function missingEnds({ tree }: Schema): Missing | undefined {
  const hasLower = findEntry(tree, 'minimum') !== undefined || findEntry(tree, 'exclusiveMinimum') !== undefined;
  const hasUpper = findEntry(tree, 'maximum') !== undefined || findEntry(tree, 'exclusiveMaximum') !== undefined;
  if (hasLower && hasUpper) return undefined;
  return hasLower ? 'maximum' : hasUpper ? 'minimum' : 'both';
}

function endless(fact: RangeFact): Finding {
  const { span, place, missing, isInteger } = fact;
  const ends = missing === 'both' ? '`minimum` and `maximum`' : `\`${missing}\``;
  return {
    span,
    message: `Requests may hold any number in ${place}: set ${ends}.`,
    // How exact a fraction is, nothing tells.
    fixes: isInteger ? [limited(fact, `Set the range of ${place}`, rangeOf(fact))] : [],
    cause,
  };
}

/** What the format can hold, or all that JSON numbers tell apart everywhere. */
function rangeOf({ missing, format, name, numbers }: RangeFact): Readonly<Record<string, number>> {
  const isShort = format === 'int32';
  const [least, most] = isShort ? [-2147483648, 2147483647] : [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const isNatural = naturalNumbers.has(wordsOf(name).at(-1) ?? '') && numbers.every((number) => number >= 0);
  const minimum = smallest(isNatural ? 0 : least, numbers);
  return {
    ...(missing !== 'maximum' && { minimum }),
    ...(missing !== 'minimum' && { maximum: largest(most, numbers) }),
  };
}

const cause: Cause = {
  key: 'numbers',
  message: (count) => `${count} numbers in requests have no range: set \`minimum\` and \`maximum\`.`,
  fixTitle: (count) => `Set the ranges of ${count} numbers`,
};
