import type { Schema } from '#core/openapi/model.ts';
import { isExtension } from '#core/openapi/place.ts';
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
import { azure, zalando } from '#rules/sources.ts';
import { standardNames } from '#rules/words/standard-names.ts';

export const propertyCasingConsistent = globalRule({
  id: 'openapi/property-casing-consistent',
  summary: 'Write the names of all properties in one casing.',
  why: 'Whoever knows one schema guesses the names of the next; where `createdAt` stands beside `updated_at`, each has to be looked up, and mapping code has to know both.',
  item: nameStyles,
  references: [zalando(118), azure('json-field-name-casing')],
  severity: 'warning',
  recommended: true,
  options: {
    casing: casingOption,
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'One name that was copied from a table',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        orderNumber: { type: string }
        placedAt: { type: string, format: date-time }
        shippedAt: { type: string, format: date-time }
        lineCount: { type: integer }
        customerId: { type: string }
        «created_at»: { type: string, format: date-time }
    Customer:
      type: object
      properties:
        firstName: { type: string }
        lastName: { type: string }
        emailAddress: { type: string }
        postalCode: { type: string }
        phoneNumber: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        orderNumber: { type: string }
        placedAt: { type: string, format: date-time }
        shippedAt: { type: string, format: date-time }
        lineCount: { type: integer }
        customerId: { type: string }
        createdAt: { type: string, format: date-time }
    Customer:
      type: object
      properties:
        firstName: { type: string }
        lastName: { type: string }
        emailAddress: { type: string }
        postalCode: { type: string }
        phoneNumber: { type: string }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['properties'],
  *gather(schema, _scope, { allowed }): Iterable<Fact> {
    const groups = groupsIn(schema, allowed);
    if (groups === undefined) return;
    const owner = ownerTitle(schema.location);
    for (const [writing, { names, span }] of groups) {
      const [first = '', second = ''] = names;
      yield { key: 'properties', writing, span, count: names.length, shown: [first, second], owner };
    }
  },
  *compare(facts, { casing }) {
    const usual = usualStyle(countWritings(facts.map(({ value }) => value)), casing);
    if (usual === undefined) return;
    const cause = manyOf(usual);
    for (const { section, value } of facts) {
      const { span, writing } = value;
      if (fitsStyle(writing, usual.style) || (isData(writing) && !usual.isChosen)) continue;
      yield { section, value: { span, message: messageOf(value, usual), cause } };
    }
  },
});

/** The names of one schema that are written in one way. */
interface Fact extends Keyed {
  readonly writing: Writing;
  /** That of the first. */
  readonly span: Span;
  readonly count: number;
  /** The first two; the second may be empty. */
  readonly shown: readonly [string, string];
  /** Where the schema stands. */
  readonly owner: string | undefined;
}

interface Group {
  readonly names: string[];
  readonly span: Span;
}

/** Names of one word tell no style, and those that standards spell none of the API. */
function groupsIn({ properties }: Schema, allowed: readonly string[]): ReadonlyMap<Writing, Group> | undefined {
  let groups: Map<Writing, Group> | undefined;
  for (const { name } of properties) {
    const writing = writingOf(name.value);
    if (writing === 'lower' || writing === 'UPPER' || writing === 'unknown' || isForeign(name.value)) continue;
    if (allowed.includes(name.value)) continue;
    groups ??= new Map();
    const group = groups.get(writing);
    if (group === undefined) groups.set(writing, { names: [name.value], span: name.span });
    else group.names.push(name.value);
  }
  return groups;
}

/** `pt_BR`, `max_kW`: languages and units are spelt as they are. */
function isForeign(name: string): boolean {
  return (
    standardNames.has(name) ||
    isExtension(name) ||
    /^[a-z]{2,3}[-_][A-Z]{2}$/.test(name) ||
    /_[a-z]?[A-Z]{1,2}h?$/.test(name)
  );
}

/** Where most names could be identifiers, one with hyphens stands for something outside: the name of a header, a slug. */
function isData(writing: Writing): boolean {
  return writing === 'kebab-case' || writing === 'Header-Case';
}

function messageOf({ shown: [first, second], count, writing, owner }: Fact, usual: UsualStyle): string {
  const of = owner === undefined ? '' : ` of ${owner}`;
  const reason = `${reasonFor(usual, 'property names')}: write “${inStyle(first, usual.style)}”`;
  if (count === 1) return `“${first}”${of} is ${saidWriting(writing)}. ${reason}.`;
  const names = count === 2 ? quotedList([first, second]) : `“${first}”, “${second}” and ${count - 2} more`;
  return `${names}${of} are ${saidWriting(writing)}. ${reason}.`;
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) =>
      `${count} schemas have properties that are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : `${usual.alike} of ${usual.all} property names are`}.`,
  };
}
