import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { type DatabaseScope, type Finding, globalRule, type Keyed } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, findValue } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import {
  columnName,
  type DescribedField,
  describedFields,
  describedName,
} from '#rules/detectors/cross/described-fields.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (value: string): string => `openapi: 3.1.0
paths:
  /stories:
    post:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/NewStory'
      responses:
        '201':
          description: The story.
components:
  schemas:
    NewStory:
      type: object
      required: [title]
      properties:
        title:
          type: string
        public:
          type: boolean
          ${value}
`;

const schema = `model Story {
  id     Int     @id @default(autoincrement())
  title  String
  public Boolean @default(false)
}
`;

export const defaultMatches = globalRule({
  id: 'cross/default-matches',
  summary: 'Document the default that the database has.',
  why: 'A client that leaves a property out is told one value and gets another: what was said to be private is public. Nothing fails, and nobody looks.',
  item: contractMatchesDatabase,
  references: [prismaDocumentation('@default', 'reference/prisma-schema-reference#default')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Public in the API, private in the database',
      bad: { 'openapi.yaml': description('«default»: true'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('default: false'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database', 'usage'],
  *gather(node, scope): Iterable<Draft> {
    for (const described of describedFields(node, scope)) {
      const draft = draftOf(described, scope);
      if (draft !== undefined) yield draft;
    }
  },
  complete({ owner, ...fact }, { usage }): Fact | undefined {
    return usage(owner).inRequest ? fact : undefined;
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield { section: first.value.section, value: otherDefault(first.value) };
  },
});

interface Draft extends Fact {
  readonly owner: Schema;
}

type Literal = string | number | boolean;

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly named: string;
  readonly column: string;
  readonly documented: Literal;
  readonly stored: Literal;
  /** Keys to the default; undefined where it cannot be written. */
  readonly site: { readonly uri: string; readonly pointer: readonly string[] } | undefined;
  readonly place: { readonly section: Section; readonly span: Span };
}

function draftOf(described: DescribedField, scope: DatabaseScope): Draft | undefined {
  const { property, field } = described;
  // What a shared component says is said of more than this column.
  const value = property.schema.kind === 'openapi.schema' ? property.schema : undefined;
  if (value === undefined || value.role === 'component' || value.readOnly || field.isList) return undefined;
  const written = findValue(value.tree, 'default');
  const column = storedDefault(field, scope);
  if (written?.kind !== 'scalar' || column === undefined) return undefined;
  const { value: documented } = written;
  if (typeof documented !== typeof column.value || documented === null) return undefined;
  if (!isLiteral(documented) || isSame(documented, column.names)) return undefined;
  const { section, location, tree } = value;
  return {
    key: JSON.stringify([section.uri, ...pointerOf(location)]),
    section,
    span: findEntry(tree, 'default')?.key.span ?? value.anchor,
    named: describedName(described),
    column: columnName(described),
    documented,
    stored: spelledIn(value, column),
    site: isWrittenInPlace(value, 'default')
      ? { uri: section.uri, pointer: [...pointerOf(location), 'default'] }
      : undefined,
    place: { section: field.section, span: field.name.span },
    owner: property.owner,
  };
}

interface StoredDefault {
  readonly value: Literal;
  /** How an API may write it: by its name or by what the database calls it. */
  readonly names: readonly Literal[];
}

/** A flag, a number, a text or a value of an enum; what a call makes is another matter. */
function storedDefault(field: PrismaField, scope: DatabaseScope): StoredDefault | undefined {
  const value = defaultOf(field);
  const type = field.type.value;
  if (value?.kind === 'number') return alone(Number(value.value));
  if (value?.kind === 'string' && type === 'String') return alone(value.value);
  if (value?.kind !== 'path') return undefined;
  if (type === 'Boolean') return alone(value.value === 'true');
  const named = enumOf(field, scope)?.values.find(({ name }) => name.value === value.value);
  return named && { value: named.name.value, names: [named.name.value, named.mapped ?? named.name.value] };
}

function alone(value: Literal): StoredDefault {
  return { value, names: [value] };
}

function isLiteral(value: unknown): value is Literal {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isSame(documented: Literal, names: readonly Literal[]): boolean {
  return names.some((name) => name === documented || foldedText(name) === foldedText(documented));
}

function foldedText(value: Literal): string {
  return typeof value === 'string' ? foldedName(value) || value : String(value);
}

/** The database's value as the API lists it. */
function spelledIn({ enum: values }: Schema, { value, names }: StoredDefault): Literal {
  const listed = values?.flatMap((each) => (isLiteral(each.value) ? [each.value] : [])) ?? [];
  return listed.find((one) => isSame(one, names)) ?? value;
}

function otherDefault({ span, named, column, documented, stored, site, place }: Fact): Finding {
  return {
    span,
    message: `\`${named}\` is \`${documented}\` by default in the API, and \`${stored}\` in the database.`,
    fixes:
      site === undefined
        ? []
        : [
            {
              title: `Document \`${stored}\` as the default of \`${named}\``,
              safety: 'review',
              changes: [{ kind: 'set', ...site, value: stored }],
            },
          ],
    related: [{ ...place, message: `${column} is \`${stored}\` by default.` }],
  };
}
