import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import {
  type DatabaseScope,
  type Finding,
  type Fix,
  globalRule,
  type InSection,
  type Keyed,
  type Scope,
} from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, findString, findValue } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { componentObjects, type DescribedObject, operationObjects } from '#rules/detectors/cross/described-objects.ts';
import { type EnumDrift, enumDrift } from '#rules/detectors/cross/enum-drift.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { type ValueList, valueListOf } from '#rules/detectors/cross/value-list.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (values: string): string => `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: integer }
        status:
          type: string
          ${values}
`;

const schema = `enum OrderStatus {
  PENDING
  PAID
  REFUNDED
}

model Order {
  id     Int         @id @default(autoincrement())
  status OrderStatus
}
`;

export const enumMatches = globalRule({
  id: 'cross/enum-matches',
  summary: 'List the values in the API that the database has.',
  why: 'A value the API does not list breaks generated clients on the day the first row has it. A value the database does not have is accepted by the API and refused by the database.',
  item: contractMatchesDatabase,
  references: [prismaDocumentation('Enums', 'prisma-schema/data-model/models#defining-enums')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A value that was added to the database only',
      bad: { 'openapi.yaml': description('«enum»: [pending, paid]'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('enum: [pending, paid, refunded]'), 'schema.prisma': schema },
    },
    {
      title: 'Values under each other, in capitals',
      bad: {
        'openapi.yaml': description('«enum»:\n            - PENDING # not paid yet\n            - PAID'),
        'schema.prisma': schema,
      },
      good: {
        'openapi.yaml': description(
          'enum:\n            - PENDING # not paid yet\n            - PAID\n            - REFUNDED',
        ),
        'schema.prisma': schema,
      },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database', 'usage'],
  *gather(node, scope): Iterable<Drift> {
    const isComponent = node.kind === 'openapi.schema' && node.role === 'component';
    if (node.kind === 'openapi.operation') yield* driftsIn(operationObjects(node, scope), scope);
    else if (isComponent) yield* driftsIn(componentObjects(node, scope), scope);
  },
  complete({ owner, drift, ...fact }, { usage }): DriftFact | undefined {
    const { inRequest, inResponse } = usage(owner);
    const unlisted = inResponse ? drift.unlisted : [];
    const unknown = inRequest ? drift.unknown : [];
    return unlisted.length + unknown.length === 0 ? undefined : { ...fact, unlisted, unknown };
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined)
      yield driftFinding(
        first.value,
        facts.map(({ value }) => value),
      );
  },
});

/** One use of a list of values that differs from the database's. */
interface Drift extends Place {
  /** The schema whose property has the values. */
  readonly owner: Schema;
  readonly drift: EnumDrift;
}

/** What requests may not send, and responses may. */
interface DriftFact extends Place {
  readonly unlisted: readonly string[];
  readonly unknown: readonly string[];
}

interface Place extends Keyed {
  /** Where the list stands. */
  readonly section: Section;
  readonly span: Span;
  /** `Order.status` */
  readonly named: string;
  /** Keys from the file's root to the list; undefined where an alias stands for a list that is written elsewhere. */
  readonly site:
    | { readonly uri: string; readonly pointer: readonly string[]; readonly form: ValueList['form'] }
    | undefined;
  readonly stored: { readonly name: string; readonly section: Section; readonly span: Span };
}

function* driftsIn(objects: readonly DescribedObject[], scope: DatabaseScope): Iterable<Drift> {
  for (const { schema, path } of objects) {
    const model = scope.modelFor(schema, path);
    if (model === undefined) continue;
    for (const property of propertiesOf(schema, scope)) {
      // What another component writes is looked at there.
      if (property.owner !== schema && property.owner.role === 'component') continue;
      yield* driftOf(property, model, scope);
    }
  }
}

function* driftOf(
  { name, schema: written, owner }: OwnedProperty,
  model: PrismaModel,
  scope: DatabaseScope,
): Iterable<Drift> {
  const stored = scope.find('prisma.enum', fieldFor(model, name.value)?.type.value ?? '');
  const listing = listingOf(scope.resolve(written), scope);
  const isKnown = findString(findValue(listing?.tree, 'enum'), '$ref') === undefined;
  const list = listing && isKnown ? valueListOf(listing, scope) : undefined;
  const drift = stored && list && enumDrift(list.values, stored);
  if (stored === undefined || listing === undefined || list === undefined || drift === undefined) return;
  const { section, tree, anchor, location } = listing;
  const { keyword, form } = list;
  const pointer = [...pointerOf(location), keyword];
  yield {
    key: JSON.stringify([section.uri, ...pointer]),
    section,
    span: findEntry(tree, keyword)?.key.span ?? anchor,
    named: `${model.name.value}.${name.value}`,
    site: isWrittenInPlace(listing, keyword) ? { uri: section.uri, pointer, form } : undefined,
    stored: { name: stored.name.value, section: stored.section, span: stored.anchor },
    owner,
    drift,
  };
}

/** The schema that lists the values: the property's own, that of a list's items, or the one branch that is not null. */
function listingOf(schema: Schema | undefined, scope: Scope, depth = 0): Schema | undefined {
  if (schema === undefined || valueListOf(schema, scope) !== undefined || schema.enum !== undefined || depth > 3)
    return schema;
  const branches = [...schema.oneOf, ...schema.anyOf, ...schema.allOf].flatMap((branch) => scope.resolve(branch) ?? []);
  const others = branches.filter(({ types }) => types.length !== 1 || types[0] !== 'null');
  const [only] = others;
  if (only !== undefined) return others.length === 1 ? listingOf(only, scope, depth + 1) : undefined;
  return listingOf(scope.resolve(schema.items), scope, depth + 1);
}

function driftFinding(first: DriftFact, all: readonly DriftFact[]): InSection<Finding> {
  const { section, span, site, stored } = first;
  const unlisted = distinct(all.flatMap((fact) => fact.unlisted));
  const unknown = distinct(all.flatMap((fact) => fact.unknown));
  const named = distinct(all.map((fact) => fact.named)).map((name) => `\`${name}\``);
  const parts = [
    ...(unlisted.length > 0 ? [`does not list ${quoted(unlisted)}`] : []),
    ...(unknown.length > 0 ? [`lists ${quoted(unknown)}, which the database does not have`] : []),
    ...(site === undefined ? ['is an alias: its values stand at the anchor'] : []),
  ];
  const fix = site && additionOf(site, first.named, unlisted);
  return {
    section,
    value: {
      span,
      message: `The enum of ${named.join(', ')} ${parts.join(' and ')}.`,
      ...(fix && { fixes: [fix] }),
      related: [{ section: stored.section, span: stored.span, message: `The values of ${stored.name}.` }],
    },
  };
}

function additionOf(
  { uri, pointer, form }: NonNullable<DriftFact['site']>,
  named: string,
  unlisted: readonly string[],
): Fix | undefined {
  const append = (value: string): TreeChange => ({
    kind: 'append',
    uri,
    pointer,
    value: form === 'constant' ? { const: value } : value,
  });
  const [first, ...rest] = unlisted;
  if (first === undefined || form === 'told') return undefined;
  const title = `Add ${quoted(unlisted)} to the enum of \`${named}\``;
  return { title, safety: 'review', changes: [append(first), ...rest.map(append)] };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
