import { responseAt, responseFor } from '#core/openapi/effective/documented-responses.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { ModelIndex } from '#core/prisma/indexes.ts';
import { type DatabaseScope, globalRule, type Scope } from '#core/rule.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { requestSubject } from '#rules/detectors/cross/body-subject.ts';
import { writesRow } from '#rules/detectors/cross/writes-row.ts';
import { writtenKeys } from '#rules/detectors/cross/written-keys.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { isUpsert, looksUp } from '#rules/detectors/openapi/upsert.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation, rfc } from '#rules/sources.ts';

const description = (method: string, responses: string, conflict = ''): string => `openapi: 3.1.0
paths:
  /users${method === 'patch' ? '/{id}' : ''}:
    ${method}:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/NewUser'
      ${responses}:
        '200':
          description: The user.
        '400':
          description: The request is not valid.${conflict}
components:
  schemas:
    NewUser:
      type: object
      properties:
        email: { type: string, format: email }
        name: { type: string }
  responses:
    Conflict:
      description: There is one already.
`;

const documented = `
        '409':
          $ref: '#/components/responses/Conflict'`;

const schema = `model User {
  id    Int    @id @default(autoincrement())
  email String @unique
  name  String
}
`;

export const uniqueConflictDocumented = globalRule({
  id: 'cross/unique-conflict-documented',
  summary: 'Document 409 where a request writes a unique column.',
  why: 'Sooner or later two clients send the same value, and the database refuses the second. Clients that are not told get a 500, or a 409 they never handled.',
  item: contractMatchesDatabase,
  references: [rfc(9110, '15.5.10'), prismaDocumentation('@unique', 'reference/prisma-schema-reference#unique')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A new user with an address that is taken',
      bad: { 'openapi.yaml': description('post', '«responses»'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('post', 'responses', documented), 'schema.prisma': schema },
    },
    {
      title: 'A change to an address that is taken',
      bad: { 'openapi.yaml': description('patch', '«responses»'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('patch', 'responses', documented), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  needs: ['database'],
  *gather(node, scope): Iterable<GapFact> {
    if (node.kind === 'openapi.document') yield gapDocument(node, scope);
    else yield* operationFact(node, scope);
  },
  compare: (facts) =>
    gapFindings(facts, {
      statuses: () => ['409'],
      fix: (title) => `Document the 409 response of ${title}`,
      fixAll: (count) => `Document 409 in ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} that write a unique column and should document 409 does.`
          : `${count} of ${operations} that write a unique column and should document 409 do not.`,
    }),
});

function* operationFact(operation: Operation, scope: DatabaseScope): Iterable<GapFact> {
  const statuses = statusKeys(operation);
  const subject = isWrite(operation) ? requestSubject(operation, scope) : undefined;
  if (subject === undefined || statuses === undefined || isUpsert(operation)) return;
  const model = scope.modelFor(subject, operation.path);
  if (model === undefined || !isTable(model) || !writesRow(operation, subject, model)) return;
  const key = writtenKeys(subject, model, operation, scope).find((each) => !looksUp(operation, each, subject, scope));
  if (key === undefined) return;
  const fault = `writes ${model.name.value}.${columnsText(key)}, which is unique, but does not document 409`;
  const related = {
    section: model.section,
    span: key.attribute.span,
    message: 'The database refuses duplicates here.',
  };
  yield operationGap(operation, statuses, saysConflict(operation, scope), fault, { related: [related] });
}

function isWrite({ method, origin }: Operation): boolean {
  return origin === 'path' && (method === 'post' || method === 'put' || method === 'patch');
}

const conflictText = /\b(?:already|conflict\w*|duplicate\w*|exists|in use|taken|unique)\b/i;

/** True for a documented 409 or 422, for a 400 that speaks of duplicates, and for what changes the row that is there. */
function saysConflict(operation: Operation, scope: Scope): boolean {
  if (responseFor(operation, '409') !== undefined || responseAt(operation, '422') !== undefined) return true;
  const badRequest = scope.resolve(responseAt(operation, '400')?.response);
  if (conflictText.test(badRequest?.description?.value ?? '')) return true;
  const other = responseAt(operation, '201') && (responseAt(operation, '200') ?? responseAt(operation, '204'));
  if (other === undefined || operation.method === 'put') return other !== undefined;
  // A POST that answers 200 beside 201 says so of the row that was there before.
  return thereBefore.test(scope.resolve(other.response)?.description?.value ?? '');
}

const thereBefore = /\b(?:already|exist(?:s|ed|ing)|updated|replaced|unchanged|before|again|known|same)\b/i;

function columnsText({ fields }: ModelIndex): string {
  return fields.map(({ value }) => value).join(' + ');
}
