import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { ModelMatch } from '#core/project/mapping/match.ts';
import { type DatabaseScope, type Finding, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { requestSubject } from '#rules/detectors/cross/body-subject.ts';
import { bodyRequires, isFilledIn, mayBeLeftOut, needsSentValue } from '#rules/detectors/cross/sent-column.ts';
import { nullabilityOf } from '#rules/detectors/cross/value-schema.ts';
import { writesRow } from '#rules/detectors/cross/writes-row.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { isUpsert } from '#rules/detectors/openapi/upsert.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { inRequired } from '#rules/fixes/openapi/property-required.ts';
import { refuseNull } from '#rules/fixes/openapi/refuse-null.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (required: string, title: string): string => `openapi: 3.1.0
paths:
  /books:
    post:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/NewBook'
      responses:
        '201':
          description: The book.
components:
  schemas:
    NewBook:
      type: object
      required: [${required}]
      properties:
        isbn:
          type: string
        ${title}:
          type: string
        subtitle:
          type: string
`;

const schema = `model Book {
  id       Int     @id @default(autoincrement())
  isbn     String  @unique
  title    String
  subtitle String?
}
`;

export const requiredColumnSent = globalRule({
  id: 'cross/required-column-sent',
  summary: 'Require what a new row cannot be without.',
  why: 'A request that leaves it out is valid by the description, and the insert fails: the client gets a 500 for what the contract allows.',
  item: contractMatchesDatabase,
  references: [
    prismaDocumentation('Type modifiers', 'prisma-schema/data-model/models#type-modifiers'),
    prismaDocumentation('@default', 'reference/prisma-schema-reference#default'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A title that may be left out',
      bad: { 'openapi.yaml': description('isbn', '«title»'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('isbn, title', 'title'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *gather(operation, scope): Iterable<Fact> {
    const { method, origin } = operation;
    if (origin !== 'path' || (method !== 'post' && method !== 'patch')) return;
    const subject = requestSubject(operation, scope);
    const match = subject && scope.mappingFor(subject, operation.path);
    if (subject === undefined || match === undefined || !isTable(match.model)) return;
    if (method === 'patch') {
      for (const { owner } of propertiesOf(subject, scope)) yield { key: siteOf(owner), kind: 'changes' };
      if (mergesNull(operation, scope)) yield* removedFields(operation, subject, match, scope);
    } else if (creates(operation, subject, match.model)) yield* openFields(operation, subject, match, scope);
  },
  *compare(facts) {
    const isShared = facts.some(({ value }) => value.kind === 'changes');
    const told = new Set<string>();
    for (const { value } of facts) {
      if (value.kind === 'changes' || told.has(value.name)) continue;
      told.add(value.name);
      yield openFinding(value, isShared && value.method === 'post');
    }
  },
});

type Fact = OpenField | (Keyed & { readonly kind: 'changes' });

/** A property that a new row needs, and a request may come without. */
interface OpenField extends Keyed {
  readonly kind: 'open';
  readonly section: Section;
  readonly span: Span;
  readonly name: string;
  readonly holder: string | undefined;
  /** `may be left out of`, `may be null in` */
  readonly may: string;
  readonly method: 'post' | 'patch';
  /** The operation. */
  readonly title: string;
  readonly column: string;
  readonly stored: { readonly section: Section; readonly span: Span };
  readonly changes: readonly TreeChange[];
}

/** A row is made by a POST to its collection; what says that it also changes rows may find the value there. */
function creates(operation: Operation, subject: Schema, model: PrismaModel): boolean {
  return !endsInParameter(operation.path) && !isUpsert(operation) && writesRow(operation, subject, model);
}

function* openFields(
  operation: Operation,
  subject: Schema,
  match: ModelMatch,
  scope: DatabaseScope,
): Iterable<OpenField> {
  const { model } = match;
  const required = bodyRequires(subject, scope);
  for (const property of propertiesOf(subject, scope)) {
    const { name, schema: written } = property;
    const field = match.fieldFor(property);
    const value = scope.resolve(written);
    if (field === undefined || value === undefined || !needsSentValue(field, model, operation, scope)) continue;
    const isLeftOut = mayBeLeftOut(name.value, subject, required, value);
    const isNullable = nullabilityOf(written, scope) === 'nullable';
    if (!isLeftOut && !(isNullable && required.has(name.value))) continue;
    yield openField(operation, subject, property, field, isLeftOut);
  }
}

/** What a merge patch may take away though no row can be without it, unless a default or a text says what stands there then. */
function* removedFields(
  operation: Operation,
  subject: Schema,
  match: ModelMatch,
  scope: DatabaseScope,
): Iterable<OpenField> {
  for (const property of propertiesOf(subject, scope)) {
    const field = match.fieldFor(property);
    const value = scope.resolve(property.schema);
    if (field === undefined || value === undefined || value.readOnly || isFilledIn(value)) continue;
    const isNullable = nullabilityOf(property.schema, scope) === 'nullable';
    if (isNullable && needsSentValue(field, match.model, operation, scope))
      yield openField(operation, subject, property, field, false);
  }
}

/** RFC 7396: null takes the member away. */
function mergesNull(operation: Operation, scope: DatabaseScope): boolean {
  const content = effectiveRequestBody(operation, scope)?.content ?? [];
  return content.length > 0 && content.every(({ name }) => name.value === 'application/merge-patch+json');
}

function openField(
  operation: Operation,
  subject: Schema,
  property: OwnedProperty,
  field: PrismaField,
  isLeftOut: boolean,
): OpenField {
  const { name, owner } = property;
  return {
    key: siteOf(owner),
    kind: 'open',
    section: owner.section,
    span: name.span,
    name: name.value,
    holder: subject.role === 'component' ? subject.name?.value : undefined,
    may: isLeftOut ? 'may be left out of' : 'may be null in',
    method: operation.method === 'patch' ? 'patch' : 'post',
    title: operationTitle(operation),
    column: `${field.model.value}.${field.name.value}`,
    stored: { section: field.section, span: field.name.span },
    changes: requiring(property, subject, isLeftOut),
  };
}

/** The property becomes required, and null none of its values; nothing where that would change another component. */
function requiring({ name, schema, owner }: OwnedProperty, subject: Schema, isLeftOut: boolean): readonly TreeChange[] {
  if (owner !== subject && owner.role === 'component') return [];
  const refused = schema.kind === 'openapi.schema' && schema.types.includes('null') ? refuseNull(schema) : [];
  return isLeftOut ? [...inRequired(owner, name.value), ...refused] : refused;
}

function openFinding(
  { section, span, name, holder, may, title, column, stored, changes }: OpenField,
  isShared: boolean,
): InSection<Finding> {
  const named = holder === undefined ? `\`${name}\`` : `\`${holder}.${name}\``;
  const [first, ...others] = changes;
  const isFixed = first !== undefined && !isShared;
  return {
    section,
    value: {
      span,
      message: `${named} ${may} ${title}, but no row can be without it${isShared ? '. PATCH takes the same schema: give POST one of its own' : ''}.`,
      fixes: isFixed ? [{ title: `Require ${named}`, safety: 'review', changes: [first, ...others] }] : [],
      related: [{ ...stored, message: `${column} has no default, and is never null.` }],
    },
  };
}

function siteOf({ section, location }: Schema): string {
  return JSON.stringify([section.uri, ...pointerOf(location)]);
}
