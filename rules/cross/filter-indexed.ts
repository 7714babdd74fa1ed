import type { Operation } from '#core/openapi/model.ts';
import type { PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { indexes } from '#rules/checklist.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { filterParameters } from '#rules/detectors/cross/filter-parameter.ts';
import { isIndexable, isIndexed } from '#rules/detectors/cross/index-for-filter.ts';
import { listedItems } from '#rules/detectors/cross/listed-items.ts';
import { pathFields } from '#rules/detectors/cross/path-fields.ts';
import { isTenantName, tenantColumns } from '#rules/detectors/cross/tenant-column.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
import { isLookupModel } from '#rules/detectors/prisma/lookup-model.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { type IndexAddition, indexAddition } from '#rules/fixes/prisma/extend-index.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { prismaDocumentation } from '#rules/sources.ts';

/** A list that filters or sorts by a column no index serves. */
interface UnindexedUse extends Keyed {
  /** The parameter. */
  readonly section: Section;
  readonly span: Span;
  readonly title: string;
  readonly use: 'filters' | 'sorts';
  /** `Order.reference` */
  readonly column: string;
  readonly stored: { readonly section: PrismaSection; readonly span: Span };
  readonly addition: IndexAddition;
}

const description = (name: string): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { ${name}, in: query, schema: { type: string } }
      responses:
        '200':
          description: Orders.
          content:
            application/json:
              schema:
                type: array
                items: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: integer }
        reference: { type: string }
        total: { type: string }
`;

const orders = (index: string): string => `model Order {
  id        Int      @id @default(autoincrement())
  reference String
  total     Decimal
  placedAt  DateTime
${index}}
`;

export const filterIndexed = globalRule({
  id: 'cross/filter-indexed',
  summary: 'Index the columns that lists are filtered and sorted by.',
  why: 'A filter without index reads the whole table for each request. That is fast on the developer’s machine, and the first thing to fail when the table has grown.',
  item: indexes,
  references: [prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A filter by a column without index',
      bad: {
        'openapi.yaml': description('name: «reference»'),
        'schema.prisma': orders(''),
      },
      good: {
        'openapi.yaml': description('name: reference'),
        'schema.prisma': orders('\n  @@index([reference])\n'),
      },
    },
    {
      title: 'A range over a time',
      bad: { 'openapi.yaml': description('name: «placedAfter»'), 'schema.prisma': orders('') },
      good: {
        'openapi.yaml': description('name: placedAfter'),
        'schema.prisma': orders('\n  @@index([placedAt])\n'),
      },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *gather(operation, scope): Iterable<UnindexedUse> {
    const items = operation.origin === 'path' ? listedItems(operation, scope) : undefined;
    const model = items && scope.modelFor(items, operation.path);
    if (model === undefined || !isTable(model) || isLookupModel(model, scope)) return;
    yield* unindexedUses(operation, model, scope);
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { section, span, title, use, column, stored, addition } = first.value;
    yield {
      section,
      value: {
        span,
        message: `${title} ${use} by \`${column}\`, which no index serves.`,
        fixes: [prismaFix(addition.title, 'review', stored.section, addition.edit)],
        related: [{ ...stored, message: 'The column without index.' }],
      },
    };
  },
});

function* unindexedUses(operation: Operation, model: PrismaModel, scope: Scope): Iterable<UnindexedUse> {
  const parents = pathFields(operation, model);
  // The rows of one parent are few, unless the parent is whoever owns everything.
  if (parents.some((name) => !isTenantName(name))) return;
  const foreign = foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value));
  const tenants = model.fields.map(({ name }) => name.value).filter(isTenantName);
  const fixed = new Set([...parents, ...foreign, ...tenants]);
  const owners = parents.length > 0 ? parents : tenantColumns(model);
  for (const { parameter, names, use } of filterParameters(operation, scope)) {
    for (const name of names) {
      const field = fieldFor(model, name);
      // Lists are paged along a time; any other order is asked for now and then, and an index for each costs every write.
      if (field === undefined || (use === 'sorts' && field.type.value !== 'DateTime')) continue;
      if (!isIndexable(field, model) || isIndexed(field.name.value, model, fixed)) continue;
      const column = `${model.name.value}.${field.name.value}`;
      const columns = [...owners.filter((owner) => owner !== field.name.value), field.name.value];
      const attribute = indexText('index', model, columns, siblingModels(model, scope));
      yield {
        key: column,
        section: parameter.section,
        span: parameter.name?.span ?? parameter.anchor,
        title: operationTitle(operation),
        use,
        column,
        stored: { section: model.section, span: field.name.span },
        addition: indexAddition(model, columns, attribute),
      };
    }
  }
}
