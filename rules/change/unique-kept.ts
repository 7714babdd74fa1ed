import { insertBlockAttributeEdit, insertFieldAttributeEdit } from '#core/prisma/edit.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { changeRule, type Fix } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (unique: string, name = 'email'): string => `model User {
  id Int @id @default(autoincrement())
  ${name} String${unique}
}
`;

export const uniqueKept = changeRule({
  id: 'change/unique-kept',
  summary: 'Keep what no two rows have in common.',
  why: 'Code that looks a row up by it (`findUnique`, `upsert`, `connect`) stops compiling, and what relied on one row may find two from then on. Once there are duplicates the constraint does not come back.',
  item: databaseChanges,
  references: [prismaDocumentation('@unique', 'reference/prisma-schema-reference#unique')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A column that may have duplicates now',
      bad: { 'base/schema.prisma': schema(' @unique'), 'schema.prisma': schema('', '«email»') },
      good: { 'base/schema.prisma': schema(' @unique'), 'schema.prisma': schema(' @unique') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const changes = columnChanges(model, scope);
    if (changes === undefined) return;
    const names = new Map(changes.kept.map(({ former, field }) => [former.name.value, field.name.value]));
    const now = keysOf(model).map(({ fields }) => fields.map(({ value }) => value));
    for (const key of keysOf(changes.former)) {
      const fields = key.fields.flatMap(({ value }) => names.get(value) ?? []);
      // What is unique by fewer columns is unique by more.
      const isUnique = now.some((other) => other.every((name) => fields.includes(name)));
      if (key.kind !== 'unique' || fields.length < key.fields.length || isUnique || isFiner(fields, now)) continue;
      const shown = fields.map((name) => `\`${name}\``).join(', ');
      const only = fields.length === 1 ? model.fields.find(({ name }) => name.value === fields[0]) : undefined;
      yield {
        span: only?.name.span ?? model.name.span,
        message: `Two rows of \`${model.name.value}\` may have the same ${shown} now. Nothing looks one up by it any more.`,
        fixes: uniqueBack(key, fields, changes.former, model),
        related: [scope.base.placed(changes.former.section, key.attribute.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});

/** True for a key of several columns that has more of them now: rows are told apart by more, as they were by some. */
function isFiner(fields: readonly string[], now: readonly (readonly string[])[]): boolean {
  return fields.length > 1 && now.some((other) => fields.every((name) => other.includes(name)));
}

function keysOf(model: PrismaModel): readonly ModelIndex[] {
  return indexesOf(model).filter(({ kind, where }) => (kind === 'unique' || kind === 'id') && where === undefined);
}

function uniqueBack(
  key: ModelIndex,
  fields: readonly string[],
  former: PrismaModel,
  model: PrismaModel,
): readonly Fix[] {
  if (key.fields.some(({ value }, place) => value !== fields[place])) return [];
  const { span } = key.attribute;
  const text = former.section.text.slice(span.start, span.end);
  const field = model.fields.find(({ name }) => name.value === fields[0]);
  if (key.fieldLevel && field === undefined) return [];
  const edit =
    key.fieldLevel && field !== undefined
      ? insertFieldAttributeEdit(field, text)
      : insertBlockAttributeEdit(model, text);
  const shown = fields.map((name) => `\`${name}\``).join(', ');
  return [prismaFix(`Keep ${shown} unique`, 'review', model.section, edit)];
}
