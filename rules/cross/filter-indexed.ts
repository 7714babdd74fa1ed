import type { Operation } from '#core/openapi/model.ts';
import type { PrismaField, PrismaSection } from '#core/prisma/model.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { indexes } from '#rules/checklist.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { type FilterParameter, filterParameters } from '#rules/detectors/cross/filter-parameter.ts';
import { fixedColumns } from '#rules/detectors/cross/fixed-columns.ts';
import { isIndexable, isIndexed } from '#rules/detectors/cross/index-for-filter.ts';
import { indexSiblings } from '#rules/detectors/cross/index-siblings.ts';
import { type ListedModel, listedModel } from '#rules/detectors/cross/listed-model.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
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
  why: 'Without an index each request reads the whole table. That is fast on a developer’s machine, and slow when the table has grown.',
  item: indexes,
  references: [prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A filter on a column without an index',
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
      title: 'A range of times',
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
    const listed = listedModel(operation, scope);
    if (listed !== undefined) yield* unindexedUses(operation, listed, scope);
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { section, span, title, use, column, stored, addition } = first.value;
    yield {
      section,
      value: {
        span,
        message: `${title} ${use} by \`${column}\`, which has no index.`,
        fixes: [prismaFix(addition.title, 'review', stored.section, addition.edit)],
        related: [{ ...stored, message: 'This column has no index.' }],
      },
    };
  },
});

function* unindexedUses(operation: Operation, listed: ListedModel, scope: Scope): Iterable<UnindexedUse> {
  const { model, owners } = listed;
  const parameters = filterParameters(operation, scope);
  const fixed = fixedColumns(listed, parameters);
  for (const filter of parameters) {
    const { parameter, use } = filter;
    for (const field of unservedFields(filter, listed, fixed)) {
      const column = `${model.name.value}.${field.name.value}`;
      const columns = [...owners.filter((owner) => owner !== field.name.value), field.name.value];
      const attribute = indexText('index', model, columns, indexSiblings(model, scope));
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

/** More orders than these are asked for now and then, and an index for each costs every write. */
const mostSortColumns = 2;

function unservedFields(
  { names, use }: FilterParameter,
  { model, isOfItem }: ListedModel,
  fixed: ReadonlySet<string>,
): readonly PrismaField[] {
  const fields = names.flatMap((name) => {
    const field = fieldFor(model, name);
    const isServed = field === undefined || !isIndexable(field, model) || isIndexed(field.name.value, model, fixed);
    return isServed ? [] : [field];
  });
  const times = fields.filter(({ type }) => type.value === 'DateTime');
  if (isOfItem) return times;
  return use === 'sorts' && fields.length - times.length > mostSortColumns ? times : fields;
}
