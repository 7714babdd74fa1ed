import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import { type EnvelopeKind, listEnvelope } from '#core/openapi/resources/list-envelope.ts';
import { shownEnvelope } from '#core/openapi/resources/shown-envelope.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { pagination } from '#rules/checklist.ts';
import { type EnvelopePart, envelopeParts, isPaged } from '#rules/detectors/openapi/envelope-parts.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { type RenameSite, renameProperty, renameSite } from '#rules/fixes/openapi/rename-property.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure, zalando } from '#rules/sources.ts';

export const listEnvelopeConsistent = globalRule({
  id: 'openapi/list-envelope-consistent',
  summary: 'Answer all lists in one form.',
  why: 'Code that reads any list of an API looks for the items, and for what pages, in one place. A list in another form takes code of its own.',
  item: pagination,
  references: [zalando(248), azure('collections-response-is-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Pages in another form',
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
    «get»:
      responses:
        '200':
          description: The payments.
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: { type: array, items: { type: object } }
                  total: { type: integer }
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
              meta: { type: object, properties: { total: { type: integer } } }
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
  /payments: { get: { responses: { '200': { $ref: '#/components/responses/Page' } } } }
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
              meta: { type: object, properties: { total: { type: integer } } }
`,
    },
    {
      title: 'Another name for what pages',
      bad: `swagger: '2.0'
paths:
  /orders: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Page' } } } } }
  /orders/{id}: { get: { responses: {} } }
  /users: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Page' } } } } }
  /users/{id}: { get: { responses: {} } }
  /invoices: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Page' } } } } }
  /invoices/{id}: { get: { responses: {} } }
  /refunds: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Page' } } } } }
  /refunds/{id}: { get: { responses: {} } }
  /payments: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Payments' } } } } }
  /payments/{id}: { get: { responses: {} } }
definitions:
  Page:
    type: object
    properties:
      data: { type: array, items: { type: object } }
      meta: { type: object, properties: { total: { type: integer } } }
  Payments:
    type: object
    required: [data, pagination]
    properties:
      data: { type: array, items: { type: object } }
      «pagination»: { type: object, properties: { total: { type: integer } } }
`,
      good: `swagger: '2.0'
paths:
  /orders: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Page' } } } } }
  /orders/{id}: { get: { responses: {} } }
  /users: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Page' } } } } }
  /users/{id}: { get: { responses: {} } }
  /invoices: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Page' } } } } }
  /invoices/{id}: { get: { responses: {} } }
  /refunds: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Page' } } } } }
  /refunds/{id}: { get: { responses: {} } }
  /payments: { get: { responses: { 200: { description: A, schema: { $ref: '#/definitions/Payments' } } } } }
  /payments/{id}: { get: { responses: {} } }
definitions:
  Page:
    type: object
    properties:
      data: { type: array, items: { type: object } }
      meta: { type: object, properties: { total: { type: integer } } }
  Payments:
    type: object
    required: [data, meta]
    properties:
      data: { type: array, items: { type: object } }
      meta: { type: object, properties: { total: { type: integer } } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<EnvelopeFact> {
    const envelope = operation.deprecated?.value === true ? undefined : listEnvelope(operation, scope);
    // Beside something else an array has to stand in an object.
    if (envelope === undefined || (envelope.kind === 'alone' && envelope.others > 0)) return;
    // Lists with pages are compared with each other, and those that are returned whole.
    const key = isPaged(operation, envelope, scope) ? 'paged' : 'whole';
    const title = operationTitle(operation);
    yield { key, kind: 'form', form: envelope.kind, shown: shownEnvelope(envelope), title, span: operation.anchor };
    for (const part of envelopeParts(envelope, scope)) yield nameFact(part, title, scope);
  },
  *compare(facts) {
    yield* otherForms(factsOfKind(facts, 'form'));
    yield* otherNames(factsOfKind(facts, 'name'));
  },
});

type EnvelopeFact = Keyed & (FormFact | NameFact);

interface FormFact {
  readonly kind: 'form';
  readonly form: EnvelopeKind;
  readonly shown: string;
  readonly title: string;
  readonly span: Span;
}

/** A property that holds what pages (`holder`), or counts all there are (`total`). */
interface NameFact {
  readonly kind: 'name';
  readonly section: Section;
  readonly span: Span;
  /** Tells the property apart. */
  readonly place: string;
  readonly title: string;
  readonly name: string;
  /** All properties beside it. */
  readonly others: readonly string[];
  readonly site: RenameSite | undefined;
}

function nameFact({ role, property, whole }: EnvelopePart, title: string, scope: Scope): EnvelopeFact {
  const { name, owner } = property;
  return {
    key: role,
    kind: 'name',
    section: owner.section,
    span: name.span,
    place: JSON.stringify([owner.section.uri, ...pointerOf(owner.location), name.value]),
    title,
    name: name.value,
    others: propertiesOf(whole, scope).map((each) => each.name.value),
    site: renameSite(name, owner, whole, scope),
  };
}

/** What nearly all do; undefined where they do not agree, or are few. */
function usualAmong(values: readonly string[]): { readonly value: string; readonly count: number } | undefined {
  const value = mostUsed(values);
  const count = values.filter((each) => each === value).length;
  return value !== undefined && values.length >= fewest && count >= usualShare * values.length
    ? { value, count }
    : undefined;
}

const fewest = 5;
const usualShare = 0.7;

function* otherForms(facts: readonly InSection<Keyed & FormFact>[]): Iterable<InSection<Finding>> {
  const usual = usualAmong(facts.map(({ value }) => value.form));
  // Pages are not asked to be bare arrays: those cannot say whether more follow.
  if (usual === undefined || (usual.value === 'bare' && facts[0]?.value.key === 'paged')) return;
  const shown = mostUsed(facts.flatMap(({ value }) => (value.form === usual.value ? [value.shown] : []))) ?? '';
  for (const { section, value } of facts) {
    // That it is a bare array another rule tells.
    if (value.form === usual.value || value.form === 'bare') continue;
    const message = `${value.title} returns ${value.shown}, ${usual.count} other lists are like ${shown}. Return it as those do.`;
    yield { section, value: { span: value.span, message, fixes: [], cause: manyForms(usual.count, shown) } };
  }
}

function manyForms(others: number, shown: string): Cause {
  return {
    key: 'form',
    message: (count) => `${count} lists have another form than ${others} others, which are like ${shown}.`,
  };
}

function* otherNames(facts: readonly InSection<Keyed & NameFact>[]): Iterable<InSection<Finding>> {
  const usual = usualAmong(facts.map(({ value }) => foldedName(value.name)));
  if (usual === undefined) return;
  const unlike = facts.filter(({ value }) => foldedName(value.name) !== usual.value);
  const wanted = facts.find(({ value }) => foldedName(value.name) === usual.value)?.value.name ?? '';
  for (const { value } of onePerPlace(unlike)) yield otherName(value, wanted, usual.count);
}

function otherName(fact: Keyed & NameFact, wanted: string, count: number): InSection<Finding> {
  const { section, span, title, name, others, site } = fact;
  const told = fact.key === 'holder' ? 'tells of its pages in' : 'counts all in';
  const message = `${title} ${told} “${name}”, ${count} lists in “${wanted}”. Give it one name.`;
  const fixes: readonly Fix[] =
    site === undefined || others.includes(wanted)
      ? []
      : [
          {
            title: `Call “${name}” “${wanted}” in ${title}`,
            safety: 'review',
            changes: renameProperty(site, name, wanted),
          },
        ];
  return { section, value: { span, message, fixes, cause: manyNames(fact.key, wanted, count) } };
}

function manyNames(role: string, wanted: string, others: number): Cause {
  const what = role === 'holder' ? 'tell of their pages' : 'count all';
  return {
    key: role,
    message: (count) => `${count} lists ${what} under another name than “${wanted}”, as ${others} do.`,
    fixTitle: (count) => `Call it “${wanted}” in ${count} lists`,
  };
}
