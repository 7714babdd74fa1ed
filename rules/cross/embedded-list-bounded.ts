import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import { combinedSchemas, type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { type DatabaseScope, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName, toCamelCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findNumber } from '#core/tree/tree.ts';
import { pagination } from '#rules/checklist.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { listedItems } from '#rules/detectors/cross/listed-items.ts';
import { pagingOf } from '#rules/detectors/openapi/paging.ts';
import { isAppendOnly } from '#rules/detectors/prisma/append-only-model.ts';
import { isNamedPart } from '#rules/detectors/prisma/part-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, owasp } from '#rules/sources.ts';
import { actNouns, expandNames } from '#rules/words/embedding.ts';
import { activityNouns, stockNouns, tenantNouns } from '#rules/words/growing-nouns.ts';

/** A list whose items hold all rows of another table that belong to them. */
interface EmbeddedList extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly title: string;
  readonly property: string;
  /** `Post` */
  readonly child: string;
  readonly stored: { readonly section: Section; readonly span: Span };
}

const description = (posts: string): string => `openapi: 3.1.0
paths:
  /users:
    get:
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        '200':
          description: Users.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/User' } }
components:
  schemas:
    User:
      type: object
      properties:
        id: { type: integer }
        name: { type: string }
        ${posts}
    Post:
      type: object
      properties:
        id: { type: integer }
        title: { type: string }
`;

const schema = `model User {
  id    Int    @id @default(autoincrement())
  name  String
  posts Post[]
}

model Post {
  id       Int    @id @default(autoincrement())
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId Int

  @@index([authorId])
}
`;

export const embeddedListBounded = globalRule({
  id: 'cross/embedded-list-bounded',
  summary: 'Bound the lists of other rows that items of a list hold.',
  why: 'A page of fifty users that holds all posts of each has no size that anybody can tell: one user with a hundred thousand posts, and the request takes all memory. Page the list of the list, or let the item say how many there are and where they are found.',
  item: pagination,
  references: [aip(158), owasp(4)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'All posts of every user',
      bad: {
        'openapi.yaml': description(`«posts»: { type: array, items: { $ref: '#/components/schemas/Post' } }`),
        'schema.prisma': schema,
      },
      good: {
        'openapi.yaml': description(
          `latestPosts: { type: array, maxItems: 3, items: { $ref: '#/components/schemas/Post' } }`,
        ),
        'schema.prisma': schema,
      },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *gather(operation, scope): Iterable<EmbeddedList> {
    const items = operation.origin === 'path' ? listedItems(operation, scope) : undefined;
    const model = items && scope.modelFor(items, operation.path);
    if (items === undefined || model === undefined || isExpanding(operation, scope)) return;
    for (const property of propertiesOf(items, scope)) {
      const field = endlessRelation(property, model, operation, scope);
      if (field === undefined) continue;
      yield {
        key: `${model.name.value}.${field.name.value}`,
        section: property.owner.section,
        span: property.name.span,
        title: operationTitle(operation),
        property: property.name.value,
        child: field.type.value,
        stored: { section: field.section, span: field.name.span },
      };
    }
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { section, span, title, property, child, stored } = first.value;
    yield {
      section,
      value: {
        span,
        message: `${title} returns all “${property}” of each item, and nothing bounds how many ${child} rows that are. Page them on a path of their own, or set \`maxItems\`.`,
        related: [{ ...stored, message: 'Any number of rows belong to one.' }],
      },
    };
  },
});

/** Who asks for them with a parameter (`?include=posts`) gets them then only. */
function isExpanding(operation: Operation, scope: Scope): boolean {
  return effectiveParameters(operation, scope).some(({ name }) => expandNames.has(foldedName(name?.value ?? '')));
}

/** The relation a property holds all rows of, where they are ever more. */
function endlessRelation(
  property: OwnedProperty,
  model: PrismaModel,
  operation: Operation,
  scope: DatabaseScope,
): PrismaField | undefined {
  const parts = combinedSchemas(property.schema, scope);
  if (!parts.some(({ types }) => types.includes('array')) || parts.some((part) => isBounded(part, scope)))
    return undefined;
  const field = fieldFor(model, property.name.value);
  const child = field?.isList === true ? modelOf(field, scope) : undefined;
  if (child === undefined || !isTable(child) || isOver(model)) return undefined;
  return grows(child, model) || isPagedElsewhere(child, property.name.value, operation, scope) ? field : undefined;
}

/** True where the API pages the same rows as a list of their own: `/books` beside `/authors`, `/authors/{id}/books` below. */
function isPagedElsewhere(child: PrismaModel, property: string, { path }: Operation, scope: Scope): boolean {
  if (isNamedPart(child)) return false;
  const own = path.replace(/\/$/, '');
  const words = wordsOf(child.name.value);
  const plural = [...words.slice(0, -1), pluralOf(words.at(-1) ?? '')];
  const beside = [plural.join('-'), plural.join('_'), toCamelCase(plural.join('_'))];
  const lists = [...beside.map((name) => own.replace(/[^/]*$/, name)), `${own}/{}/${property}`];
  return [...new Set(lists)].some((list) => {
    const pathItem = scope.find('openapi.path-item', erasedTemplate(list));
    const read = pathItem?.operations.find(({ method }) => method === 'get');
    const { limit, cursor, offset } = read === undefined ? noPaging : pagingOf(read, scope);
    return (limit ?? cursor ?? offset) !== undefined;
  });
}

const noPaging = { limit: undefined, cursor: undefined, offset: undefined };

/** A list of objects without end: ids are small, and what says how many is bounded. */
function isBounded(schema: Schema, scope: Scope): boolean {
  const items = scope.resolve(schema.items);
  const isOfObjects = items !== undefined && propertiesOf(items, scope).length > 0;
  const hasLimit = findNumber(schema.tree, 'maxItems') !== undefined;
  return !isOfObjects || hasLimit || limitWords.test(schema.description?.value ?? '');
}

const limitWords =
  /\b(?:latest|last|first|recent|newest|top|up to|at most|max\w*|limited|preview|sample|only (?:when|if|with)|when (?:expanded|requested|included)|omitted|current|active|open)\b/i;

/** What is over once it is done has few of anything. */
function isOver({ name }: PrismaModel): boolean {
  return actNouns.has(singularOf(wordsOf(name.value).at(-1) ?? ''));
}

/** What goes on for as long as its owner is there; whoever owns everything has ever more of all. */
function grows(child: PrismaModel, owner: PrismaModel): boolean {
  const noun = singularOf(wordsOf(child.name.value).at(-1) ?? '');
  const own = singularOf(wordsOf(owner.name.value).at(-1) ?? '');
  if (tenantNouns.has(own) && (stockNouns.has(noun) || noun === 'user')) return true;
  return activityNouns.has(noun) || isAppendOnly(child);
}
