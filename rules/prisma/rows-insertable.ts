import { blockId } from '#core/prisma/block-name.ts';
import { defaultOf, fieldOf } from '#core/prisma/field.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { leadsToItself, targetId } from '#core/prisma/named-block.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import { type Finding, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Edit } from '#core/text/span.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { isRelationModePrisma } from '#rules/detectors/prisma/indexed-by-database.ts';
import { circlesIn } from '#rules/detectors/prisma/relation-graph.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** A relation without which no row of a model can be there: a step from the model to the one it needs. */
interface NeedFact extends Keyed {
  /** The fix is made in it. */
  readonly section: PrismaSection;
  readonly from: string;
  readonly to: string;
  /** `Post.author` */
  readonly relation: string;
  /** It leads to the row before, or above, of the same model: the first one has none. */
  readonly isFirst: boolean;
  /** It says which one of many, as a default address does: that can be said later. */
  readonly isChoice: boolean;
  /** What makes it optional; none where it is a part of the key. */
  readonly edits: readonly Edit[];
}

export const rowsInsertable = globalRule({
  id: 'prisma/rows-insertable',
  summary: 'Let no two models need a row of each other first.',
  why:
    'Foreign keys are checked with each statement. Where a team needs a leader and a leader needs a team, neither can be inserted: the schema is valid, the migration runs, ' +
    'and the first `create` fails.',
  item: foreignKeys,
  references: [
    prismaDocumentation('Relations', 'prisma-schema/data-model/relations'),
    postgresql('Foreign Keys', 'ddl-constraints.html#DDL-CONSTRAINTS-FK'),
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'No team without leader, no user without team',
      bad: `model Team {
  id       Int    @id @default(autoincrement())
  members  User[] @relation("members")
  «leader»   User   @relation("leader", fields: [leaderId], references: [id])
  leaderId Int    @unique
}

model User {
  id     Int   @id @default(autoincrement())
  team   Team  @relation("members", fields: [teamId], references: [id])
  teamId Int   @map("team")
  leads  Team? @relation("leader")

  @@index([teamId])
}
`,
      good: `model Team {
  id       Int    @id @default(autoincrement())
  members  User[] @relation("members")
  leader   User?  @relation("leader", fields: [leaderId], references: [id])
  leaderId Int?   @unique
}

model User {
  id     Int   @id @default(autoincrement())
  team   Team  @relation("members", fields: [teamId], references: [id])
  teamId Int   @map("team")
  leads  Team? @relation("leader")

  @@index([teamId])
}
`,
    },
    {
      title: 'A tree without root',
      bad: `model Category {
  id       Int        @id @default(autoincrement())
  «parent»   Category   @relation("tree", fields: [parentId], references: [id])
  parentId Int
  children Category[] @relation("tree")

  @@index([parentId])
}
`,
      good: `model Category {
  id       Int        @id @default(autoincrement())
  parent   Category?  @relation("tree", fields: [parentId], references: [id])
  parentId Int?
  children Category[] @relation("tree")

  @@index([parentId])
}
`,
    },
  ],
  on: ['prisma.model'],
  gather(model, scope): Iterable<NeedFact> {
    if (!isTable(model) || !isChecked(scope)) return [];
    const provider = providerOf(scope.roots('prisma.datasource'));
    return foreignKeysOf(model).flatMap((key) => needOf(key, model, provider, scope));
  },
  *compare(facts) {
    for (const { section, value } of facts) if (value.isFirst) yield { section, value: firstOf(section, value) };
    const steps = facts.map((fact) => ({ ...fact.value, fact }));
    for (const circle of circlesIn(steps)) {
      const chosen = circle.find(({ isChoice, edits }) => isChoice && edits.length > 0);
      const weak = chosen ?? circle.find(({ edits }) => edits.length > 0) ?? circle[0];
      if (weak === undefined) continue;
      const start = circle.indexOf(weak);
      const turned = [...circle.slice(start), ...circle.slice(0, start)];
      const names = [...turned.map(({ from }) => from), weak.from].join(' → ');
      yield {
        section: weak.fact.section,
        value: {
          span: weak.span ?? { start: 0, end: 0 },
          message: `No row of ${weak.from} can ever be inserted: each needs a row of ${weak.to} first, in a circle (${names}).`,
          ...fixesOf(weak.fact.section, weak.relation, weak.edits),
          related: turned.slice(1).map(({ fact, relation, to, span = { start: 0, end: 0 } }) => ({
            section: fact.section,
            span,
            message: `\`${relation}\` needs a row of ${to} first.`,
          })),
        },
      };
    }
  },
});

function firstOf(section: Section, { relation, from, span, edits }: NeedFact): Finding {
  return {
    span: span ?? { start: 0, end: 0 },
    message: `No first ${from} can be inserted: \`${relation}\` needs another one before it.`,
    ...fixesOf(section, relation, edits),
  };
}

function fixesOf(section: Section, relation: string, [first, ...rest]: readonly Edit[]): Pick<Finding, 'fixes'> {
  if (first === undefined) return {};
  const title = `Let \`${relation}\` be empty until the other row is there`;
  return { fixes: [{ title, safety: 'review', changes: [{ kind: 'text', section, edits: [first, ...rest] }] }] };
}

/** Words of relations to the row before, or above. */
const chainWords = wordSet('parent manager supervisor boss previous predecessor reply ancestor');

/** In MongoDB, and where Prisma stands in for foreign keys, nothing checks an insertion. */
function isChecked(scope: Scope): boolean {
  const datasources = scope.roots('prisma.datasource');
  return providerOf(datasources) !== 'mongodb' && !isRelationModePrisma(datasources);
}

function needOf(
  key: ForeignKey,
  model: PrismaModel,
  provider: Provider | undefined,
  scope: Scope,
): readonly NeedFact[] {
  const { field, fields, onDelete } = key;
  const columns = fields.map(({ value }) => fieldOf(model, value));
  const known = columns.filter((column): column is PrismaField => column !== undefined);
  if (known.length < columns.length || field.isOptional || field.isList) return [];
  // What has a default may lead to a row that a migration made.
  if (known.some((column) => column.isOptional || defaultOf(column) !== undefined)) return [];
  const words = wordsOf(field.name.value);
  const identifying = new Set(primaryKeyOf(model)?.fields.map(({ value }) => value));
  const isKept = known.some(({ name }) => identifying.has(name.value)) || known.length > 1;
  // SQL Server clears no row of a circle: without `NoAction` Prisma refuses the relation.
  const isOwn = leadsToItself(field, model);
  const isCircle = isOwn && onDelete?.value !== 'NoAction';
  const edits =
    isKept || (provider === 'sqlserver' && isCircle)
      ? []
      : [madeOptional(key), ...known.map((one) => rewriteField(one, { isOptional: true }))];
  return [
    {
      key: 'needs',
      section: model.section,
      span: field.name.span,
      from: blockId(model),
      to: targetId(field, scope),
      relation: `${model.name.value}.${field.name.value}`,
      isFirst: isOwn && words.some((word) => chainWords.has(word)),
      isChoice: words.some((word) => choosingWords.has(word)) || onDelete?.value === 'SetNull',
      edits,
    },
  ];
}

/** The relation with a question mark; what would go with the other row stays without it. */
function madeOptional({ field, attribute, onDelete }: ForeignKey): Edit {
  const { text } = field.section;
  const { start, end } = attribute.span;
  if (onDelete?.value !== 'Cascade') return rewriteField(field, { isOptional: true });
  const written = `${text.slice(start, onDelete.span.start)}SetNull${text.slice(onDelete.span.end, end)}`;
  return rewriteField(field, { isOptional: true, replaced: new Map([[attribute, written]]) });
}

/** Words of relations that say which one of many, or who is responsible. */
const choosingWords = wordSet(
  'default primary main current latest last first active preferred featured favorite favourite best selected chosen cover head top leader lead owner manager creator author chief captain president responsible winner thumbnail avatar logo root start entry home',
);
