import { insertFieldAttributeEdit } from '#core/prisma/edit.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { rowKeys } from '#rules/checklist.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { isMirror } from '#rules/detectors/prisma/mirror-model.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addUnique } from '#rules/fixes/prisma/add-unique.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { foreignSystems } from '#rules/words/foreign-systems.ts';
import { repeatingModelWords, uniqueColumns } from '#rules/words/unique-columns.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const naturalKeyUnique = localRule({
  id: 'prisma/natural-key-unique',
  summary: 'Declare unique what tells rows apart.',
  why: 'Code looks up users by email and pages by slug, and takes the first row it gets. A check before the insert does not keep two out that arrive at the same time; only the database does.',
  item: rowKeys,
  references: [
    postgresql('Unique Constraints', 'ddl-constraints.html#DDL-CONSTRAINTS-UNIQUE-CONSTRAINTS'),
    prismaDocumentation('Defining a unique field', 'prisma-schema/data-model/models#defining-a-unique-field'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Two users may have one email',
      bad: `model User {
  id    Int    @id @default(autoincrement())
  «email» String
  name  String
}
`,
      good: `model User {
  id    Int    @id @default(autoincrement())
  email String @unique
  name  String
}
`,
    },
    {
      title: 'A slug within what it belongs to',
      bad: `model Blog {
  id    Int    @id
  posts Post[]
}

model Post {
  id     Int    @id
  blog   Blog   @relation(fields: [blogId], references: [id])
  blogId Int
  «slug»   String
  text   String
}
`,
      good: `model Blog {
  id    Int    @id
  posts Post[]
}

model Post {
  id     Int    @id
  blog   Blog   @relation(fields: [blogId], references: [id])
  blogId Int
  slug   String
  text   String

  @@unique([blogId, slug])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || isLogModel(model) || isMirror(model) || isRepeating(model)) return;
    for (const field of model.fields) {
      if (!isKeyColumn(field, model) || isInKey(field, model) || isSaid(field)) continue;
      if (isKnownElsewhere(field, model)) continue;
      const fix = uniqueFix(field, model, scope);
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` is not unique: two rows may have the same.`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

function isRepeating({ name, fields }: PrismaModel): boolean {
  if (wordsOf(name.value).some((word) => repeatingModelWords.has(singularOf(word)) || repeatingModelWords.has(word)))
    return true;
  return fields.some((field) => versionColumns.has(foldedName(field.name.value)));
}

const versionColumns: ReadonlySet<string> = new Set([
  'version',
  'revision',
  'versionnumber',
  'locale',
  'language',
  'lang',
]);

function isKeyColumn(field: PrismaField, model: PrismaModel): boolean {
  const { name, type, isList } = field;
  if (type.value !== 'String' || isList) return false;
  const models = uniqueColumns.get(foldedName(name.value));
  if (models === undefined) return isOwnIdElsewhere(field, model);
  const last = singularOf(wordsOf(model.name.value).at(-1) ?? '');
  return models.has('*') || models.has(last) || models.has(singularOf(foldedName(model.name.value)));
}

/**
 * `stripeSubscriptionId` of a Subscription: what the other system calls this very row. No row is without it, or an index says
 * that rows are looked up by it.
 */
function isOwnIdElsewhere({ name, isOptional }: PrismaField, model: PrismaModel): boolean {
  const [system = '', ...rest] = wordsOf(name.value);
  if (rest.length < 2 || rest.at(-1) !== 'id' || !foreignSystems.includes(system)) return false;
  const isFound = indexesOf(model).some(
    ({ fields: [first, ...more] }) => more.length === 0 && first?.value === name.value,
  );
  if (isOptional && !isFound) return false;
  return foldedName(rest.slice(0, -1).join('')) === singularOf(foldedName(model.name.value));
}

/** In any key at all: somebody thought of what tells rows apart. */
function isInKey(field: PrismaField, model: PrismaModel): boolean {
  return indexesOf(model).some(
    ({ kind, fields }) =>
      (kind === 'id' || kind === 'unique') && fields.some(({ value }) => value === field.name.value),
  );
}

/** True where another system knows who somebody is: an email may be missing then, and come again. */
function isKnownElsewhere({ isOptional }: PrismaField, model: PrismaModel): boolean {
  const keys = indexesOf(model).filter(({ kind }) => kind === 'unique' || kind === 'id');
  const names = isOptional
    ? model.fields.map(({ name }) => name.value)
    : keys.flatMap(({ fields }) => fields.map(({ value }) => value));
  return names.some((name) => wordsOf(name).some((word) => identityWords.has(word)));
}

const identityWords: ReadonlySet<string> = wordSet(
  'auth0 clerk firebase supabase cognito keycloak workos okta sub subject provider external idir oauth openid sso azure google github wallet',
);

/** A comment that speaks of it. */
function isSaid({ section: { text }, span, documentation }: PrismaField): boolean {
  const line = text.slice(
    text.lastIndexOf('\n', span.start - 1) + 1,
    (text.indexOf('\n', span.end) + 1 || text.length + 1) - 1,
  );
  const before = text.slice(text.lastIndexOf('\n', text.lastIndexOf('\n', span.start - 1) - 1) + 1, span.start);
  const above = /^\s*\/\//.test(before) ? before : '';
  return /unique|duplicat|same|shared|repeat|several|partial|citext|lower\(/i.test(
    `${documentation} ${/\/\/.*/.exec(line)?.[0] ?? ''} ${above}`,
  );
}

/** A slug is one within its only parent, anything else within its tenant. */
function uniqueFix(field: PrismaField, model: PrismaModel, scope: Scope): Fix | undefined {
  if (deletionTimeOf(model) ?? deletionFlagOf(model)) return undefined;
  if (/text$/i.test(nativeTypeOf(field)?.name ?? '') || model.section.dialect === 'prisma8') return undefined;
  const { value: name } = field.name;
  if (model.fields.some((one) => one.isOptional && isTenantKey(one.name.value))) return undefined;
  const parents = foreignKeysOf(model).filter(isParent);
  const tenant = parents.find(({ fields }) => isTenantKey(fields[0]?.value ?? ''));
  const parent = tenant ?? (foldedName(name) === 'slug' && parents.length === 1 ? parents[0] : undefined);
  const column = parent?.fields[0]?.value ?? model.fields.find((one) => isTenantKey(one.name.value))?.name.value;
  const isIndexed = indexesOf(model).some(({ kind, fields }) => kind === 'index' && fields[0]?.value === name);
  if (column !== undefined || isIndexed)
    return addUnique(model, column === undefined ? [name] : [column, name], siblingModels(model, scope));
  return prismaFix(
    `Add \`@unique\` to \`${model.name.value}.${name}\` (the migration fails while a value is there twice)`,
    'review',
    model.section,
    insertFieldAttributeEdit(field, '@unique'),
  );
}

/** A required foreign key that says where a row belongs, not who made it. */
function isParent({ fields, field }: ForeignKey): boolean {
  const words = fields.flatMap(({ value }) => wordsOf(value));
  return (
    fields.length === 1 &&
    !field.isOptional &&
    !words.some((word) => /^(?:by|author|creator|user|owner|editor)$/.test(word))
  );
}

function isTenantKey(name: string): boolean {
  return /^(?:tenant|org|organi[sz]ation|workspace|team|account|company|shop|store|site)(?:id|uuid)$/.test(
    foldedName(name),
  );
}
