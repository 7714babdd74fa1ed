import { effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { defaultOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { concurrency } from '#rules/checklist.ts';
import { requestSubject } from '#rules/detectors/cross/body-subject.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { rowVersionOf } from '#rules/detectors/cross/row-version.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addParameters, ownParametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { newColumn } from '#rules/fixes/prisma/new-column.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';
import { countedAmounts } from '#rules/words/counted-amounts.ts';
import { versionNames } from '#rules/words/versions.ts';

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

const page = (put: string, parameter: string): string => `openapi: 3.1.0
paths:
  /pages/{id}:
    ${put}:
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
${parameter}      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Page' }
      responses:
        '204': { description: The page is replaced. }
components:
  schemas:
    Page:
      type: object
      properties:
        title: { type: string }
        body: { type: string }
`;

const ifMatchLine = `        - { name: If-Match, in: header, description: The version that is changed., schema: { type: string } }
`;

const pages = `model Page {
  id      Int    @id @default(autoincrement())
  title   String
  body    String
  version Int    @default(0)
}
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
    {
      title: 'A version that no client can name',
      bad: { 'openapi.yaml': page('«put»', ''), 'schema.prisma': pages },
      good: { 'openapi.yaml': page('put', ifMatchLine), 'schema.prisma': pages },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *check(operation, scope) {
    const subject = isUnguarded(operation, scope) ? requestSubject(operation, scope) : undefined;
    const model = subject && scope.modelFor(subject, operation.path);
    if (subject === undefined || model === undefined || !isTable(model) || holdsVersion(subject, scope)) return;
    const lock = lockOf(model);
    if (lock !== undefined) yield unaskedVersion(operation, lock, model);
    else if (rowVersionOf(model) === undefined) yield* overwrittenAmounts(operation, subject, model, scope);
  },
});

function isUnguarded(operation: Operation, scope: Scope): boolean {
  const { method, origin } = operation;
  if (origin !== 'path' || (method !== 'put' && method !== 'patch') || !knowsParameters(operation, scope)) return false;
  const parameters = effectiveParameters(operation, scope);
  return !parameters.some(({ name }) =>
    /^(?:if-match|if-unmodified-since|etag|revision|version)$/i.test(name?.value ?? ''),
  );
}

function holdsVersion(subject: Schema, scope: Scope): boolean {
  return propertiesOf(subject, scope).some(({ name }) => versionNames.has(foldedName(name.value)));
}

/** A number that each change counts up; not one by which several versions of a thing are kept. */
function lockOf(model: PrismaModel): PrismaField | undefined {
  const keyed = new Set(
    indexesOf(model).flatMap(({ kind, fields }) => (kind === 'index' ? [] : fields.map(({ value }) => value))),
  );
  return model.fields.find((field) => {
    const isNumber = field.type.value === 'Int' || field.type.value === 'BigInt';
    const isCounted = isNumber && defaultOf(field)?.kind === 'number' && !keyed.has(field.name.value);
    return isCounted && versionNames.has(foldedName(field.name.value));
  });
}

function unaskedVersion(operation: Operation, lock: PrismaField, model: PrismaModel): Finding {
  const title = operationTitle(operation);
  const site = ownParametersSite(operation);
  const taken = parameterValue(operation.context, ifMatch);
  return {
    span: operation.anchor,
    message: `${title} takes no version, though \`${model.name.value}.${lock.name.value}\` is there to compare it with.`,
    fixes:
      site === undefined
        ? []
        : [{ title: `Take If-Match in ${title}`, safety: 'review', changes: addParameters(site, [taken]) }],
    related: [{ section: lock.section, span: lock.name.span, message: 'The version of the row.' }],
  };
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description: 'The version that is changed.',
  schema: { type: 'string' },
} as const;

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
