import { localRule } from '#core/rule.ts';
import { storeFit } from '#rules/checklist.ts';
import { isCacheModel } from '#rules/detectors/prisma/cache-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql } from '#rules/sources.ts';

export const cacheOutside = localRule({
  id: 'prisma/cache-outside',
  summary: 'Keep a cache in a store that forgets by itself.',
  why:
    'Rows that live for minutes are written, read, updated and deleted in the database that has the least to spare: each is logged, replicated and vacuumed, and stays after its end until ' +
    'a job deletes it. A key-value store drops it by itself, and nobody misses it after a restart.',
  item: storeFit,
  references: [postgresql('Routine Vacuuming', 'routine-vacuuming.html')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A cache as a table',
      bad: `model «CacheEntry» {
  key       String   @id
  value     Json
  expiresAt DateTime
}
`,
      good: `model Report {
  id        Int      @id @default(autoincrement())
  title     String
  createdAt DateTime @default(now())
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    if (!isCacheModel(model) || !isTable(model)) return;
    yield {
      span: model.name.span,
      message: `${model.name.value} is a cache in the database, whose rows end and stay. A key-value store forgets them by itself.`,
    };
  },
});
