import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Cause, type Finding, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, findNumber } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { columnLength } from '#rules/detectors/cross/column-length.ts';
import {
  columnName,
  type DescribedField,
  describedFields,
  describedName,
} from '#rules/detectors/cross/described-fields.ts';
import { isKeyColumn } from '#rules/detectors/cross/key-form.ts';
import { exceeds, isHashed, takesText } from '#rules/detectors/cross/sent-text.ts';
import { valueSchema } from '#rules/detectors/cross/value-schema.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (name: string): string => `openapi: 3.1.0
paths:
  /tags:
    post:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/NewTag'
      responses:
        '201':
          description: The tag.
components:
  schemas:
    NewTag:
      type: object
      required: [name]
      properties:
        name:
          type: string${name}
        colour:
          type: string
`;

const schema = `datasource db {
  provider = "postgresql"
}

model Tag {
  id     Int    @id @default(autoincrement())
  name   String @unique @db.VarChar(40)
  colour String
}
`;

export const lengthMatches = globalRule({
  id: 'cross/length-matches',
  summary: 'Accept no longer text than its column holds.',
  why: 'A text that the description allows and the column does not hold makes the insert fail, or is cut off: clients get a 500 where they should have got a 400.',
  item: contractMatchesDatabase,
  references: [
    prismaDocumentation('Native database types', 'reference/prisma-schema-reference#model-field-scalar-types'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'More characters than the column has',
      bad: { 'openapi.yaml': description('\n          «maxLength»: 100'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('\n          maxLength: 40'), 'schema.prisma': schema },
    },
    {
      title: 'Any number of characters',
      bad: {
        'openapi.yaml': description('').replace('        name:', '        «name»:'),
        'schema.prisma': schema,
      },
      good: { 'openapi.yaml': description('\n          maxLength: 40'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database', 'usage'],
  *gather(node, scope): Iterable<Draft> {
    for (const described of describedFields(node, scope)) {
      const draft = lengthDraft(described, scope);
      if (draft !== undefined) yield draft;
    }
  },
  complete({ owner, ...fact }, { usage }): Fact | undefined {
    return usage(owner).inRequest ? fact : undefined;
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield { section: first.value.section, value: tooLong(first.value) };
  },
});

interface Draft extends Fact {
  /** The schema that has the property. */
  readonly owner: Schema;
}

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  /** `NewTag.name` in the API, and the column. */
  readonly named: string;
  readonly column: string;
  readonly stored: { readonly section: Section; readonly span: Span };
  /** What the API allows; undefined for any length. */
  readonly allowed: number | undefined;
  readonly length: number;
  /** Where `maxLength` is to stand; undefined where it cannot be written. */
  readonly site: { readonly uri: string; readonly pointer: readonly string[] } | undefined;
}

function lengthDraft(described: DescribedField, scope: Scope): Draft | undefined {
  const { model, property, field } = described;
  const held = columnLength(field, providerOf(scope.roots('prisma.datasource')));
  const value = held && valueSchema(property.schema, scope);
  if (held === undefined || value === undefined || !takesText(value) || isHashed(field.name.value)) return undefined;
  const allowed = findNumber(value.tree, 'maxLength')?.value;
  if (!exceeds(allowed, held, value)) return undefined;
  // What a shared component says is said of more than this column.
  const isOwn = property.schema.kind === 'openapi.schema' && value.role !== 'component';
  if (allowed === undefined && (!isOwn || isKeyColumn(field, model))) return undefined;
  const { section, location, tree } = value;
  const entry = isOwn && allowed !== undefined ? findEntry(tree, 'maxLength') : undefined;
  return {
    key: JSON.stringify([section.uri, ...pointerOf(location), property.name.value]),
    section: entry === undefined ? property.owner.section : section,
    span: entry?.key.span ?? property.name.span,
    named: describedName(described),
    column: columnName(described),
    stored: { section: field.section, span: field.type.span },
    allowed,
    length: held.length,
    site: isOwn && isWrittenInPlace(value, 'type') ? { uri: section.uri, pointer: pointerOf(location) } : undefined,
    owner: property.owner,
  };
}

function tooLong({ span, named, column, stored, allowed, length, site }: Fact): Finding {
  const change =
    site &&
    ({
      kind: 'set',
      uri: site.uri,
      pointer: [...site.pointer, 'maxLength'],
      value: length,
      after: ['minLength', 'format', 'type'],
    } as const);
  const takes = allowed === undefined ? 'may be of any length' : `may have ${allowed} characters`;
  return {
    span,
    message: `\`${named}\` ${takes}, but its column holds ${length}.`,
    fixes:
      change === undefined
        ? []
        : [{ title: `Set \`maxLength: ${length}\` of \`${named}\``, safety: 'review', changes: [change] }],
    related: [{ ...stored, message: `${column} holds ${length} characters.` }],
    ...(allowed === undefined && { cause }),
  };
}

const cause: Cause = {
  key: 'missing',
  message: (count) => `${count} properties may be of any length, but their columns are not.`,
  fixTitle: (count) => `Set the \`maxLength\` of ${count} properties to the length of their columns`,
};
