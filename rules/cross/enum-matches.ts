import type { Operation, OrReference, Schema } from '#core/openapi/model.ts';
import { type OwnedProperty, propertiesOf } from '#core/openapi/schema-properties.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { PrismaEnum, PrismaModel } from '#core/prisma/model.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { requestSubject, responseSubjects } from '#rules/detectors/body-subject.ts';
import { type EnumDrift, enumDrift, listedValues } from '#rules/detectors/enum-drift.ts';
import { fieldFor } from '#rules/detectors/field-for.ts';
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

export const enumMatches = localRule({
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
  *check(node, scope) {
    if (node.kind === 'openapi.schema') {
      if (node.role === 'component') yield* subjectFindings(node, undefined, scope);
      return;
    }
    for (const subject of inlineSubjects(node, scope)) yield* subjectFindings(subject, node.path, scope);
  },
});

/** The bodies an operation writes in place; components are looked at where they stand. */
function inlineSubjects(operation: Operation, scope: Scope): readonly Schema[] {
  const subjects = [requestSubject(operation, scope), ...responseSubjects(operation, scope)];
  return subjects.flatMap((subject) => (subject === undefined || subject.role === 'component' ? [] : [subject]));
}

function* subjectFindings(subject: Schema, path: string | undefined, scope: Scope): Iterable<Finding> {
  const model = scope.modelFor(subject, path);
  if (model === undefined) return;
  for (const property of propertiesOf(subject, scope)) {
    // What another component writes is looked at there.
    if (property.owner !== subject && property.owner.role === 'component') continue;
    yield* propertyFindings(property, model, scope);
  }
}

function* propertyFindings({ name, schema: written, owner }: OwnedProperty, model: PrismaModel, scope: Scope) {
  const stored = scope.find('prisma.enum', fieldFor(model, name.value)?.type.value ?? '');
  const resolved = scope.resolve(written);
  const listing = listingOf(resolved, scope);
  const values = listing && listedValues(listing);
  const drift = stored && values && enumDrift(values, stored);
  if (stored === undefined || listing === undefined || drift === undefined) return;
  const { inRequest, inResponse } = scope.usage(owner);
  const unlisted = inResponse ? drift.unlisted : [];
  const unknown = inRequest ? drift.unknown : [];
  if (unlisted.length + unknown.length === 0) return;
  yield driftFinding(listing, { unlisted, unknown }, stored, `${model.name.value}.${name.value}`);
}

/** The schema that lists the values: the property's own, or that of a list's items. */
function listingOf(schema: Schema | undefined, scope: Scope): Schema | undefined {
  if (schema === undefined || schema.enum !== undefined) return schema;
  const items: OrReference<Schema> | undefined = schema.items;
  return scope.resolve(items);
}

function driftFinding(listing: Schema, { unlisted, unknown }: EnumDrift, stored: PrismaEnum, named: string): Finding {
  const parts = [
    ...(unlisted.length > 0 ? [`does not list ${quoted(unlisted)}`] : []),
    ...(unknown.length > 0 ? [`lists ${quoted(unknown)}, which the database does not have`] : []),
  ];
  const fix = additionOf(listing, unlisted);
  return {
    section: listing.section,
    span: findEntry(listing.tree, 'enum')?.key.span ?? listing.anchor,
    message: `The enum of \`${named}\` ${parts.join(' and ')}.`,
    ...(fix && { fixes: [fix] }),
    related: [{ section: stored.section, span: stored.anchor, message: `The values of ${stored.name.value}.` }],
  };
}

function additionOf(listing: Schema, unlisted: readonly string[]): Fix | undefined {
  const pointer = [...pointerOf(listing.location), 'enum'];
  const append = (value: string): TreeChange => ({ kind: 'append', uri: listing.section.uri, pointer, value });
  const [first, ...rest] = unlisted;
  if (first === undefined) return undefined;
  return { title: `Add ${quoted(unlisted)}`, safety: 'review', changes: [append(first), ...rest.map(append)] };
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
