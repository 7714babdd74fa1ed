import { bareName, blockId } from '#core/prisma/block-name.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { globalRule, type InSection, type Keyed, type Related } from '#core/rule.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { type CascadeFact, cascadesOf } from '#rules/detectors/prisma/cascade-fact.ts';
import { reachedFrom, stepsByStart, wayTo } from '#rules/detectors/prisma/relation-graph.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isTenantModelName } from '#rules/detectors/prisma/tenant-column.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { prismaDocumentation } from '#rules/sources.ts';

/** A model, where a finding about it stands. */
interface ModelFact extends Keyed {
  readonly kind: 'model';
  readonly name: string;
}

export const cascadeContained = globalRule({
  id: 'prisma/cascade-contained',
  summary: 'Keep cascading deletes small and near.',
  why:
    'Each cascade is harmless by itself. Together they delete rows of tables nobody thought of, in one long transaction that locks them all, ' +
    'and whoever adds the last one does not see the first.',
  item: foreignKeys,
  references: [prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions')],
  severity: 'info',
  recommended: true,
  options: {
    steps: { default: 3, description: 'How many relations away a delete may cascade.' },
    models: { default: 12, description: 'To how many other models a delete may cascade.' },
  },
  examples: [
    {
      title: 'Four relations away',
      bad: `model «Workspace» {
  id       Int       @id @default(autoincrement())
  projects Project[]
}

model Project {
  id          Int       @id @default(autoincrement())
  workspace   Workspace @relation(fields: [workspaceId], references: [id], onDelete: Cascade)
  workspaceId Int       @unique
  tasks       Task[]
}

model Task {
  id        Int       @id @default(autoincrement())
  project   Project   @relation(fields: [projectId], references: [id], onDelete: Cascade)
  projectId Int       @unique
  comments  Comment[]
}

model Comment {
  id        Int        @id @default(autoincrement())
  task      Task       @relation(fields: [taskId], references: [id], onDelete: Cascade)
  taskId    Int        @unique
  reactions Reaction[]
}

model Reaction {
  id        Int     @id @default(autoincrement())
  comment   Comment @relation(fields: [commentId], references: [id], onDelete: Cascade)
  commentId Int     @unique
}
`,
      good: `model Workspace {
  id       Int       @id @default(autoincrement())
  projects Project[]
}

model Project {
  id          Int       @id @default(autoincrement())
  workspace   Workspace @relation(fields: [workspaceId], references: [id])
  workspaceId Int       @unique
  tasks       Task[]
}

model Task {
  id        Int       @id @default(autoincrement())
  project   Project   @relation(fields: [projectId], references: [id], onDelete: Cascade)
  projectId Int       @unique
  comments  Comment[]
}

model Comment {
  id        Int        @id @default(autoincrement())
  task      Task       @relation(fields: [taskId], references: [id], onDelete: Cascade)
  taskId    Int        @unique
  reactions Reaction[]
}

model Reaction {
  id        Int     @id @default(autoincrement())
  comment   Comment @relation(fields: [commentId], references: [id], onDelete: Cascade)
  commentId Int     @unique
}
`,
    },
  ],
  on: ['prisma.model'],
  gather(model, scope): Iterable<ModelFact | CascadeFact> {
    return isTable(model) ? [factOf(model), ...cascadesOf(model, scope)] : [];
  },
  *compare(facts, { steps: mostSteps, models: mostModels }) {
    const cascades = factsOfKind(facts, 'cascade').map((fact) => ({ ...fact.value, fact }));
    const byStart = stepsByStart(cascades);
    const ends = new Set<string>();
    let left = mostReached;
    const owned = new Set(cascades.filter(({ from, to }) => from !== to).map(({ to }) => to));
    for (const { section, value } of factsOfKind(facts, 'model')) {
      const { name, span } = value;
      // What goes with another one is told of there.
      if (span === undefined || owned.has(name) || !byStart.has(name)) continue;
      if (left < 0) return;
      const reached = reachedFrom(name, byStart);
      left -= reached.size;
      const way = farthest(reached);
      // All that a tenant or a user has goes with them, as it should.
      const isMany = way.length > 1 && reached.size > mostModels && !isTenantModelName(name) && !isPersonName(name);
      const end = way.at(-1)?.relation ?? '';
      // Of a way that two lead into, one is told.
      if ((way.length <= mostSteps && !isMany) || ends.has(end)) continue;
      ends.add(end);
      const far = way.length === 1 ? '' : `, up to ${way.length} relations away`;
      yield {
        section,
        value: {
          span,
          message: `Deleting from ${name} cascades to ${reached.size} other models${far}. The longest way is ${[name, ...way.map(({ to }) => to)].join(' → ')}. Use \`onDelete: Restrict\` on the way, or delete in steps.`,
          related: way.map(placeOf),
        },
      };
    }
  },
});

/** So many models are reached in all, however many begin: nobody has such a schema, and each looks at all of it. */
const mostReached = 50_000;

function isPersonName(name: string): boolean {
  return /^(?:user|account|customer|member)s?$/i.test(bareName(name));
}

function factOf(model: PrismaModel): ModelFact {
  return { key: 'cascades', kind: 'model', name: blockId(model), span: model.name.span };
}

type Step = CascadeFact & { readonly fact: InSection<CascadeFact> };

/** The way to the model that is reached last. */
function farthest(reached: ReadonlyMap<string, Step>): readonly Step[] {
  const last = [...reached.keys()].at(-1);
  return last === undefined ? [] : wayTo(last, reached);
}

function placeOf({ fact, relation, span = { start: 0, end: 0 } }: Step): Related {
  return { section: fact.section, span, message: `\`${relation}\` cascades.` };
}
