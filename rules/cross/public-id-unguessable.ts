import { effectiveParameters, effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type DatabaseScope, type Finding, localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { authentication } from '#rules/checklist.ts';
import { type PathRow, pathRow } from '#rules/detectors/cross/path-model.ts';
import { hasPublicPath } from '#rules/detectors/openapi/public-operation.ts';
import { saysPublic } from '#rules/detectors/openapi/says-public.ts';
import { takesCredentials } from '#rules/detectors/openapi/takes-credentials.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp } from '#rules/sources.ts';
import { privateWords } from '#rules/words/private-things.ts';
import { wordSet } from '#rules/words/word-list.ts';

const description = (id: string, schema: string): string => `openapi: 3.1.0
paths:
  /bookings/{id}:
    get:
      security: []
      parameters:
        - name: ${id}
          in: path
          required: true
          schema: ${schema}
      responses:
        '200':
          description: The booking.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Booking' }
components:
  schemas:
    Booking:
      type: object
      properties:
        guest: { type: string }
        arrival: { type: string, format: date }
  securitySchemes:
    key: { type: http, scheme: bearer }
`;

const schema = (id: string): string => `model Booking {
  id      ${id}
  guest   String
  arrival DateTime @db.Date
}
`;

export const publicIdUnguessable = localRule({
  id: 'cross/public-id-unguessable',
  summary: 'Show rows by ids that nobody can guess where nobody signs in.',
  why: 'Whoever has one link can count up and read all the others: an id that the database counts is no secret, and nothing else is asked for.',
  item: authentication,
  references: [owasp(1)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A booking by the number of its row',
      bad: {
        'openapi.yaml': description('«id»', '{ type: integer }'),
        'schema.prisma': schema('Int      @id @default(autoincrement())'),
      },
      good: {
        'openapi.yaml': description('id', '{ type: string, format: uuid }'),
        'schema.prisma': schema('String   @id @default(uuid())'),
      },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  check(operation, scope) {
    const row = isOpen(operation, scope) ? pathRow(operation.path, scope) : undefined;
    return row !== undefined && isCounted(row) && isPrivate(operation, row.model)
      ? guessable(operation, row, scope)
      : [];
  },
});

/** Said to be open, and neither public by nature nor for a reason that is given. */
function isOpen(operation: Operation, scope: DatabaseScope): boolean {
  const { origin, path, summary, description: text } = operation;
  if (origin !== 'path' || !path.includes('{') || hasPublicPath(path)) return false;
  const security = effectiveSecurity(operation, scope);
  const isOpenToAll = security?.length === 0 || security?.every(({ schemes }) => schemes.length === 0) === true;
  if (!isOpenToAll || saysPublic(summary?.value) || saysPublic(text?.value)) return false;
  return !takesCredentials(operation, scope);
}

function isCounted({ field }: PathRow): boolean {
  const value = defaultOf(field);
  return value?.kind === 'call' && value.name === 'autoincrement';
}

/** Rows that are somebody's: by the path, the name of the model, or what is kept in it. */
function isPrivate({ path }: Operation, { name, fields }: PrismaModel): boolean {
  const words = [...segmentsOf(path).filter((segment) => !segment.includes('{')), name.value].flatMap(wordsOf);
  const isPersonal = fields.some((field) => wordsOf(field.name.value).some((word) => personal.has(word)));
  return isPersonal || words.some((word) => privateWords.has(word));
}

const personal = wordSet(
  'email mail phone mobile birthday birthdate dob ssn iban passport salary guest patient customer recipient buyer applicant diagnosis street postcode zip surname lastname firstname',
);

function guessable(
  operation: Operation,
  { parameter, model, field }: PathRow,
  scope: DatabaseScope,
): readonly Finding[] {
  const written = effectiveParameters(operation, scope).find(
    ({ name, in: place }) => place?.value === 'path' && name?.value === parameter,
  );
  const place = written?.name;
  return [
    {
      ...(place !== undefined && written !== undefined && { section: written.section }),
      span: place?.span ?? operation.anchor,
      message: `${operationTitle(operation)} asks for no credentials, and “${parameter}” counts up. Use a UUID, or require credentials.`,
      related: [
        {
          section: field.section,
          span: field.name.span,
          message: `${model.name.value}.${field.name.value} is counted by the database.`,
        },
      ],
    },
  ];
}
