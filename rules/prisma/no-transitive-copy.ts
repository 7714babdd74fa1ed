import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { normalisation } from '#rules/checklist.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { undeclaredTarget } from '#rules/detectors/prisma/undeclared-target.ts';
import { copiedColumnWords, frozenDocumentWords } from '#rules/words/copied-columns.ts';

export const noTransitiveCopy = localRule({
  id: 'prisma/no-transitive-copy',
  summary: 'Keep what belongs to another row there, not in each row that refers to it.',
  why:
    'A customer’s name in each of their tickets is as many copies as there are tickets: the day it changes, some of them are missed, and two rows tell two names of one customer (third ' +
    'normal form). A join reads it from where it is kept.',
  item: normalisation,
  references: [
    {
      title: 'E. F. Codd, Further Normalization of the Data Base Relational Model (1971)',
      url: 'https://forum.thethirdmanifesto.com/wp-content/uploads/asgarosforum/987737/00-efc-further-normalization.pdf',
    },
  ],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'A name that is known by the foreign key',
      bad: `model Customer {
  id      Int      @id @default(autoincrement())
  name    String
  tickets Ticket[]
}

model Ticket {
  id           Int      @id @default(autoincrement())
  customer     Customer @relation(fields: [customerId], references: [id])
  customerId   Int
  «customerName» String
}
`,
      good: `model Customer {
  id      Int      @id @default(autoincrement())
  name    String
  tickets Ticket[]
}

model Ticket {
  id           Int      @id @default(autoincrement())
  customer     Customer @relation(fields: [customerId], references: [id])
  customerId   Int
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!model.fields.some(isCopyable) || !isTable(model) || isLogModel(model) || isFrozen(model)) return;
    const columns = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
    for (const { name, relation, owner } of ownersOf(model, columns, scope)) {
      for (const field of model.fields) {
        const copied = columns.has(field.name.value) ? undefined : copiedFrom(field, relation, owner);
        if (copied === undefined) continue;
        yield {
          span: field.name.span,
          message: `\`${model.name.value}.${field.name.value}\` copies \`${owner.name.value}.${copied.name.value}\`, which \`${name}\` leads to. Read it from there.`,
          related: [{ section: copied.section, span: copied.name.span, message: 'Where it is kept.' }],
        };
      }
    }
  },
});

interface Owner {
  /** The column that holds its id: `team_id`. */
  readonly name: string;
  /** The relation over it; the column again where there is none. */
  readonly relation: string;
  readonly owner: PrismaModel;
}

/** The rows that a row always belongs to, by a relation or by the name of a column. */
function ownersOf(model: PrismaModel, columns: ReadonlySet<string>, scope: Scope): readonly Owner[] {
  const related = foreignKeysOf(model)
    .filter(isKeptWithOwner)
    .map(({ field, fields }) => ({
      name: fields[0]?.value ?? field.name.value,
      relation: field.name.value,
      owner: modelOf(field, scope),
    }));
  const named = model.fields
    .filter((field) => !field.isOptional && !columns.has(field.name.value))
    .map((field) => ({
      name: field.name.value,
      relation: field.name.value,
      owner: undeclaredTarget(field, model, scope),
    }));
  return [...related, ...named].flatMap(({ name, relation, owner }) =>
    owner === undefined || owner === model ? [] : [{ name, relation, owner }],
  );
}

function isCopyable({ name, type, isList }: PrismaField): boolean {
  const words = wordsOf(name.value);
  return words.length > 1 && isScalarType(type.value) && !isList && copiedColumnWords.has(words.at(-1) ?? '');
}

/** A row that outlives its owner keeps what it wants to show. */
function isKeptWithOwner({ field, onDelete }: ForeignKey): boolean {
  return !field.isOptional && onDelete?.value !== 'SetNull';
}

/** Papers say what was true when they were written. */
function isFrozen({ name, section }: PrismaModel): boolean {
  const isPaper = wordsOf(name.value).some((word) => frozenDocumentWords.has(singularOf(word)));
  return (
    isPaper ||
    commentsSay(
      section.text,
      /\b(?:snapshot|denormali[sz]\w*|at the time|cached?|cop(?:y|ied|ies)|frozen|history|historical|kept|mirror\w*|redundant)\b/i,
    )
  );
}

/** `customerName` beside `customer` → `Customer.name`. */
function copiedFrom(field: PrismaField, relation: string, owner: PrismaModel): PrismaField | undefined {
  if (!isCopyable(field)) return undefined;
  const words = wordsOf(field.name.value);
  for (const before of [wordsOf(relation.replace(/_?id$/i, '')), wordsOf(owner.name.value).map(singularOf)]) {
    const rest = words.slice(before.length);
    if (rest.length === 0 || before.some((word, index) => word !== words[index])) continue;
    const copied = owner.fields.find((other) => wordsOf(other.name.value).join() === rest.join());
    if (copied === undefined || copied.type.value !== field.type.value) continue;
    return copied;
  }
  return undefined;
}
