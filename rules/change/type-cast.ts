import { argumentOf, attributeOf, stringValue } from '#core/prisma/attribute.ts';
import { isScalarType, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaEnum, PrismaField } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { type BaseScope, changeRule, type Fix } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { isColumnDropped, lonelyNatives, timesOfDay } from '#rules/detectors/change/dropped-column.ts';
import { formerType } from '#rules/fixes/prisma/former-type.ts';
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
      if (!isColumnDropped(former, field, provider) && !isOtherEnum(former, field, provider, scope)) continue;
      const [was, is] = [typeText(former, field), typeText(field, former)];
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` was ${was} and is ${is}: the column is dropped with all values. Cast them by hand, or fill a second column.`,
        fixes: isTypeThere(former, scope) ? leaveFix(former, field) : [],
        related: [scope.base.placed(former.section, former.type.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});

/** Of enums that have two names in the database, values are not cast from one to the other. */
function isOtherEnum(
  former: PrismaField,
  field: PrismaField,
  provider: Provider | undefined,
  scope: BaseScope,
): boolean {
  if ((provider !== 'postgresql' && provider !== 'cockroachdb') || former.type.value === field.type.value) return false;
  const [was, is] = [scope.base.find('prisma.enum', former.type.value), scope.find('prisma.enum', field.type.value)];
  return was !== undefined && is !== undefined && storedName(was) !== storedName(is);
}

function storedName(node: PrismaEnum): string {
  const map = attributeOf(node, 'map');
  return stringValue((map && (argumentOf(map, 0) ?? argumentOf(map, 'name')))?.value)?.value ?? node.name.value;
}

function isTypeThere({ type }: PrismaField, scope: BaseScope): boolean {
  return isScalarType(type.value) || scope.find('prisma.enum', type.value) !== undefined;
}

/** With its type of the database where that tells the two apart. */
function typeText(field: PrismaField, other: PrismaField): string {
  const native = nativeTypeOf(field);
  const name = native?.name ?? '';
  const isShown =
    field.type.value === other.type.value || lonelyNatives.has(name) || timesOfDay.has(name) || name === 'Date';
  const args = native === undefined || native.args.length === 0 ? '' : `(${native.args.join(', ')})`;
  return `\`${field.type.value}${field.isList ? '[]' : ''}${isShown && native !== undefined ? ` @db.${name}${args}` : ''}\``;
}

/** A type of the database is not written back to another type: it may not fit what the field has beside it. */
function leaveFix(former: PrismaField, field: PrismaField): readonly Fix[] {
  if (former.isList !== field.isList) return [];
  if (former.type.value === field.type.value) return formerType(former, field);
  if (nativeTypeOf(former)?.name !== nativeTypeOf(field)?.name) return [];
  const change = { type: former.type.value, isOptional: former.isOptional };
  const title = `Leave \`${field.name.value}\` as ${typeText(former, field)}`;
  return [prismaFix(title, 'review', field.section, rewriteField(field, change))];
}
