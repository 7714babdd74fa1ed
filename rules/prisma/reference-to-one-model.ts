import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { isForeignId } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { keepsIdsOfGone } from '#rules/detectors/prisma/log-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { foreignSystems } from '#rules/words/foreign-systems.ts';
import { anythingWords, ownAdjectives } from '#rules/words/polymorphic.ts';
import { shortLivedWords } from '#rules/words/short-lived.ts';

export const referenceToOneModel = localRule({
  id: 'prisma/reference-to-one-model',
  summary: 'Let a column lead to one model, so that a foreign key can guard it.',
  why:
    'Where a second column says which table is meant, no foreign key can be declared: rows lead to what is gone, nothing cascades, no join and no `include` follows them. ' +
    'A nullable foreign key for each model, of which exactly one is set, or a table for each, can be guarded.',
  item: foreignKeys,
  references: [
    prismaDocumentation('Relations', 'prisma-schema/data-model/relations'),
    postgresql('Foreign Keys', 'ddl-constraints.html#DDL-CONSTRAINTS-FK'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A comment on anything',
      bad: `model Comment {
  id              Int    @id @default(autoincrement())
  text            String
  commentableType String
  «commentableId»   Int

  @@index([commentableType, commentableId])
}
`,
      good: `model Comment {
  id      Int    @id @default(autoincrement())
  text    String
  postId  Int?
  photoId Int?

  @@index([postId])
  @@index([photoId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || keepsIdsOfGone(model) || providerOf(scope.roots('prisma.datasource')) === 'mongodb') return;
    const words = wordsOf(model.name.value);
    if (words.some((word) => shortLivedWords.has(word) || foreignSystems.includes(word))) return;
    const related = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
    for (const field of model.fields) {
      const stem = stemOf(field);
      const kind = stem === undefined || related.has(field.name.value) ? undefined : kindOf(stem, model, scope);
      if (kind === undefined || isForeignId(field, scope)) continue;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` leads to whatever \`${kind.name.value}\` names: no foreign key can guard it. Give each model a column of its own.`,
        related: [{ section: model.section, span: kind.name.span, message: 'It says which model is meant.' }],
        cause: {
          key: 'open',
          message: (count) =>
            `${count} columns lead to whatever model another column names: no foreign key can guard them.`,
        },
      };
    }
  },
});

/** `commentable` of `commentableId`; undefined for other columns. */
function stemOf({ name, type, isList }: PrismaField): string | undefined {
  const words = wordsOf(name.value);
  const isId = words.length > 1 && ['id', 'uuid', 'pk'].includes(words.at(-1) ?? '') && !isList;
  const noun = words.at(-2) ?? '';
  const isAnything = anythingWords.has(noun) || (/able$/.test(noun) && !ownAdjectives.has(noun));
  return isId && isAnything && ['String', 'Int', 'BigInt'].includes(type.value)
    ? words.slice(0, -1).join('')
    : undefined;
}

/** The column beside it that says which model is meant: a text or an enum. */
function kindOf(stem: string, model: PrismaModel, scope: Scope): PrismaField | undefined {
  return model.fields.find(
    (field) =>
      ['type', 'kind', 'model', 'table', 'class'].some((word) => foldedName(field.name.value) === stem + word) &&
      !field.isList &&
      (field.type.value === 'String' || enumOf(field, scope) !== undefined),
  );
}
