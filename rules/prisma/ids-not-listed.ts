import { fieldOf, nativeTypeOf } from '#core/prisma/field.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { isForeignId, refusesForeignKeys } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { canHoldId, isSameSchema } from '#rules/detectors/prisma/holds-id.ts';
import { isIdOfElsewhere } from '#rules/detectors/prisma/id-of-elsewhere.ts';
import { keepsIdsOfGone } from '#rules/detectors/prisma/log-model.ts';
import { modelLike } from '#rules/detectors/prisma/model-named.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { actorNouns, elsewhereWords, groupNouns, roleWords } from '#rules/words/role-words.ts';
import { shortLivedWords } from '#rules/words/short-lived.ts';

export const idsNotListed = localRule({
  id: 'prisma/ids-not-listed',
  summary: 'Keep which rows belong together in a join table, not in a list of ids.',
  why:
    'No foreign key guards the elements of a list: ids of deleted rows stay in it, the same id stands twice, two requests that add one overwrite each other, ' +
    'and nobody finds from the other side who lists a row without reading the whole table.',
  item: foreignKeys,
  references: [
    prismaDocumentation('Many-to-many relations', 'prisma-schema/data-model/relations/many-to-many-relations'),
    postgresql('Arrays', 'arrays.html'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'The members of a team',
      bad: `datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id @default(autoincrement())
  email String @unique
}

model Team {
  id        Int    @id @default(autoincrement())
  name      String
  «userIds» Int[]
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id @default(autoincrement())
  email String @unique
  teams Team[]
}

model Team {
  id    Int    @id @default(autoincrement())
  name  String
  users User[]
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!model.fields.some(isListOfIds) || !isTable(model) || keepsIdsOfGone(model) || refusesForeignKeys(model))
      return;
    if (providerOf(scope.roots('prisma.datasource')) === 'mongodb') return;
    if (wordsOf(model.name.value).some((word) => shortLivedWords.has(word))) return;
    for (const field of model.fields) {
      const target = isListOfIds(field) ? listedModel(field, model, scope) : undefined;
      if (target === undefined || isChoice(field)) continue;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` lists ids of ${target.name.value}, and no foreign key guards them. Join the two models by a relation.`,
        related: [{ section: target.section, span: target.name.span, message: 'The model whose ids it lists.' }],
        cause: {
          key: 'listed',
          message: (count) => `${count} lists hold ids of other models, and no foreign key guards them.`,
        },
      };
    }
  },
});

/** True where a comment says what an empty list means: it chooses among rows, and joins none. */
function isChoice({ section: { text }, span }: PrismaField): boolean {
  return /\bempty\b/i.test(`${commentsAbove(text, span)}\n${commentBehind(text, span)}`);
}

function isListOfIds({ isList, type }: PrismaField): boolean {
  return isList && idTypes.has(type.value);
}

const idTypes: ReadonlySet<string> = new Set(['String', 'Int', 'BigInt']);

/** The model whose ids a list holds, by its name and type: `user_ids`. */
function listedModel(field: PrismaField, model: PrismaModel, scope: Scope): PrismaModel | undefined {
  const stem = stemOf(field);
  if (stem.length === 0 || stem.some((word) => elsewhereWords.has(word)) || isForeignId(field, scope)) return undefined;
  const role = stem.findIndex((word) => !roleWords.has(word));
  const isPeople = stem.length === 1 && (actorNouns.has(stem[0] ?? '') || groupNouns.has(stem[0] ?? ''));
  const rest = role > 0 ? stem.slice(role) : isPeople ? ['user'] : stem;
  const target = modelLike(stem, model, scope) ?? modelLike(rest, model, scope);
  if (target === undefined || target === model || !isTable(target) || !isSameSchema(model, target)) return undefined;
  return mayHoldIds(field, target) && !isIdOfElsewhere(field, model, target, scope) ? target : undefined;
}

/** In a list of plain texts ids of any native type may be. */
function mayHoldIds(field: PrismaField, target: PrismaModel): boolean {
  if (canHoldId(field, target)) return true;
  const key = primaryKeyOf(target)?.fields;
  const id = key?.length === 1 ? fieldOf(target, key[0]?.value ?? '') : undefined;
  return field.type.value === 'String' && nativeTypeOf(field) === undefined && id?.type.value === 'String';
}

/** The words before `ids`, the last one in the singular; none for any other column. */
function stemOf({ name }: PrismaField): readonly string[] {
  const words = wordsOf(name.value);
  const last = words.at(-1) ?? '';
  const isJoined = last.length > 6 && last.endsWith('ids');
  const stem =
    last === 'ids' || last === 'uuids'
      ? words.slice(0, -1)
      : isJoined
        ? [...words.slice(0, -1), last.slice(0, -3)]
        : [];
  return [...stem.slice(0, -1), ...stem.slice(-1).map(singularOf)];
}
