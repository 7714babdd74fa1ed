import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { concurrency } from '#rules/checklist.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { rowLockOf } from '#rules/detectors/cross/row-lock.ts';
import { rowVersionOf } from '#rules/detectors/cross/row-version.ts';
import { unguardedUpdate } from '#rules/detectors/cross/unguarded-update.ts';
import { addParameters, ownParametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { ifMatch } from '#rules/fixes/openapi/if-match.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { newColumn } from '#rules/fixes/prisma/new-column.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';
import { countedAmounts } from '#rules/words/counted-amounts.ts';

const description = (stock: string, parameters = ''): string => `openapi: 3.1.0
paths:
  /products/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer } }
    patch:
${parameters}      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Product' }
      responses:
        '204': { description: The product is changed. }
components:
  schemas:
    Product:
      type: object
      properties:
        sku: { type: string }
        ${stock}: { type: integer }
`;

const schema = `model Product {
  id        Int    @id @default(autoincrement())
  sku       String @unique
  stock     Int
  warehouse String
}
`;

const versioned = schema.replace('warehouse String\n', 'warehouse String\n  version   Int    @default(0)\n');

const ifMatchLine = `        - { name: If-Match, in: header, description: The version that is changed., schema: { type: string } }
`;

export const updateGuarded = localRule({
  id: 'cross/update-guarded',
  summary: 'Guard writes that others make at the same time.',
  why: 'A client that reads 10, takes one away and writes 9 undoes what others did in between. Without a version that the API takes and the row has, the change is lost unnoticed.',
  item: concurrency,
  references: [rfc(9110, '13.1.1')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A stock that is overwritten',
      bad: { 'openapi.yaml': description('«stock»'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('stock', `      parameters:\n${ifMatchLine}`), 'schema.prisma': versioned },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *check(operation, scope) {
    const update = unguardedUpdate(operation, scope);
    // Of a version that is there another rule tells.
    if (update === undefined || rowLockOf(update.model) !== undefined || rowVersionOf(update.model) !== undefined)
      return;
    yield* overwrittenAmounts(operation, update.subject, update.model, scope);
  },
});

function* overwrittenAmounts(
  operation: Operation,
  subject: Schema,
  model: PrismaModel,
  scope: Scope,
): Iterable<Finding> {
  for (const { name, schema, owner } of propertiesOf(subject, scope)) {
    const field = scope.resolve(schema)?.readOnly === true ? undefined : fieldFor(model, name.value);
    if (field === undefined || !isAmount(field)) continue;
    yield {
      section: owner.section,
      span: name.span,
      message: `${operationTitle(operation)} overwrites \`${model.name.value}.${field.name.value}\`, whatever it is by then.`,
      fixes: keepVersion(operation, model, scope),
      related: [{ section: field.section, span: field.name.span, message: 'Two changes at once lose one of them.' }],
    };
    return;
  }
}

/** The column, and the header that names its value. */
function keepVersion(operation: Operation, model: PrismaModel, scope: Scope): readonly Fix[] {
  const addition = newColumn(model, ['version'], { type: 'Int', attributes: ['@default(0)'] }, scope);
  const site = ownParametersSite(operation);
  if (addition === undefined || site === undefined) return [];
  const column = `\`${addition.name} Int @default(0)\` to ${model.name.value}`;
  const title = `Add ${column} (0 in the rows that are there), and take If-Match in ${operationTitle(operation)}`;
  const edit = { kind: 'text', section: model.section, edits: addition.edits } as const;
  const taken = parameterValue(operation.context, ifMatch);
  return [{ title, safety: 'review', changes: [edit, ...addParameters(site, [taken])] }];
}

function isAmount({ name, type, isList }: PrismaField): boolean {
  const isNumber = ['Int', 'BigInt', 'Float', 'Decimal'].includes(type.value) && !isList;
  return isNumber && countedAmounts.has(wordsOf(name.value).at(-1) ?? '');
}
