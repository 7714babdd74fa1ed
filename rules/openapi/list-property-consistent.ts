import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { casingOfNames, inCasing, type NameCasing } from '#core/text/name-casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { pagination } from '#rules/checklist.ts';
import { listBody } from '#rules/detectors/openapi/collection.ts';
import { nounOf } from '#rules/detectors/openapi/paging-style.ts';
import { type RenameSite, renameProperty, renameSite } from '#rules/fixes/openapi/rename-property.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure, zalando } from '#rules/sources.ts';

export const listPropertyConsistent = globalRule({
  id: 'openapi/list-property-consistent',
  summary: 'Call the items of all lists the same, or each after its path.',
  why: 'Code that reads any list of an API looks for its items in one place. Where one list has them under another name, it finds nothing, and takes that for an empty list.',
  item: pagination,
  references: [zalando(248), azure('collections-response-is-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Items of another name',
      bad: `openapi: 3.1.0
paths:
  /orders: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
  /orders/{id}: { get: { responses: {} } }
  /users: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
  /users/{id}: { get: { responses: {} } }
  /invoices: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
  /invoices/{id}: { get: { responses: {} } }
  /refunds: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
  /refunds/{id}: { get: { responses: {} } }
  /payments:
    get:
      responses:
        '200':
          description: The payments.
          content:
            application/json:
              schema:
                type: object
                required: [results]
                properties:
                  «results»: { type: array, items: { type: object } }
  /payments/{id}: { get: { responses: {} } }
components:
  responses:
    Page:
      description: A page.
      content:
        application/json:
          schema:
            type: object
            properties:
              data: { type: array, items: { type: object } }
`,
      good: `openapi: 3.1.0
paths:
  /orders: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
  /orders/{id}: { get: { responses: {} } }
  /users: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
  /users/{id}: { get: { responses: {} } }
  /invoices: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
  /invoices/{id}: { get: { responses: {} } }
  /refunds: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
  /refunds/{id}: { get: { responses: {} } }
  /payments:
    get:
      responses:
        '200':
          description: The payments.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data: { type: array, items: { type: object } }
  /payments/{id}: { get: { responses: {} } }
components:
  responses:
    Page:
      description: A page.
      content:
        application/json:
          schema:
            type: object
            properties:
              data: { type: array, items: { type: object } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<NameFact> {
    const list = operation.deprecated?.value === true ? undefined : listBody(operation, scope);
    const { property, holder, envelope } = list ?? {};
    if (property === undefined || holder === undefined || envelope === undefined) return;
    const noun = nounOf(operation.path);
    const { section, location } = holder;
    const site = renameSite(property, holder, envelope, scope);
    const place = JSON.stringify([section.uri, ...pointerOf(location)]);
    const title = operationTitle(operation);
    const others = propertiesOf(envelope, scope).map(({ name }) => name.value);
    yield { key: 'items', section, span: property.span, place, title, name: property.value, noun, others, site };
  },
  *compare(facts) {
    const usual = usualName(facts);
    if (usual === undefined) return;
    const others = facts.filter(({ value }) => !isUsual(value, usual.name));
    for (const { value } of onePerPlace(others)) yield otherItems(value, usual);
  },
});

interface NameFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  /** Tells the schema apart. */
  readonly place: string;
  readonly title: string;
  readonly name: string;
  /** The last word of the path that is no parameter. */
  readonly noun: string;
  /** All properties of the page. */
  readonly others: readonly string[];
  /** Undefined where an alias, or another schema that requires it, stands in the way. */
  readonly site: RenameSite | undefined;
}

/** The name nearly all lists have for their items; empty where it is that of the path. */
interface UsualName {
  readonly name: string;
  readonly example: string;
  readonly count: number;
  /** How names of several words are written. */
  readonly casing: NameCasing;
}

function usualName(facts: readonly InSection<NameFact>[]): UsualName | undefined {
  const casing = casingOfNames(facts.flatMap(({ value }) => value.others)) ?? 'camel';
  const counts = new Map<string, UsualName>();
  for (const { value } of facts) {
    const name = isNamedAfter(value) ? '' : foldedName(value.name);
    const known = counts.get(name);
    counts.set(name, { name, example: value.name, casing, count: (known?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most !== undefined && facts.length >= 5 && most.count >= 0.7 * facts.length ? most : undefined;
}

function isUsual(fact: NameFact, usual: string): boolean {
  return usual === '' ? isNamedAfter(fact) : foldedName(fact.name) === usual;
}

/** “orders” and “orderList” for “/orders”, “lineItems” for “/items”. */
function isNamedAfter({ name, noun }: NameFact): boolean {
  const last = singularOf(wordsOf(noun).at(-1) ?? '');
  return last !== '' && wordsOf(name).some((word) => singularOf(word) === last);
}

function otherItems(fact: NameFact, usual: UsualName): InSection<Finding> {
  const { section, span, title, name, others, site } = fact;
  const wanted = wantedName(fact, usual);
  const elsewhere = usual.name === '' ? `${usual.count} lists after the path` : `${usual.count} lists “${wanted}”`;
  const message = `${title} calls its items “${name}”, ${elsewhere}. Give them one name.`;
  const fixes: readonly Fix[] =
    site === undefined || wanted === undefined || others.includes(wanted)
      ? []
      : [
          {
            title: `Call “${name}” “${wanted}” in ${title}`,
            safety: 'review',
            changes: renameProperty(site, name, wanted),
          },
        ];
  return { section, value: { span, message, fixes, cause: otherNames(elsewhere) } };
}

/** Undefined where the path names no several things. */
function wantedName({ noun }: NameFact, usual: UsualName): string | undefined {
  if (usual.name !== '') return usual.example;
  const last = wordsOf(noun).at(-1) ?? '';
  return singularOf(last) === last ? undefined : inCasing(noun, usual.casing);
}

function otherNames(elsewhere: string): Cause {
  return {
    key: 'name',
    message: (count) => `${count} lists call their items otherwise, ${elsewhere}.`,
    fixTitle: (count) => `Rename the items of ${count} lists`,
  };
}
