import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { ModelMatch } from '#core/project/mapping/match.ts';
import { type DatabaseScope, type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findValue, itemsOf } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { requestSubject } from '#rules/detectors/cross/body-subject.ts';
import { isColumn } from '#rules/detectors/cross/is-column.ts';
import { writesRow } from '#rules/detectors/cross/writes-row.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { isUpsert } from '#rules/detectors/openapi/upsert.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (required: string): string => `openapi: 3.1.0
paths:
  /articles:
    post:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/NewArticle'
      responses:
        '201':
          description: The article.
components:
  schemas:
    NewArticle:
      type: object
      required: [${required}]
      properties:
        title:
          type: string
        pinned:
          type: boolean
`;

const schema = `model Article {
  id     Int     @id @default(autoincrement())
  title  String
  pinned Boolean @default(false)
}
`;

export const defaultColumnOptional = globalRule({
  id: 'cross/default-column-optional',
  summary: 'Require nothing that the database has a default for.',
  why: 'Each client has to know and send a value that the server has anyway; where the default changes, none of them follows.',
  item: contractMatchesDatabase,
  references: [prismaDocumentation('@default', 'reference/prisma-schema-reference#default')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A flag that is false by default',
      bad: { 'openapi.yaml': description('title, «pinned»'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('title'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database', 'usage'],
  *gather(operation, scope): Iterable<Draft> {
    const { method, origin, path } = operation;
    if (method !== 'post' || origin !== 'path' || endsInParameter(path) || isUpsert(operation)) return;
    const subject = requestSubject(operation, scope);
    const match = subject && scope.mappingFor(subject, path);
    if (subject === undefined || match === undefined || !isTable(match.model)) return;
    if (writesRow(operation, subject, match.model)) yield* needlessNames(operation, subject, match, scope);
  },
  complete({ owner, ...fact }, { usage }): Fact | undefined {
    // In responses each row has it.
    return usage(owner).inResponse ? undefined : fact;
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield { section: first.value.section, value: needless(first.value) };
  },
});

interface Draft extends Fact {
  readonly owner: Schema;
}

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly uri: string;
  /** To the name in `required`. */
  readonly pointer: readonly string[];
  readonly named: string;
  readonly title: string;
  readonly stored: { readonly section: Section; readonly span: Span };
}

function* needlessNames(
  operation: Operation,
  subject: Schema,
  match: ModelMatch,
  scope: DatabaseScope,
): Iterable<Draft> {
  for (const property of propertiesOf(subject, scope)) {
    const { name, owner, schema: written } = property;
    const field = match.fieldFor(property);
    const items = itemsOf(findValue(owner.tree, 'required'));
    const at = items.findIndex((item) => item.kind === 'scalar' && item.value === name.value);
    const entry = items[at];
    if (field === undefined || entry === undefined || !hasPlainDefault(field, scope)) continue;
    if (scope.resolve(written)?.readOnly !== false) continue;
    const holder = subject.role === 'component' ? subject.name?.value : match.model.name.value;
    const pointer = [...pointerOf(owner.location), 'required', String(at)];
    yield {
      key: JSON.stringify([owner.section.uri, ...pointerOf(owner.location), name.value]),
      section: owner.section,
      span: entry.span,
      uri: owner.section.uri,
      pointer,
      named: `${holder}.${name.value}`,
      title: operationTitle(operation),
      stored: { section: field.section, span: field.name.span },
      owner,
    };
  }
}

/** A flag, a number or a value of an enum; what a call makes is another matter. */
function hasPlainDefault(field: PrismaField, scope: DatabaseScope): boolean {
  const value = defaultOf(field);
  return isColumn(field, scope) && value !== undefined && value.kind !== 'call';
}

function needless({ span, uri, pointer, named, title, stored }: Fact): Finding {
  return {
    span,
    message: `${title} requires \`${named}\`, for which the database has a default.`,
    fixes: [
      {
        title: `Do not require \`${named}\``,
        safety: 'review',
        changes: [{ kind: 'remove', uri, pointer, prune: true }],
      },
    ],
    related: [{ ...stored, message: 'The column has a default.' }],
  };
}
