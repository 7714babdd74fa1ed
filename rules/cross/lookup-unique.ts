import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { segmentsOf, wholeExpression } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type DatabaseScope, globalRule, type Keyed } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { rowKeys } from '#rules/checklist.ts';
import { unwrapped } from '#rules/detectors/cross/body-subject.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { listParents } from '#rules/detectors/cross/list-parents.ts';
import { isTenantName } from '#rules/detectors/cross/tenant-column.ts';
import { successBody } from '#rules/detectors/openapi/collection.ts';
import { pagingOf } from '#rules/detectors/openapi/paging.ts';
import { isAppendOnly } from '#rules/detectors/prisma/append-only-model.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { lookupKeyEdits, type PrismaEdits } from '#rules/fixes/prisma/lookup-key.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (name: string): string => `openapi: 3.1.0
paths:
  /users/{username}:
    get:
      parameters:
        - { ${name}, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The user.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/User' }
components:
  schemas:
    User:
      type: object
      properties:
        username: { type: string }
        displayName: { type: string }
`;

const users = (tenant: string, unique: string, key: string): string => `model User {
  id          Int    @id @default(autoincrement())
${tenant}  username    String${unique}
  displayName String
${key}}
`;

export const lookupUnique = globalRule({
  id: 'cross/lookup-unique',
  summary: 'Make the columns unique by which paths look up one row.',
  why: 'A path stands for one thing. Where two rows have the value in it, the API answers with either of them, and whoever changes or deletes it changes the wrong one. Looking first and then inserting lets two requests at the same time through; only a unique key does not.',
  item: rowKeys,
  references: [prismaDocumentation('@unique', 'reference/prisma-schema-reference#unique')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A user by a name that two may have',
      bad: { 'openapi.yaml': description('name: «username»'), 'schema.prisma': users('', '', '') },
      good: { 'openapi.yaml': description('name: username'), 'schema.prisma': users('', ' @unique', '') },
    },
    {
      title: 'Names are given out by each tenant',
      bad: {
        'openapi.yaml': description('name: «username»'),
        'schema.prisma': users('  tenantId    String\n', '', ''),
      },
      good: {
        'openapi.yaml': description('name: username'),
        'schema.prisma': users('  tenantId    String\n', '', '\n  @@unique([tenantId, username])\n'),
      },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *gather(operation, scope): Iterable<Lookup> {
    const looked = lookedUp(operation, scope);
    if (looked === undefined) return;
    const { parameter, model, field } = looked;
    yield {
      key: `${model.name.value}.${field.name.value}`,
      section: parameter.section,
      span: parameter.name?.span ?? parameter.anchor,
      title: operationTitle(operation),
      stored: { section: model.section, span: field.name.span },
      unique: lookupKeyEdits(field, ownersIn(operation, field, model), model, scope),
    };
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { key, section, span, title, stored, unique } = first.value;
    yield {
      section,
      value: {
        span,
        message: `${title} looks up one row by \`${key}\`, which is not unique.`,
        fixes: unique === undefined ? [] : [prismaFix(unique.title, 'review', stored.section, ...unique.edits)],
        related: [{ ...stored, message: 'Two rows may have the same value.' }],
      },
    };
  },
});

/** The field by which a GET of one item finds it, where no key tells its rows apart. */
function lookedUp(operation: Operation, scope: DatabaseScope) {
  const name = itemParameter(operation);
  const body = name === undefined ? undefined : successBody(operation, scope);
  if (name === undefined || body === undefined || body.types.includes('array')) return undefined;
  const { limit, cursor, offset } = pagingOf(operation, scope);
  if ((limit ?? cursor ?? offset) !== undefined) return undefined;
  const model = scope.modelFor(unwrapped(body, scope), operation.path) ?? oneOf(operation.path, scope);
  const isOne = model !== undefined && isTable(model) && !isLogModel(model) && !isAppendOnly(model);
  const field = isOne ? fieldNamed(name, model) : undefined;
  if (model === undefined || field === undefined || isToldApart(field, model)) return undefined;
  const parameters = effectiveParameters(operation, scope);
  const parameter = parameters.find((one) => one.in?.value === 'path' && one.name?.value === name);
  return parameter && { parameter, model, field };
}

/** What other bodies of the path tell of the row it names. */
function oneOf(path: string, scope: DatabaseScope): PrismaModel | undefined {
  const match = scope.modelOfPath(path);
  return match?.names === 'one' ? match.model : undefined;
}

/** The parameter a GET's path ends in. */
function itemParameter({ method, origin, path }: Operation): string | undefined {
  const last = method === 'get' && origin === 'path' ? segmentsOf(path).at(-1) : undefined;
  return last === undefined ? undefined : wholeExpression(last)?.names[0]?.value;
}

/** `username`, or `slug` for `{articleSlug}` of an Article: a column whose values can tell rows apart, and no foreign key. */
function fieldNamed(name: string, model: PrismaModel): PrismaField | undefined {
  const own = wordsOf(model.name.value);
  const words = wordsOf(name);
  const isPrefixed = own.length < words.length && own.every((word, at) => word === words[at]);
  const field = fieldFor(model, name) ?? (isPrefixed ? fieldFor(model, words.slice(own.length).join('')) : undefined);
  const isForeign = foreignKeysOf(model).some(({ fields }) => fields.some(({ value }) => value === field?.name.value));
  return field !== undefined && keyTypes.has(field.type.value) && !field.isList && !isForeign ? field : undefined;
}

const keyTypes: ReadonlySet<string> = new Set(['String', 'Int', 'BigInt']);

/** True with any key over the column, and where a comment speaks of one: the database may have what Prisma cannot say. */
function isToldApart(field: PrismaField, model: PrismaModel): boolean {
  const name = field.name.value;
  const keys = indexesOf(model).filter(({ kind }) => kind === 'id' || kind === 'unique');
  const isInKey = keys.some(({ fields }) => fields.some(({ value }) => value === name));
  return isInKey || commentsSay(model.section.text, /\buniq/i) || /\buniq/i.test(field.documentation);
}

/** What the path names before it, else the tenant. */
function ownersIn({ path }: Operation, field: PrismaField, model: PrismaModel): readonly string[] {
  const above = segmentsOf(path).slice(0, -1).join('/');
  const parents = listParents(above, model).flatMap(({ column }) => column ?? []);
  const owners = parents.length > 0 ? parents : model.fields.filter(isTenant).map(({ name }) => name.value);
  return [...new Set(owners)].filter((name) => name !== field.name.value);
}

function isTenant({ name, isOptional, isList }: PrismaField): boolean {
  return isTenantName(name.value) && !isOptional && !isList;
}

/** A path that looks up one row by a column that several may share. */
interface Lookup extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly title: string;
  readonly stored: { readonly section: PrismaSection; readonly span: Span };
  readonly unique: PrismaEdits | undefined;
}
