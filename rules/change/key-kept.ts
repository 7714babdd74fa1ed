import { primaryKeyOf } from '#core/prisma/indexes.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { postgresql } from '#rules/sources.ts';

const schema = (a: string, b: string): string => `datasource db {
  provider = "postgresql"
}

model Membership {
  ${a}
  ${b}
}
`;

export const keyKept = changeRule({
  id: 'change/key-kept',
  summary: 'Keep the primary key of a table.',
  why: 'The migration drops the key and builds another one while nobody reads or writes the table, and every foreign key to it goes first. It fails where two rows have the same new key, or one has none.',
  item: databaseChanges,
  references: [postgresql('ALTER TABLE', 'sql-altertable')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Another key',
      bad: {
        'base/schema.prisma': schema('id Int @id', 'number Int @unique'),
        'schema.prisma': schema('id Int', 'number Int «@id»'),
      },
      good: {
        'base/schema.prisma': schema('id Int @id', 'number Int @unique'),
        'schema.prisma': schema('id Int @id', 'number Int @unique'),
      },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const changes = columnChanges(model, scope);
    const provider = providerOf(scope.roots('prisma.datasource'));
    if (changes === undefined || provider === undefined || provider === 'mongodb') return;
    const { former, kept } = changes;
    const [was, is] = [primaryKeyOf(former), primaryKeyOf(model)];
    if (was === undefined || is === undefined) return;
    const names = new Map(kept.map((pair) => [pair.former.name.value, pair.field.name.value]));
    const then = was.fields.map(({ value }) => names.get(value));
    const now = is.fields.map(({ value }) => value);
    // A key whose column is gone is told there.
    if (then.includes(undefined) || then.join() === now.join()) return;
    yield {
      span: is.attribute.span,
      message: `The primary key of \`${model.name.value}\` was ${columns(was.fields)} and is ${columns(is.fields)}. The table is blocked while it is built, and what refers to it has to follow.`,
      related: [scope.base.placed(former.section, was.attribute.span, `As it was in ${scope.base.name}.`)],
    };
  },
});

function columns(fields: readonly { readonly value: string }[]): string {
  return fields.map(({ value }) => `\`${value}\``).join(', ');
}
