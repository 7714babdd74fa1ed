import type { Operation } from '#core/openapi/model.ts';
import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { type BaseScope, type Finding, jointRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { type LostIndex, lostIndexes } from '#rules/detectors/change/lost-indexes.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { filterParameters } from '#rules/detectors/cross/filter-parameter.ts';
import { fixedColumns } from '#rules/detectors/cross/fixed-columns.ts';
import { isIndexable, isIndexed } from '#rules/detectors/cross/index-for-filter.ts';
import { listedModel } from '#rules/detectors/cross/listed-model.ts';
import { indexBack } from '#rules/fixes/prisma/index-back.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (name: string): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: ${name}, in: query, schema: { type: string } }
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: integer }
        reference: { type: string }
        total: { type: string }
`;

const schema = (index: string): string => `model Order {
  id        Int      @id @default(autoincrement())
  reference String
  total     Decimal
  placedAt  DateTime
${index}}
`;

const index = '\n  @@index([reference])\n';

export const filterIndexKept = jointRule({
  id: 'change/filter-index-kept',
  summary: 'Keep the indexes that filters find rows by.',
  why: 'The list is filtered by the column, and reads the whole table for it from the day of the migration on.',
  item: databaseChanges,
  references: [prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An index that a filter needs',
      bad: {
        'base/openapi.yaml': description('reference'),
        'base/schema.prisma': schema(index),
        'openapi.yaml': description('«reference»'),
        'schema.prisma': schema(''),
      },
      good: {
        'base/openapi.yaml': description('reference'),
        'base/schema.prisma': schema(index),
        'openapi.yaml': description('reference'),
        'schema.prisma': schema(index),
      },
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const listed = listedModel(operation, scope);
    const changes = listed && columnChanges(listed.model, scope);
    const lost = listed === undefined || changes === undefined ? [] : lostIndexes(listed.model, changes);
    if (listed === undefined || changes === undefined || lost.length === 0) return;
    const { model } = listed;
    const parameters = filterParameters(operation, scope);
    const fixed = fixedColumns(listed, parameters);
    for (const { parameter, names, use } of parameters) {
      for (const field of names.flatMap((name) => fieldFor(model, name) ?? [])) {
        const served = lost.find((each) => isServing(each, field.name.value, fixed));
        if (served === undefined || !isIndexable(field, model) || isIndexed(field.name.value, model, fixed)) continue;
        yield {
          ...unserved(operation, use, field, served, scope),
          section: parameter.section,
          span: parameter.name?.span ?? parameter.anchor,
          fixes: indexBack(served, changes.former, model),
        };
      }
    }
  },
});

function isServing({ fields }: LostIndex, column: string, fixed: ReadonlySet<string>): boolean {
  const place = fields.indexOf(column);
  return place >= 0 && fields.slice(0, place).every((name) => fixed.has(name));
}

function unserved(
  operation: Operation,
  use: string,
  field: PrismaField,
  { index: { attribute } }: LostIndex,
  { base }: BaseScope,
): Pick<Finding, 'message' | 'related' | 'cause'> {
  const former = base.find('prisma.model', blockId({ name: field.model, section: field.section }));
  const column = `${field.model.value}.${field.name.value}`;
  return {
    message: `${operationTitle(operation)} ${use} by \`${column}\`, whose index is dropped. Each request then reads the whole table.`,
    cause: {
      key: column,
      message: (count) =>
        `${count} parameters find rows by \`${column}\`, whose index is dropped. Each request then reads the whole table.`,
      fixTitle: () => `Bring the index that begins with \`${field.name.value}\` back`,
    },
    related: [
      { section: field.section, span: field.name.span, message: 'The column, which no index serves now.' },
      ...(former === undefined
        ? []
        : [base.placed(former.section, attribute.span, `The index as it was in ${base.name}.`)]),
    ],
  };
}
