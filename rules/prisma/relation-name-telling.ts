import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { leadsToItself, modelOf, targetId } from '#core/prisma/named-block.ts';
import { relationFields, relationOf } from '#core/prisma/relation.ts';
import { type Change, type Fix, localRule, type Scope } from '#core/rule.ts';
import { toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import type { Located } from '#core/text/span.ts';
import { databaseNames } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const relationNameTelling = localRule({
  id: 'prisma/relation-name-telling',
  summary: 'Name a relation after what it means.',
  why: 'The name is all that ties the two sides of a relation together. With `rel1` and `rel2` nobody sees whether `sent` is the other side of `sender` or of `recipient`, and a swapped pair is as valid as the right one.',
  item: databaseNames,
  references: [
    prismaDocumentation('Disambiguating relations', 'prisma-schema/data-model/relations#disambiguating-relations'),
  ],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'Two relations that are numbered',
      bad: `model User {
  id       Int       @id
  sent     Message[] @relation("rel1")
  received Message[] @relation("rel2")
}

model Message {
  id          Int  @id
  sender      User @relation(«"rel1"», fields: [senderId], references: [id])
  senderId    Int
  recipient   User @relation(«"rel2"», fields: [recipientId], references: [id])
  recipientId Int

  @@index([senderId])
  @@index([recipientId])
}
`,
      good: `model User {
  id       Int       @id
  sent     Message[] @relation("MessageSender")
  received Message[] @relation("MessageRecipient")
}

model Message {
  id          Int  @id
  sender      User @relation("MessageSender", fields: [senderId], references: [id])
  senderId    Int
  recipient   User @relation("MessageRecipient", fields: [recipientId], references: [id])
  recipientId Int

  @@index([senderId])
  @@index([recipientId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model)) return;
    const named = model.fields.flatMap((field) => {
      const name = relationOf(field)?.name;
      return name === undefined ? [] : [{ field, name }];
    });
    const names = new Set(named.map(({ name }) => name.value));
    for (const { field, name } of named) {
      if (!isToldHere(field, name.value, model, scope) || !saysNothing(name.value, names)) continue;
      if (isNumberedAsField(name.value, field)) continue;
      const fix = renaming(field, name, model, scope);
      yield {
        span: name.span,
        message:
          `The name of the relation of \`${model.name.value}.${field.name.value}\`, “${name.value}”, says nothing.` +
          (fix === undefined ? ' Call it after what it means.' : ''),
        ...(fix && { fixes: [fix] }),
        cause: {
          key: 'names',
          message: (count) => `${count} relations have names that say nothing.`,
          fixTitle: (count) => `Call ${count} relations after the fields that hold their keys (in the schema alone)`,
        },
      };
    }
  },
});

/** A relation is told of once: where its key is, or, of two lists, in the model that comes first. */
function isToldHere(field: PrismaField, name: string, model: PrismaModel, scope: Scope): boolean {
  if (holdsKey(field)) return true;
  if (!field.isList) return false;
  if (!leadsToItself(field, model)) return blockId(model) < targetId(field, scope) && isManyToMany(field);
  const alike = relationFields(model, model, name, scope);
  return alike[0] === field && !alike.some(holdsKey);
}

/** Without its other side in sight, a list of another model has its key there more often than not. */
function isManyToMany(field: PrismaField): boolean {
  return (relationOf(field)?.references.length ?? 0) > 0;
}

function holdsKey(field: PrismaField): boolean {
  return (relationOf(field)?.fields.length ?? 0) > 0;
}

/** Words that stand for any relation, and numbers; or a name that only its number tells from another. */
function saysNothing(name: string, others: ReadonlySet<string>): boolean {
  if (isEmpty(name)) return true;
  const stem = numbered.exec(name)?.[1];
  return stem !== undefined && [...others].some((other) => other !== name && numbered.exec(other)?.[1] === stem);
}

function isEmpty(name: string): boolean {
  const letters = name.replace(/\d+/g, ' ').trim();
  const words = letters === '' ? [] : wordsOf(letters);
  return words.every((word) => word.length === 1 || emptyWords.has(word));
}

/** “Player1” of `player1`: the name says which of the two columns it is. */
function isNumberedAsField(name: string, field: PrismaField): boolean {
  const own = numberBehind.exec(field.name.value)?.[1];
  return own !== undefined && own === numberBehind.exec(name)?.[1] && !isEmpty(name);
}

const emptyWords = wordSet(
  'relation relations relationship rel rels fk ref refs link name foo bar baz test temp tmp my x',
);
const numberBehind = /(\d{1,3})$/;
const numbered = /^(.*[^\d_-])[_-]?\d{1,3}$/;

/** Both sides are renamed; of a table between two lists that would be its name. */
function renaming(
  field: PrismaField,
  { value, span }: Located<string>,
  model: PrismaModel,
  scope: Scope,
): Fix | undefined {
  const target = modelOf(field, scope);
  if (target === undefined || !holdsKey(field)) return undefined;
  const back = relationFields(target, model, value, scope).filter((other) => other !== field);
  const [other] = back;
  const otherName = other && relationOf(other)?.name;
  if (otherName === undefined || back.length !== 1) return undefined;
  // A name that only a number tells from others would say no more.
  if (numbered.test(field.name.value)) return undefined;
  const words = `${model.name.value}_${field.name.value}`;
  const name = /^[a-z]/.test(model.name.value) ? toSnakeCase(words) : toPascalCase(words);
  const edit = (at: Located<string>) => ({ span: at.span, newText: JSON.stringify(name) });
  const changes: readonly [Change, ...Change[]] =
    target.section === model.section
      ? [{ kind: 'text', section: model.section, edits: [edit({ value, span }), edit(otherName)] }]
      : [
          { kind: 'text', section: model.section, edits: [edit({ value, span })] },
          { kind: 'text', section: target.section, edits: [edit(otherName)] },
        ];
  return {
    title: `Call the relation of \`${model.name.value}.${field.name.value}\` “${name}” on both sides (in the schema alone)`,
    safety: 'review',
    changes,
  };
}
