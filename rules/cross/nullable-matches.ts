import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { columnName, describedFields, describedName } from '#rules/detectors/cross/described-fields.ts';
import { mayLeakNull } from '#rules/detectors/cross/leaks-null.ts';
import { makeNullable, type NullableSite, nullableSite } from '#rules/fixes/openapi/make-nullable.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (version: string, phone: string): string => `openapi: ${version}
paths:
  /customers/{id}:
    get:
      responses:
        '200':
          description: The customer.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Customer'
components:
  schemas:
    Customer:
      type: object
      required: [id, name, phone]
      properties:
        id:
          type: integer
        name:
          type: string
        ${phone}
`;

const schema = `model Customer {
  id    Int     @id @default(autoincrement())
  name  String
  phone String?
}
`;

export const nullableMatches = globalRule({
  id: 'cross/nullable-matches',
  summary: 'Let a required property be null where its column is optional.',
  why: 'The first row without a value breaks the contract: generated clients get null where the description promises a value, and fail far from the cause.',
  item: contractMatchesDatabase,
  references: [
    prismaDocumentation('Type modifiers', 'prisma-schema/data-model/models#type-modifiers'),
    prismaDocumentation('Null and undefined', 'prisma-client/special-fields-and-types/null-and-undefined'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An optional column, in OpenAPI 3.1',
      bad: { 'openapi.yaml': description('3.1.0', '«phone»:\n          type: string'), 'schema.prisma': schema },
      good: {
        'openapi.yaml': description('3.1.0', "phone:\n          type: [string, 'null']"),
        'schema.prisma': schema,
      },
    },
    {
      title: 'The same in OpenAPI 3.0',
      bad: {
        'openapi.yaml': description('3.0.3', '«phone»:\n          type: string\n          maxLength: 20'),
        'schema.prisma': schema,
      },
      good: {
        'openapi.yaml': description(
          '3.0.3',
          'phone:\n          type: string\n          nullable: true\n          maxLength: 20',
        ),
        'schema.prisma': schema,
      },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database', 'usage'],
  *gather(node, scope): Iterable<Draft> {
    for (const described of describedFields(node, scope)) {
      if (!mayLeakNull(described, scope)) continue;
      const { property, field } = described;
      const { section, location } = property.schema;
      yield {
        key: JSON.stringify([section.uri, ...pointerOf(location)]),
        section,
        span: property.name.span,
        named: describedName(described),
        column: columnName(described),
        stored: { section: field.section, span: field.type.span },
        site: nullableSite(property.schema, property.owner, scope),
        owner: property.owner,
      };
    }
  },
  complete({ owner, ...fact }, { usage }): Fact | undefined {
    return usage(owner).inResponse ? fact : undefined;
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield { section: first.section, value: leak(first.value) };
  },
});

interface Draft extends Fact {
  /** The schema that has the property. */
  readonly owner: Schema;
}

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  /** `Customer.phone` in the API, and the column. */
  readonly named: string;
  readonly column: string;
  readonly stored: { readonly section: Section; readonly span: Span };
  readonly site: NullableSite | undefined;
}

function leak({ span, named, column, stored, site }: Fact): Finding {
  return {
    span,
    message: `\`${named}\` is not nullable in the API, but its column is.`,
    fixes:
      site === undefined ? [] : [{ title: `Let \`${named}\` be null`, safety: 'review', changes: makeNullable(site) }],
    related: [{ ...stored, message: `${column} is nullable.` }],
  };
}
