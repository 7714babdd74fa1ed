import { combinedSchemas, type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { type DatabaseScope, type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { requestSubject } from '#rules/detectors/cross/body-subject.ts';
import { type Generation, generationOf, isRefusedBy } from '#rules/detectors/cross/generated-column.ts';
import { isGivenAway, isMarked, type ServerField, serverFields } from '#rules/detectors/openapi/server-field.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { markReadOnly } from '#rules/fixes/openapi/mark-read-only.ts';
import { removeProperty } from '#rules/fixes/openapi/remove-property.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp, prismaDocumentation } from '#rules/sources.ts';
import { recordFields } from '#rules/words/server-fields.ts';

const description = (number: string): string => `openapi: 3.1.0
paths:
  /invoices:
    post:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Invoice'
      responses:
        '201':
          description: The invoice.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Invoice'
components:
  schemas:
    Invoice:
      type: object
      required: [customer]
      properties:
        ${number}
        customer:
          type: string
`;

const schema = `model Invoice {
  id       String @id @default(cuid())
  number   Int    @unique @default(autoincrement())
  customer String
}
`;

export const generatedColumnReadOnly = globalRule({
  id: 'cross/generated-column-read-only',
  summary: 'Take no values that the database makes.',
  why: 'What the description lets clients send, the server has to throw away, or it ends up in the row: a number out of its sequence, which a later row collides with.',
  item: contractMatchesDatabase,
  references: [
    owasp(3),
    prismaDocumentation('Attribute functions', 'reference/prisma-schema-reference#attribute-functions'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A number that counts up',
      bad: { 'openapi.yaml': description('«number»:\n          type: integer'), 'schema.prisma': schema },
      good: {
        'openapi.yaml': description('number:\n          type: integer\n          readOnly: true'),
        'schema.prisma': schema,
      },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database', 'usage'],
  *gather(operation, scope): Iterable<Draft> {
    const { method, origin, path } = operation;
    if (origin !== 'path' || isGivenAway(path) || (method !== 'post' && method !== 'put' && method !== 'patch')) return;
    const subject = requestSubject(operation, scope);
    const match = subject && scope.mappingFor(subject, path);
    if (subject === undefined || match === undefined || !isTable(match.model)) return;
    const told = toldByName(operation, scope);
    for (const property of propertiesOf(subject, scope)) {
      const field = match.fieldFor(property);
      const generation = field && generationOf(field, match.model);
      if (field === undefined || generation === undefined || !isRefusedBy(operation, generation)) continue;
      if (!isOpen(property, scope)) continue;
      yield draftOf(property, field, generation, operation, told.has(property.name.value));
    }
  },
  complete({ owner, property, isToldByName, isOwn, ...fact }, { usage }): Fact | undefined {
    const { inResponse } = usage(owner);
    if (inResponse && isToldByName) return undefined;
    // Who writes a schema for requests alone and puts such an id into it, wants clients to make it.
    if (!inResponse && isOwn) return undefined;
    const changes = inResponse ? markReadOnly(property) : removeProperty(owner, property.name.value);
    return { ...fact, remedy: inResponse ? 'mark' : 'remove', changes };
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield { section: first.value.section, value: taken(first.value) };
  },
});

interface Draft extends Omit<Fact, 'remedy' | 'changes'> {
  readonly owner: Schema;
  readonly property: OwnedProperty;
  /** True for what `server-fields-read-only` tells where the schema is returned, too. */
  readonly isToldByName: boolean;
  /** True for what a client may well make itself. */
  readonly isOwn: boolean;
}

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly name: string;
  readonly title: string;
  readonly made: string;
  readonly stored: { readonly section: Section; readonly span: Span };
  readonly remedy: 'mark' | 'remove';
  readonly changes: readonly [TreeChange, ...TreeChange[]] | undefined;
}

function draftOf(
  property: OwnedProperty,
  field: PrismaField,
  generation: Generation,
  operation: Operation,
  isToldByName: boolean,
): Draft {
  const { name, owner } = property;
  return {
    key: JSON.stringify([owner.section.uri, ...pointerOf(owner.location), name.value]),
    section: owner.section,
    span: name.span,
    name: owner.role === 'component' ? `${owner.name?.value}.${name.value}` : name.value,
    title: operationTitle(operation),
    made: generation.made,
    stored: { section: field.section, span: generation.span },
    owner,
    property,
    isToldByName,
    isOwn: generation.mayBeClients,
  };
}

function toldByName(operation: Operation, scope: DatabaseScope): ReadonlySet<string> {
  const told: readonly ServerField[] = serverFields(operation, { record: recordFields, privilege: [] }, scope);
  return new Set(told.map(({ name }) => name.value));
}

/** False for what is marked, and for what a text says that clients may choose. */
function isOpen({ schema }: OwnedProperty, scope: DatabaseScope): boolean {
  const parts = combinedSchemas(schema, scope);
  if (parts.length === 0 || isMarked(schema, parts)) return false;
  return !parts.some(({ description: text }) => chosen.test(text?.value ?? ''));
}

const chosen =
  /\b(?:clients?|callers?|custom|override|overwrit\w+|back-?dat\w+|import\w*|external|third[- ]party|you (?:can|may|want)|optional\w*|if (?:not|un|omitted|empty|none|left)|must (?:match|be)|ignored|read[- ]only)\b/i;

function taken({ span, name, title, made, stored, remedy, changes }: Fact): Finding {
  const todo = remedy === 'mark' ? 'mark it `readOnly`' : 'leave it out of the request';
  const fix = remedy === 'mark' ? `Mark \`${name}\` as read-only` : `Remove \`${name}\``;
  return {
    span,
    message: `${title} takes \`${name}\`, which ${made}: ${todo}.`,
    fixes: changes === undefined ? [] : [{ title: fix, safety: 'review', changes }],
    related: [{ ...stored, message: 'It is made here.' }],
  };
}
