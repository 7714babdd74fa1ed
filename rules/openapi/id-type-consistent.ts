import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { namedTitle, schemaInPlace } from '#rules/detectors/openapi/schema-named.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { aip, zalando } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const idTypeConsistent = globalRule({
  id: 'openapi/id-type-consistent',
  summary: 'Give an id the same type wherever it stands.',
  why: 'An id that is a string in the path and a number in the body cannot be passed on: each client converts it, and loses leading zeros and large values.',
  item: fieldTypes,
  references: [zalando(228), aip(122)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A number in one place',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order: { properties: { customerId: { type: string } } }
    Invoice: { properties: { customerId: { type: string } } }
    Payment: { properties: { customerId: { type: string } } }
    Note:
      properties:
        «customerId»: { type: integer }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order: { properties: { customerId: { type: string } } }
    Invoice: { properties: { customerId: { type: string } } }
    Payment: { properties: { customerId: { type: string } } }
    Note:
      properties:
        customerId: { type: string }
`,
    },
    {
      title: 'One without the format of the others',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order: { properties: { customerId: { type: string, format: uuid } } }
    Invoice: { properties: { customerId: { type: string, format: uuid } } }
    Payment: { properties: { customerId: { type: string, format: uuid } } }
    Note: { properties: { «customerId»: { type: string } } }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order: { properties: { customerId: { type: string, format: uuid } } }
    Invoice: { properties: { customerId: { type: string, format: uuid } } }
    Payment: { properties: { customerId: { type: string, format: uuid } } }
    Note: { properties: { customerId: { type: string, format: uuid } } }
`,
    },
  ],
  on: ['openapi.schema', 'openapi.parameter'],
  having: ['type', 'schema'],
  gather(node): readonly Fact[] {
    const name = node.name?.value;
    if (name === undefined || name.length < 4 || !/id$/i.test(name)) return none;
    const words = wordsOf(name);
    // Ids of other services are called alike and are others.
    if (words.length < 2 || words.at(-1) !== 'id' || words.some((word) => general.has(word))) return none;
    const schema = schemaInPlace(node);
    const type = schema && soleType(schema);
    if (schema === undefined || (type !== 'string' && type !== 'integer' && type !== 'number')) return none;
    const title = namedTitle(node);
    const uri = schema.section.uri;
    const pointer = isWrittenInPlace(schema, 'type') ? pointerOf(schema.location) : undefined;
    return [
      { key: foldedName(name), name, title, type, format: schema.format?.value, span: node.anchor, uri, pointer },
    ];
  },
  *compare(facts) {
    if (facts.length < leastIds) return;
    const all = facts.map(({ value }) => value);
    const type = mostUsed(all.map((one) => one.type)) ?? '';
    const typed = all.filter((one) => one.type === type);
    const format = mostUsed(typed.map((one) => one.format ?? ''));
    const formatted = typed.filter((one) => (one.format ?? '') === format).length;
    const isTypeUsual = typed.length >= all.length * leastShare;
    const isFormatUsual = format !== '' && formatted >= typed.length * leastShare;
    for (const fact of facts) {
      if (fact.value.type !== type && isTypeUsual) yield otherType(fact, type, typed.length, all.length);
      else if (fact.value.type === type && isFormatUsual && fact.value.format === undefined)
        yield withoutFormat(fact, format ?? '', formatted, typed.length);
    }
  },
});

const none: readonly Fact[] = [];

const leastIds = 4;
const leastShare = 0.7;
const general: ReadonlySet<string> = wordSet(
  'external ext foreign source target reference ref parent object entity resource item record remote client request trace correlation transaction session legacy old third',
);

interface Fact extends Keyed {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly format: string | undefined;
  readonly span: Span;
  readonly uri: string;
  /** To the schema; undefined where it cannot be changed in place. */
  readonly pointer: readonly string[] | undefined;
}

function otherType({ section, value }: InSection<Fact>, type: string, alike: number, all: number) {
  const { title, span, uri, pointer, name, format } = value;
  const message = `${title} is ${spoken(value.type)}, where ${alike} of ${all} of this name are ${spoken(type)}. Give all the same type.`;
  const change = (at: readonly string[]) => ({ kind: 'set', uri, pointer: [...at, 'type'], value: type }) as const;
  const fixes: readonly Fix[] =
    pointer === undefined || format !== undefined
      ? []
      : [{ title: `Make “${name}” ${spoken(type)}`, safety: 'review', changes: [change(pointer)] }];
  return { section, value: { span, message, fixes } };
}

function withoutFormat({ section, value }: InSection<Fact>, format: string, alike: number, all: number) {
  const { title, span, uri, pointer, name } = value;
  const message = `${title} has no format, where ${alike} of ${all} of this name have \`${format}\`. Say it here, too.`;
  const change = (at: readonly string[]) =>
    ({ kind: 'set', uri, pointer: [...at, 'format'], value: format, after: ['type'] }) as const;
  const fixes: readonly Fix[] =
    pointer === undefined
      ? []
      : [{ title: `Say \`format: ${format}\` of “${name}”`, safety: 'review', changes: [change(pointer)] }];
  return { section, value: { span, message, fixes } };
}

function spoken(type: string): string {
  return type === 'integer' ? 'an integer' : `a ${type}`;
}
