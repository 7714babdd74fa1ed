import { blockId } from '#core/prisma/block-name.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaEnum, PrismaField } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type BaseScope, changeRule, type Fix } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { isOtherDatabase } from '#rules/detectors/change/other-database.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql } from '#rules/sources.ts';

const schema = (value: string, initial: string): string => `datasource db {
  provider = "postgresql"
}

enum Status {
  OPEN
${value}}

model Task {
  id     Int    @id @default(autoincrement())
  status Status @default(${initial})
}
`;

export const enumDefaultLater = changeRule({
  id: 'change/enum-default-later',
  summary: 'Make a new value of an enum a default in the migration after.',
  why: 'Prisma writes both into one migration, and PostgreSQL uses no value in the transaction that adds it: the migration fails (55P04). With the value in one migration and the default in the next both go through.',
  item: databaseChanges,
  references: [postgresql('ALTER TYPE', 'sql-altertype')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A default that is new',
      bad: {
        'base/schema.prisma': schema('', 'OPEN'),
        'schema.prisma': schema('  DRAFT\n', '«DRAFT»'),
      },
      good: {
        'base/schema.prisma': schema('', 'OPEN'),
        'schema.prisma': schema('  DRAFT\n', 'OPEN'),
      },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    if ((provider !== 'postgresql' && provider !== 'cockroachdb') || isOtherDatabase(scope)) return;
    for (const field of model.fields) {
      const value = defaultOf(field);
      if (value?.kind !== 'path' || !isAddedValue(value.value, field, scope)) continue;
      yield {
        span: value.span,
        message: `\`${value.value}\` is a new value of \`${field.type.value}\`, and the default of \`${model.name.value}.${field.name.value}\`: the migration fails. Add the value first, and make it the default in a later migration.`,
        fixes: defaultBack(field, columnChanges(model, scope)?.kept.find((pair) => pair.field === field)?.former),
      };
    }
  },
});

/** True where a value comes into an enum that stays. Where values go, too, Prisma makes another type, whose values are all there. */
function isAddedValue(value: string, field: PrismaField, scope: BaseScope): boolean {
  const now = enumOf(field, scope);
  const then = now && scope.base.find('prisma.enum', blockId(now));
  if (now === undefined || then === undefined) return false;
  const [stored, known] = [storedNames(now), storedNames(then)];
  const own = stored.get(value);
  const isAdded = own !== undefined && ![...known.values()].includes(own);
  return isAdded && [...known.values()].every((each) => [...stored.values()].includes(each));
}

function storedNames({ values }: PrismaEnum): ReadonlyMap<string, string> {
  return new Map(values.map(({ name, mapped }) => [name.value, mapped ?? name.value]));
}

function defaultBack(field: PrismaField, former: PrismaField | undefined): readonly Fix[] {
  const [was, is] = [former && defaultOf(former), defaultOf(field)];
  if (was?.kind !== 'path' || is === undefined || former?.type.value !== field.type.value) return [];
  const edit = { span: is.span, newText: was.value };
  return [prismaFix(`Leave \`${was.value}\` as the default of \`${field.name.value}\``, 'review', field.section, edit)];
}
