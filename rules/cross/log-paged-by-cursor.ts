import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { pagination } from '#rules/checklist.ts';
import { listedModel } from '#rules/detectors/cross/listed-model.ts';
import { pagesByNumber } from '#rules/detectors/openapi/page-end.ts';
import { pagingOf } from '#rules/detectors/openapi/paging.ts';
import { isAppendOnly } from '#rules/detectors/prisma/append-only-model.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { creationTimeOf, ownTimeOf, updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, zalando } from '#rules/sources.ts';
import { activityNouns } from '#rules/words/growing-nouns.ts';

const description = (name: string, type: string): string => `openapi: 3.1.0
paths:
  /audit-events:
    get:
      parameters:
        - { ${name}, in: query, schema: { type: ${type} } }
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
      responses:
        '200':
          description: Events.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/AuditEvent' } }
components:
  schemas:
    AuditEvent:
      type: object
      properties:
        action: { type: string }
        createdAt: { type: string, format: date-time }
`;

const schema = `model AuditEvent {
  id        BigInt   @id @default(autoincrement())
  actor     String
  action    String
  createdAt DateTime @default(now())

  @@index([createdAt, id])
}
`;

export const logPagedByCursor = localRule({
  id: 'cross/log-paged-by-cursor',
  summary: 'Page logs and feeds by a cursor, not by an offset.',
  why: 'Each row that arrives between two requests shifts the pages, so clients see some rows twice. The database also has to read all rows before the offset, while a cursor continues in an index where the last page ended.',
  item: pagination,
  references: [zalando(160), aip(158)],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'Events by the number of a page',
      bad: { 'openapi.yaml': description('name: «page»', 'integer'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('name: cursor', 'string'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *check(operation, scope) {
    const { cursor, offset } = pagingOf(operation, scope);
    if (offset === undefined || cursor !== undefined || !pagesByNumber(operation, scope)) return;
    const model = listedModel(operation, scope)?.model;
    if (model !== undefined && isOnlyAddedTo(model)) yield pagedByOffset(operation, offset, model);
  },
});

/** True for a log, for a ledger, and for what happens and has no time of change; not where rows say when they were last seen. */
function isOnlyAddedTo(model: PrismaModel): boolean {
  if (creationTimeOf(model) === undefined && ownTimeOf(model) === undefined) return false;
  if (model.fields.some(({ name, type }) => type.value === 'DateTime' && wordsOf(name.value).includes('last')))
    return false;
  const isActivity = activityNouns.has(singularOf(wordsOf(model.name.value).at(-1) ?? ''));
  return isLogModel(model) || isAppendOnly(model) || (isActivity && updateTimeOf(model) === undefined);
}

function pagedByOffset(operation: Operation, { section, name, anchor }: Parameter, model: PrismaModel): Finding {
  // A shared parameter pages other lists, too.
  const span = section === operation.section ? (name?.span ?? anchor) : operation.anchor;
  return {
    span,
    message: `${operationTitle(operation)} pages ${model.name.value} by “${name?.value ?? 'offset'}”, though new rows keep arriving. Each new row shifts the pages: use a cursor.`,
    related: [{ section: model.section, span: model.name.span, message: 'The rows of the list.' }],
    cause: byOffset,
  };
}

const byOffset: Cause = {
  key: 'offset',
  message: (count) =>
    `${count} lists page by offset, though new rows keep arriving. Each new row shifts the pages: use a cursor.`,
};
