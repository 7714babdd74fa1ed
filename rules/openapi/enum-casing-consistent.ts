import type { Schema } from '#core/openapi/model.ts';
import { type Cause, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { nameStyles } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import {
  casingOption,
  countWritings,
  reasonFor,
  saidWriting,
  type UsualStyle,
  usualStyle,
} from '#rules/detectors/openapi/usual-style.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { schemaName } from '#rules/schema-name.ts';
import { zalando } from '#rules/sources.ts';

export const enumCasingConsistent = globalRule({
  id: 'openapi/enum-casing-consistent',
  summary: 'Write the values of all enumerations in one casing.',
  why: 'Values are compared as they are written: where one status is `PAID` and the next `refunded`, comparisons fail without a word.',
  item: nameStyles,
  references: [zalando(240)],
  severity: 'info',
  recommended: false,
  options: {
    casing: casingOption,
    allowed: { default: [], description: 'Values that stay as they are.' },
  },
  examples: [
    {
      title: 'One list in lower case',
      bad: `openapi: 3.1.0
components:
  schemas:
    OrderStatus: { type: string, enum: [CREATED, SETTLED, IN_DELIVERY, ARRIVED] }
    InvoiceStatus: { type: string, enum: [DRAFT, SETTLED, WRITTEN_OFF] }
    Channel: { type: string, enum: [WEB_SHOP, BRANCH, CALL_CENTER] }
    Order:
      properties:
        priority: { type: string, enum: [«minor», normal, very_high] }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    OrderStatus: { type: string, enum: [CREATED, SETTLED, IN_DELIVERY, ARRIVED] }
    InvoiceStatus: { type: string, enum: [DRAFT, SETTLED, WRITTEN_OFF] }
    Channel: { type: string, enum: [WEB_SHOP, BRANCH, CALL_CENTER] }
    Order:
      properties:
        priority: { type: string, enum: [MINOR, NORMAL, VERY_HIGH] }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['enum'],
  *gather(schema, _scope, { allowed }): Iterable<Fact> {
    const groups = groupsIn(schema, allowed);
    if (groups.length === 0) return;
    yield { key: 'enums', groups, title: schemaName(schema) ?? ownerTitle(schema.location) };
  },
  *compare(facts, { casing }) {
    const all = facts.flatMap(({ value }) => value.groups);
    // A list of all countries shall not decide alone.
    const counted = all.map(({ writing, values }) => ({ writing, count: Math.min(values.length, mostOfOne) }));
    const usual = usualStyle(countWritings(counted), casing);
    if (usual === undefined) return;
    const cause = manyOf(usual);
    for (const { section, value } of facts) {
      const others = value.groups.filter(({ writing }) => !fitsStyle(writing, usual.style));
      const [first] = others;
      if (first === undefined) continue;
      yield { section, value: { span: first.span, message: messageOf(others, value.title, usual), cause } };
    }
  },
});

const mostOfOne = 5;

/** The values of one list, by how they are written. */
interface Fact extends Keyed {
  readonly groups: readonly Group[];
  readonly title: string | undefined;
}

interface Group {
  readonly writing: Writing;
  readonly values: string[];
  /** That of the first. */
  readonly span: Span;
}

/** Codes of up to three letters (countries, currencies, units) and what is no word are spelt as they are. */
function groupsIn({ enum: listed = [] }: Schema, allowed: readonly string[]): readonly Group[] {
  const groups = new Map<Writing, Group>();
  for (const { value, span } of listed) {
    if (typeof value !== 'string' || value.length < 4 || allowed.includes(value)) continue;
    const writing = writingOf(value);
    if (writing === 'unknown' || /\d{2}/.test(value) || fixedValues.test(value)) continue;
    const group = groups.get(writing);
    if (group === undefined) groups.set(writing, { writing, values: [value], span });
    else group.values.push(value);
  }
  return [...groups.values()];
}

const fixedValues =
  /^(?:GET|PUT|POST|HEAD|PATCH|DELETE|OPTIONS|TRACE|NULL|HTTPS?|JSON|YAML|HTML|true|false|null|[A-Z]{4})$/;

function messageOf(others: readonly Group[], title: string | undefined, usual: UsualStyle): string {
  const values = others.flatMap((group) => group.values);
  const [first = ''] = values;
  const [{ writing } = { writing: 'mixed' as const }] = others;
  const of = title === undefined ? '' : ` of ${title.includes(' ') ? title : `“${title}”`}`;
  const how = others.length === 1 ? saidWriting(writing) : `not ${usual.style}`;
  const subject = values.length === 1 ? `The value “${first}”${of} is` : `The values ${quotedList(values)}${of} are`;
  return `${subject} ${how}. ${reasonFor(usual, 'values')}: write “${inStyle(first, usual.style)}”.`;
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) =>
      `${count} lists have values that are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : 'most are'}.`,
  };
}
