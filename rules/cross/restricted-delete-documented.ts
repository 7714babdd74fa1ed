import { responseAt, responseFor } from '#core/openapi/effective/documented-responses.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type DatabaseScope, globalRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { type BlockingKey, blockingKeys } from '#rules/detectors/cross/blocking-keys.ts';
import { pathRow } from '#rules/detectors/cross/path-model.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { deletionFlagOf, deletionTimeOf, tellsDeletionTime } from '#rules/detectors/prisma/soft-delete.ts';
import { prismaDocumentation, rfc } from '#rules/sources.ts';

const description = (responses: string, conflict = ''): string => `openapi: 3.1.0
paths:
  /suppliers/{id}:
    parameters:
      - name: id
        in: path
        required: true
        schema: { type: integer }
    get:
      responses:
        '200':
          description: The supplier.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Supplier' }
    delete:
      ${responses}:
        '204':
          description: Deleted.
        '404':
          description: There is no such supplier.${conflict}
components:
  schemas:
    Supplier:
      type: object
      properties:
        id: { type: integer }
        name: { type: string }
`;

const documented = `
        '409':
          description: The request conflicts with what is there already.`;

const schema = `model Supplier {
  id       Int       @id @default(autoincrement())
  name     String
  products Product[]
}

model Product {
  id         Int      @id @default(autoincrement())
  title      String
  supplier   Supplier @relation(fields: [supplierId], references: [id], onDelete: Restrict)
  supplierId Int

  @@index([supplierId])
}
`;

export const restrictedDeleteDocumented = globalRule({
  id: 'cross/restricted-delete-documented',
  summary: 'Document 409 where other rows keep one from being deleted.',
  why: 'The database refuses to delete what is referred to. Clients that are not told get a 500, and cannot say what has to go first.',
  item: contractMatchesDatabase,
  references: [
    rfc(9110, '15.5.10'),
    prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A supplier of products',
      bad: { 'openapi.yaml': description('«responses»'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('responses', documented), 'schema.prisma': schema },
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
          ? `None of the ${operations} that delete what other rows refer to and should document 409 does.`
          : `${count} of ${operations} that delete what other rows refer to and should document 409 do not.`,
    }),
});

function* operationFact(operation: Operation, scope: DatabaseScope): Iterable<GapFact> {
  const { method, origin, path } = operation;
  const statuses = method === 'delete' && origin === 'path' ? statusKeys(operation) : undefined;
  if (statuses === undefined || goesFurther(operation)) return;
  const model = pathRow(path, scope)?.model;
  if (model === undefined || isKept(model)) return;
  const [blocking] = blockingKeys(model, scope);
  if (blocking === undefined) return;
  const fault = `deletes from ${model.name.value}, to which rows of ${blocking.model.name.value} may refer, but does not document 409`;
  yield operationGap(operation, statuses, saysConflict(operation, scope), fault, { related: [related(blocking)] });
}

/** A row that is only marked can always be. */
function isKept(model: PrismaModel): boolean {
  return deletionTimeOf(model) !== undefined || deletionFlagOf(model) !== undefined || tellsDeletionTime(model);
}

/** True where a text says that the row is only marked, or that what belongs to it goes, too. */
function goesFurther({ operationId, summary, description: text }: Operation): boolean {
  const texts = [operationId?.value, summary?.value, text?.value].map((each) => wordsOf(each ?? '').join(' '));
  return texts.some((each) => furtherWords.test(each));
}

const furtherWords =
  /\b(?:cascad\w*|archiv\w*|soft|deactivat\w*|disabl\w*|mark\w*|hid(?:e|es|den)|trash\w*|recycle|cancel\w*|revok\w*|along with|together with|including|and (?:all|its|their|any|every\w*)|all (?:of )?(?:its|their|related|associated|the)|also (?:delet|remov|eras)\w*|everything|with all|from (?:the|a|an|your) (?!database|system|catalog|api|account)|leave|unsubscrib\w*|unlink\w*|detach\w*)\b/;

/** True for a documented 409 or 422, and for a 400 that says what is in the way. */
function saysConflict(operation: Operation, scope: Scope): boolean {
  if (responseFor(operation, '409') !== undefined || responseAt(operation, '422') !== undefined) return true;
  const refusals = ['400', '423', '424'].map((status) => scope.resolve(responseAt(operation, status)?.response));
  return refusals.some((response) => conflictText.test(response?.description?.value ?? ''));
}

const conflictText =
  /\b(?:conflict\w*|in use|used by|refer\w*|still|contains?|depend\w*|linked|attached|associated|not empty|cannot be (?:deleted|removed))\b/i;

function related({ key }: BlockingKey) {
  const { section } = key.field;
  const message =
    key.onDelete === undefined ? 'This key is required: by default it keeps the row.' : 'This key keeps the row.';
  return { section, span: key.onDelete?.span ?? key.attribute.span, message };
}
