import type { Operation, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { PrismaEnum } from '#core/prisma/model.ts';
import { type DatabaseScope, type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { componentObjects, type DescribedObject, operationObjects } from '#rules/detectors/cross/described-objects.ts';
import { type EnumDrift, enumDrift } from '#rules/detectors/cross/enum-drift.ts';
import { filteredColumns } from '#rules/detectors/cross/filtered-columns.ts';
import { listedColumns } from '#rules/detectors/cross/listed-columns.ts';
import type { ValueList } from '#rules/detectors/cross/value-list.ts';
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
    if (node.kind === 'openapi.operation') {
      yield* driftsIn(operationObjects(node, scope), scope);
      yield* filterDrifts(node, scope);
    } else if (isComponent) yield* driftsIn(componentObjects(node, scope), scope);
  },
  complete({ owner, drift, ...fact }, { usage }): DriftFact | undefined {
    // A filter is sent.
    const { inRequest, inResponse } = owner === undefined ? { inRequest: true, inResponse: false } : usage(owner);
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
  /** The schema whose property has the values; undefined for a query parameter. */
  readonly owner: Schema | undefined;
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
  for (const { listing, list, stored, named, owner } of listedColumns(objects, scope)) {
    const drift = enumDrift(list.values, stored);
    if (drift === undefined) continue;
    yield { ...placeOf(listing, list, stored), named, owner, drift };
  }
}

/** Values by which no row is found, since none has them. */
function* filterDrifts(operation: Operation, scope: DatabaseScope): Iterable<Drift> {
  for (const { listing, list, stored, named, known } of filteredColumns(operation, scope)) {
    const drift = enumDrift(list.values, stored);
    const unknown = drift?.unknown.filter((value) => !known.has(foldedName(value))) ?? [];
    if (unknown.length === 0) continue;
    yield { ...placeOf(listing, list, stored), named, owner: undefined, drift: { unlisted: [], unknown } };
  }
}

function placeOf(listing: Schema, { keyword, form }: ValueList, stored: PrismaEnum): Omit<Place, 'named'> {
  const { section, tree, anchor, location } = listing;
  const pointer = [...pointerOf(location), keyword];
  return {
    key: JSON.stringify([section.uri, ...pointer]),
    section,
    span: findEntry(tree, keyword)?.key.span ?? anchor,
    site: isWrittenInPlace(listing, keyword) ? { uri: section.uri, pointer, form } : undefined,
    stored: { name: stored.name.value, section: stored.section, span: stored.anchor },
  };
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
