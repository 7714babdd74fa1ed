import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { type ColumnChanges, columnChanges } from '#rules/detectors/change/column-changes.ts';
import { postgresql } from '#rules/sources.ts';

const schema = (unique: string): string => `model User {
  id Int @id @default(autoincrement())
  email String${unique}
}
`;

export const uniqueProbed = changeRule({
  id: 'change/unique-probed',
  summary: 'Look for duplicates before you make a column unique.',
  why: 'The migration fails where two rows have the same value, and until then every write waits.',
  item: databaseChanges,
  references: [postgresql('CREATE INDEX', 'sql-createindex')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A column that had duplicates perhaps',
      bad: { 'base/schema.prisma': schema(''), 'schema.prisma': schema(' «@unique»') },
      good: { 'base/schema.prisma': schema(''), 'schema.prisma': schema('') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const changes = columnChanges(model, scope);
    if (changes === undefined) return;
    const known = new Set(keysOf(changes.former).map((index) => columnsText(index)));
    for (const index of keysOf(model)) {
      const columns = formerColumns(index, changes);
      // With a new column it is for new rows.
      if (columns === undefined || known.has(columns.toSorted().join())) continue;
      yield {
        span: index.attribute.span,
        message: `The migration fails while rows of \`${model.name.value}\` have the same ${index.fields.map(({ value }) => `\`${value}\``).join(', ')}. Look for duplicates first.`,
      };
    }
  },
});

function keysOf(model: PrismaModel): readonly ModelIndex[] {
  return indexesOf(model).filter(({ kind, where }) => (kind === 'unique' || kind === 'id') && where === undefined);
}

function columnsText({ fields }: ModelIndex): string {
  return fields
    .map(({ value }) => value)
    .toSorted()
    .join();
}

/** The names that the fields had; undefined where one of them is new. */
function formerColumns({ fields }: ModelIndex, { kept, mapped }: ColumnChanges): readonly string[] | undefined {
  const names = fields.map(
    ({ value }) => [...kept, ...mapped].find(({ field }) => field.name.value === value)?.former.name.value,
  );
  return names.includes(undefined) ? undefined : names.filter((name) => name !== undefined);
}
