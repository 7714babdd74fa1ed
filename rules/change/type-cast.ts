import { isScalarType, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql } from '#rules/sources.ts';

const schema = (field: string): string => `datasource db {
  provider = "postgresql"
}

model User {
  id Int @id @default(autoincrement())
  ${field}
}
`;

export const typeCast = changeRule({
  id: 'change/type-cast',
  summary: 'Cast the values when the type of a column changes.',
  why: 'Where Prisma knows no cast between two types its migration drops the column with all that is in it, and adds an empty one. A migration written by hand (`ALTER COLUMN … TYPE … USING …`), or a second column that is filled from the first, keeps the values.',
  item: databaseChanges,
  references: [postgresql('ALTER TABLE', 'sql-altertable')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A text that becomes a number',
      bad: { 'base/schema.prisma': schema('age String?'), 'schema.prisma': schema('«age» Int?') },
      good: { 'base/schema.prisma': schema('age String?'), 'schema.prisma': schema('age String?') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    for (const { former, field } of columnChanges(model, scope)?.kept ?? []) {
      if (!isDropped(former, field, provider)) continue;
      const [was, is] = [typeText(former), typeText(field)];
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` was ${was} and is ${is}: the column is dropped with all values. Cast them by hand, or fill a second column.`,
        fixes: [
          prismaFix(
            `Leave \`${field.name.value}\` as ${was}`,
            'review',
            field.section,
            rewriteField(field, { type: former.type.value, isOptional: former.isOptional }),
          ),
        ].filter(() => isPlainlyTyped(former, field)),
        related: [scope.base.placed(former.section, former.type.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});

const numbers = new Set(['Int', 'BigInt', 'Float', 'Decimal']);

/** Types of the database that Prisma casts from no other, each with the type of its fields. */
const natives: ReadonlySet<string> = new Set(['Uuid', 'Inet', 'Xml', 'Bit', 'VarBit']);
const times: ReadonlySet<string> = new Set(['Time', 'Timetz']);

/** What Prisma's own migrations do (schema engine 8.1), seen for every pair of types; of other databases nothing is claimed. */
function isDropped(former: PrismaField, field: PrismaField, provider: Provider | undefined): boolean {
  if (provider !== 'postgresql' && provider !== 'cockroachdb') return false;
  if (former.isList !== field.isList) return true;
  const [was, is] = [kindOf(former), kindOf(field)];
  const [native, nativeNow] = [nativeTypeOf(former)?.name ?? '', nativeTypeOf(field)?.name ?? ''];
  if (was === 'unsupported' || is === 'unsupported') return false;
  if (native !== nativeNow && natives.has(nativeNow)) return !(native.endsWith('Bit') && nativeNow.endsWith('Bit'));
  if (was === is) return is === 'DateTime' && areTimesApart(native, nativeNow);
  if (provider === 'cockroachdb') return !((was === 'Int' && is === 'String') || (was === 'BigInt' && is === 'Int'));
  return !(numbers.has(was) && numbers.has(is)) && !(is === 'String' && was !== 'enum');
}

/** A time of day has no date, and a date no time. */
function areTimesApart(was: string, is: string): boolean {
  return (times.has(was) && !times.has(is)) || (was === 'Date' && times.has(is));
}

function kindOf({ type }: PrismaField): string {
  if (isScalarType(type.value)) return type.value;
  return /^\w+$/.test(type.value) ? 'enum' : 'unsupported';
}

function typeText(field: PrismaField): string {
  const native = nativeTypeOf(field)?.name ?? '';
  const shown = natives.has(native) || times.has(native) || native === 'Date' ? ` @db.${native}` : '';
  return `\`${field.type.value}${field.isList ? '[]' : ''}${shown}\``;
}

/** A type of the database is not written back: it may not fit what the field has beside it. */
function isPlainlyTyped(former: PrismaField, field: PrismaField): boolean {
  return former.isList === field.isList && nativeTypeOf(former)?.name === nativeTypeOf(field)?.name;
}
