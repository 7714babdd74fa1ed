import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { ModelMatch } from '#core/project/mapping/match.ts';
import { type DatabaseScope, type Finding, jointRule } from '#core/rule.ts';
import { apiChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { requestSubject } from '#rules/detectors/cross/body-subject.ts';
import { bodyRequires, mayBeLeftOut, needsSentValue } from '#rules/detectors/cross/sent-column.ts';
import { writesRow } from '#rules/detectors/cross/writes-row.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { isUpsert } from '#rules/detectors/openapi/upsert.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (body = 'requestBody'): string => `openapi: 3.1.0
paths:
  /books:
    post:
      ${body}:
        content: { application/json: { schema: { $ref: '#/components/schemas/NewBook' } } }
      responses: { '201': { description: The book. } }
components:
  schemas:
    NewBook:
      type: object
      required: [isbn, title]
      properties:
        isbn: { type: string }
        title: { type: string }
`;

const schema = (publisher: string): string => `model Book {
  id    Int    @id @default(autoincrement())
  isbn  String @unique
  title String
${publisher}}
`;

export const newColumnSent = jointRule({
  id: 'change/new-column-sent',
  summary: 'Let requests send what a new column cannot be without.',
  why: 'A request that was right the day before has no value for the column: the insert fails, and the client gets a 500. Optional at first, or with a default, the column can wait for clients that send it.',
  item: apiChanges,
  references: [prismaDocumentation('@default', 'reference/prisma-schema-reference#default')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A column that no request has a value for',
      bad: {
        'base/openapi.yaml': description(),
        'base/schema.prisma': schema(''),
        'openapi.yaml': description('«requestBody»'),
        'schema.prisma': schema('  pages Int\n'),
      },
      good: {
        'base/openapi.yaml': description(),
        'base/schema.prisma': schema(''),
        'openapi.yaml': description(),
        'schema.prisma': schema('  pages Int?\n'),
      },
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.origin !== 'path' || operation.method !== 'post' || formerOperation(operation, scope) === undefined)
      return;
    const subject = requestSubject(operation, scope);
    const match = subject && scope.mappingFor(subject, operation.path);
    if (subject === undefined || match === undefined || !creates(operation, subject, match)) return;
    const changes = columnChanges(match.model, scope);
    const added = changes?.added.filter((field) => needsSentValue(field, match.model, operation, scope)) ?? [];
    if (added.length === 0 || !sendsTheRest(operation, subject, match, added, scope)) return;
    const required = bodyRequires(subject, scope);
    const properties = propertiesOf(subject, scope);
    for (const field of added) {
      const property = properties.find((each) => match.fieldFor(each) === field);
      const value = property && scope.resolve(property.schema);
      const isOpen =
        property === undefined || value === undefined || mayBeLeftOut(property.name.value, subject, required, value);
      if (isOpen) yield unsent(operation, field, property, scope);
    }
  },
});

function creates(operation: Operation, subject: Schema, { model }: ModelMatch): boolean {
  if (!isTable(model) || endsInParameter(operation.path) || isUpsert(operation)) return false;
  return writesRow(operation, subject, model);
}

/** True where a request has all else that a row needs: else the server fills in what it has not, and perhaps this, too. */
function sendsTheRest(
  operation: Operation,
  subject: Schema,
  match: ModelMatch,
  added: readonly PrismaField[],
  scope: DatabaseScope,
): boolean {
  const required = bodyRequires(subject, scope);
  const sent = new Set(
    propertiesOf(subject, scope).flatMap((property) =>
      required.has(property.name.value) ? (match.fieldFor(property) ?? []) : [],
    ),
  );
  const needed = match.model.fields.filter(
    (field) => !added.includes(field) && needsSentValue(field, match.model, operation, scope),
  );
  return needed.length > 0 && needed.every((field) => sent.has(field));
}

function unsent(
  operation: Operation,
  field: PrismaField,
  property: OwnedProperty | undefined,
  scope: DatabaseScope,
): Finding {
  const column = `${field.model.value}.${field.name.value}`;
  const body = effectiveRequestBody(operation, scope);
  const place =
    property === undefined
      ? { section: body?.section ?? operation.section, span: body?.anchor ?? operation.anchor }
      : { section: property.owner.section, span: property.name.span };
  const title = `Let \`${field.name.value}\` be empty until clients send it`;
  return {
    ...place,
    message: `${operationTitle(operation)} may come without the new \`${column}\`, and no row can be without it.`,
    fixes: [prismaFix(title, 'review', field.section, rewriteField(field, { isOptional: true }))],
    related: [{ section: field.section, span: field.name.span, message: `${column} is new, and has no default.` }],
  };
}
