import type { Operation } from '#core/openapi/model.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { concurrency } from '#rules/checklist.ts';
import { rowLockOf } from '#rules/detectors/cross/row-lock.ts';
import { unguardedUpdate } from '#rules/detectors/cross/unguarded-update.ts';
import { addParameters, ownParametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { ifMatch } from '#rules/fixes/openapi/if-match.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

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

export const versionCompared = localRule({
  id: 'cross/version-compared',
  summary: 'Let clients name the version that a row keeps.',
  why: 'A counted version is in a row so that the second of two changes at once is refused. Where the API takes none, the server can only compare the row with itself, and what the first client wrote is lost unnoticed.',
  item: concurrency,
  references: [rfc(9110, '13.1.1')],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'A version that no client can name',
      bad: { 'openapi.yaml': page('«put»', ''), 'schema.prisma': pages },
      good: { 'openapi.yaml': page('put', ifMatchLine), 'schema.prisma': pages },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *check(operation, scope) {
    const model = unguardedUpdate(operation, scope)?.model;
    const lock = model && rowLockOf(model);
    if (model !== undefined && lock !== undefined) yield unaskedVersion(operation, lock, model);
  },
});

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
