import type { Operation, Parameter } from '#core/openapi/model.ts';
import { indexesOf, primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { type DatabaseScope, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { pagination } from '#rules/checklist.ts';
import { isIndexable } from '#rules/detectors/cross/index-for-filter.ts';
import { indexSiblings } from '#rules/detectors/cross/index-siblings.ts';
import { type ListedModel, listedModel } from '#rules/detectors/cross/listed-model.ts';
import { toldOrder } from '#rules/detectors/cross/told-order.ts';
import { pagingOf, parameterWord } from '#rules/detectors/openapi/paging.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
import { creationTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { type IndexAddition, indexAddition } from '#rules/fixes/prisma/extend-index.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, prismaDocumentation } from '#rules/sources.ts';

/** A list that goes on behind a value that several rows may have. */
interface TiedOrder extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly title: string;
  /** `Order.createdAt`, `id` */
  readonly column: string;
  readonly unique: string;
  readonly stored: { readonly section: PrismaSection; readonly span: Span };
  readonly addition: IndexAddition;
}

const description = (name: string): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      description: Orders, sorted by createdAt.
      parameters:
        - { ${name}, in: query, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
      responses:
        '200':
          description: Orders.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
components:
  schemas:
    Order:
      type: object
      properties:
        total: { type: string }
        createdAt: { type: string, format: date-time }
`;

const schema = (columns: string): string => `model Order {
  id        String   @id @default(uuid())
  total     Decimal
  note      String
  createdAt DateTime @default(now())

  @@index([${columns}])
}
`;

export const cursorOrderUnique = globalRule({
  id: 'cross/cursor-order-unique',
  summary: 'Order lists with cursors by something unique.',
  why: 'Rows that were written in the same moment have the same time. A page that ends between two of them goes on before both, or behind both: one comes twice, or never. With the key behind the time the order is the same for every page.',
  item: pagination,
  references: [prismaDocumentation('Pagination', 'prisma-client/queries/pagination'), aip(158)],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'Orders of the same moment',
      bad: { 'openapi.yaml': description('name: «after»'), 'schema.prisma': schema('createdAt') },
      good: { 'openapi.yaml': description('name: after'), 'schema.prisma': schema('createdAt, id') },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *gather(operation, scope): Iterable<TiedOrder> {
    const { cursor, offset } = pagingOf(operation, scope);
    if (cursor === undefined || offset !== undefined) return;
    const listed = listedModel(operation, scope);
    const field = listed && orderOf(operation, cursor, listed.model, scope);
    const key = listed && onlyKey(listed.model);
    if (listed === undefined || field === undefined || key === undefined || isUntied(field, listed.model)) return;
    yield tiedOrder(operation, cursor, { listed, field, key }, scope);
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { section, span, title, column, unique, stored, addition } = first.value;
    yield {
      section,
      value: {
        span,
        message: `${title} pages by \`${column}\`, which is not unique. Order by \`${unique}\` after it, and put both into the cursor.`,
        fixes: [prismaFix(addition.title, 'review', stored.section, addition.edit)],
        related: [{ ...stored, message: 'Several rows may have the same value.' }],
      },
    };
  },
});

interface Tie {
  readonly listed: ListedModel;
  readonly field: PrismaField;
  readonly key: string;
}

function tiedOrder(
  operation: Operation,
  cursor: Parameter,
  { listed, field, key }: Tie,
  scope: DatabaseScope,
): TiedOrder {
  const { model, owners } = listed;
  const columns = [...owners.filter((owner) => owner !== field.name.value), field.name.value, key];
  const column = `${model.name.value}.${field.name.value}`;
  return {
    key: column,
    section: cursor.section,
    span: cursor.name?.span ?? cursor.anchor,
    title: operationTitle(operation),
    column,
    unique: key,
    stored: { section: model.section, span: field.name.span },
    addition: indexAddition(model, columns, indexText('index', model, columns, indexSiblings(model, scope))),
  };
}

/** The time a cursor is itself, or the order that is told; undefined for a cursor that only the server can read. */
function orderOf(operation: Operation, cursor: Parameter, model: PrismaModel, scope: Scope): PrismaField | undefined {
  const text = cursor.description?.value ?? '';
  if (madeByServer.test(text) || tokenNames.test(parameterWord(cursor))) return undefined;
  const told = toldOrder(operation, cursor, model, scope);
  if (told !== undefined) return told;
  const schema = scope.resolve(cursor.schema);
  const isTime = /^date(?:-time)?$/.test(schema?.format?.value ?? '');
  const pages = parameterWord(cursor) === 'cursor' || /\b(?:cursor|last|previous page|next page)\b/i.test(text);
  return isTime && pages ? creationTimeOf(model) : undefined;
}

const madeByServer =
  /\bopaque|\bencoded|\btoken\b|\bbase64|\bas returned\b|\breturned (?:by|in|from|with)\b|\bdo not (?:parse|construct|build)/i;
const tokenNames = /token|continuation|bookmark|scroll|state$/;

/** The one column of the primary key. */
function onlyKey(model: PrismaModel): string | undefined {
  const key = primaryKeyOf(model)?.fields ?? [];
  return key.length === 1 ? key[0]?.value : undefined;
}

/** True for a column no two rows share, and where an index or key orders rows by something unique behind it. */
function isUntied(field: PrismaField, model: PrismaModel): boolean {
  const name = field.name.value;
  const keys = indexesOf(model).filter(
    ({ kind, fields }) => (kind === 'id' || kind === 'unique') && fields.length === 1,
  );
  const unique = new Set(keys.map(({ fields }) => fields[0]?.value));
  if (unique.has(name) || !isIndexable(field, model)) return true;
  return indexesOf(model).some(({ kind, fields }) => {
    const at = fields.findIndex(({ value }) => value === name);
    const isKey = kind === 'unique' || kind === 'id';
    return at >= 0 && (isKey || fields.slice(at + 1).some(({ value }) => unique.has(value)));
  });
}
