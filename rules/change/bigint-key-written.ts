import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { leadsTo, targetId } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type BaseScope, changeRule, type Related } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { columnNameOf } from '#rules/detectors/change/former-model.ts';
import { formerType } from '#rules/fixes/prisma/former-type.ts';
import { postgresql } from '#rules/sources.ts';

const schema = (id: string): string => `datasource db {
  provider = "postgresql"
}

model Event {
  ${id} @id @default(autoincrement())
}
`;

export const bigintKeyWritten = changeRule({
  id: 'change/bigint-key-written',
  summary: 'Write the migration of a counted key to `BigInt` by hand.',
  why: 'Prisma writes `SET DATA TYPE BIGSERIAL`, which is no type that PostgreSQL alters a column to: the migration fails. `BIGINT` is what is meant, and the sequence of the key has to count on (`ALTER SEQUENCE … AS BIGINT`).',
  item: databaseChanges,
  references: [postgresql('Serial Types', 'datatype-numeric.html#DATATYPE-SERIAL')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A key that runs out',
      bad: { 'base/schema.prisma': schema('id Int'), 'schema.prisma': schema('id «BigInt»') },
      good: { 'base/schema.prisma': schema('id Int'), 'schema.prisma': schema('id Int') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (providerOf(scope.roots('prisma.datasource')) !== 'postgresql') return;
    for (const { former, field } of columnChanges(model, scope)?.kept ?? []) {
      if (former.type.value !== 'Int' || field.type.value !== 'BigInt' || !isCounted(field)) continue;
      yield {
        span: field.type.span,
        message: `The migration of \`${model.name.value}.${field.name.value}\` fails: it says \`BIGSERIAL\`. Write \`ALTER COLUMN "${columnNameOf(field)}" SET DATA TYPE BIGINT\` into it.`,
        fixes: formerType(former, field),
        related: referring(model, field, scope),
      };
    }
  },
});

function isCounted(field: PrismaField): boolean {
  const value = defaultOf(field);
  return value?.kind === 'call' && value.name === 'autoincrement';
}

/** The columns that refer to it, as far as the model knows their models. */
function referring(model: PrismaModel, field: PrismaField, scope: BaseScope): readonly Related[] {
  const names = new Set(model.fields.map((field) => targetId(field, scope)));
  return [...names].flatMap((name) => {
    const other = scope.find('prisma.model', name);
    const keys = other === undefined ? [] : foreignKeysOf(other);
    return keys.flatMap(({ field: relation, fields, references }) => {
      const at = references.findIndex(({ value }) => value === field.name.value);
      const own = leadsTo(relation, model, scope)
        ? other?.fields.find((each) => each.name.value === fields[at]?.value)
        : undefined;
      return own === undefined
        ? []
        : [
            {
              section: own.section,
              span: own.type.span,
              message: `\`${name}.${own.name.value}\` refers to it: it has to be a \`BIGINT\`, too.`,
            },
          ];
    });
  });
}
