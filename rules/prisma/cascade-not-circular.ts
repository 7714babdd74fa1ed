import { globalRule } from '#core/rule.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { cascadesOf } from '#rules/detectors/prisma/cascade-fact.ts';
import { circlesIn } from '#rules/detectors/prisma/relation-graph.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const cascadeNotCircular = globalRule({
  id: 'prisma/cascade-not-circular',
  summary: 'Let cascades lead down from owner to owned, never round in a circle.',
  why:
    'In a circle nobody owns anybody: a deletion at any place of it goes round until nothing is left that hangs together, and takes along what belonged to others. ' +
    'SQL Server refuses such a schema; PostgreSQL, MySQL and SQLite delete.',
  item: foreignKeys,
  references: [prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A team and its leader delete each other',
      bad: `datasource db {
  provider = "postgresql"
}

model Team {
  id       Int     @id @default(autoincrement())
  members  User[]  @relation("members")
  leader   User?   @relation("leader", fields: [leaderId], references: [id], onDelete: «Cascade»)
  leaderId Int?    @unique
}

model User {
  id     Int   @id @default(autoincrement())
  team   Team  @relation("members", fields: [teamId], references: [id], onDelete: Cascade)
  teamId Int
  leads  Team? @relation("leader")

  @@index([teamId])
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Team {
  id       Int     @id @default(autoincrement())
  members  User[]  @relation("members")
  leader   User?   @relation("leader", fields: [leaderId], references: [id], onDelete: SetNull)
  leaderId Int?    @unique
}

model User {
  id     Int   @id @default(autoincrement())
  team   Team  @relation("members", fields: [teamId], references: [id], onDelete: Cascade)
  teamId Int
  leads  Team? @relation("leader")

  @@index([teamId])
}
`,
    },
  ],
  on: ['prisma.model'],
  gather: cascadesOf,
  *compare(facts) {
    const steps = facts.map((fact) => ({ ...fact.value, fact }));
    for (const circle of circlesIn(steps)) {
      // No row of such a circle can be there at all.
      if (circle.every(({ isRequired }) => isRequired)) continue;
      const weak = circle.find(({ isRequired }) => !isRequired) ?? circle[0];
      if (weak === undefined) continue;
      const start = circle.indexOf(weak);
      const turned = [...circle.slice(start), ...circle.slice(0, start)];
      const way = [...turned.map(({ from }) => from), weak.from].join(' → ');
      const { span = { start: 0, end: 0 }, relation, from } = weak;
      yield {
        section: weak.fact.section,
        value: {
          span,
          message: `\`${relation}\` closes a circle of cascades: ${way}. A deleted ${from} deletes all of it.`,
          fixes: [
            {
              title: `Empty \`${relation}\` when its ${from} is deleted: \`onDelete: SetNull\``,
              safety: 'review',
              changes: [{ kind: 'text', section: weak.fact.section, edits: [{ span, newText: 'SetNull' }] }],
            },
          ],
          related: turned.slice(1).map(({ fact, relation: other, span: place = { start: 0, end: 0 } }) => ({
            section: fact.section,
            span: place,
            message: `\`${other}\` leads on.`,
          })),
        },
      };
    }
  },
});
