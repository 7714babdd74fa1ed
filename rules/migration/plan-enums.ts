import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaEnum } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import type { PlanContext } from '#rules/migration/plan-context.ts';
import type { PlanStep } from '#rules/migration/plan-step.ts';
import { quoted, quotedText } from '#rules/migration/sql-quote.ts';
import { columnView, enumName, enumValues, tableText } from '#rules/migration/table-view.ts';

/** What is to be done to the types of enums; only PostgreSQL and CockroachDB have such types. */
export function planEnums(context: PlanContext): readonly PlanStep[] {
  if (!hasEnumTypes(context)) return [];
  const former = new Map(enumsOf(context.past.scope).map((each) => [enumName(each), each]));
  return enumsOf(context.now.scope).flatMap((each) => {
    const before = former.get(enumName(each));
    return before === undefined ? [newEnum(each, context)] : planValues(before, each, context);
  });
}

/** The types that go, once nothing has them any more. */
export function dropEnums(context: PlanContext): readonly PlanStep[] {
  const { now, past } = context;
  if (!hasEnumTypes(context) || !now.scope.isUnderstood()) return [];
  const names = new Set(enumsOf(now.scope).map(enumName));
  const gone = enumsOf(past.scope).filter((each) => !names.has(enumName(each)));
  return gone.map((each) => {
    const sql = [`DROP TYPE ${quoted(enumName(each), now.provider)};`];
    return { stage: 'after', says: `The enum \`${each.name.value}\` is gone.`, sql };
  });
}

function hasEnumTypes({ now: { provider } }: PlanContext): boolean {
  return provider === 'postgresql' || provider === 'cockroachdb';
}

function enumsOf(scope: PlanContext['now']['scope']): readonly PrismaEnum[] {
  return scope.names('prisma.enum').flatMap((name) => scope.find('prisma.enum', name) ?? []);
}

function newEnum(found: PrismaEnum, { now }: PlanContext): PlanStep {
  return {
    stage: 'before',
    says: `The enum \`${found.name.value}\` is new.`,
    sql: [createType(found, enumName(found), now)],
  };
}

function createType(found: PrismaEnum, name: string, { provider }: PlanContext['now']): string {
  return `CREATE TYPE ${quoted(name, provider)} AS ENUM (${enumValues(found).map(quotedText).join(', ')});`;
}

function planValues(before: PrismaEnum, found: PrismaEnum, context: PlanContext): readonly PlanStep[] {
  const [then, values] = [enumValues(before), enumValues(found)];
  const removed = then.filter((value) => !values.includes(value));
  const type = quoted(enumName(found), context.now.provider);
  const added = values.flatMap((value, place): readonly PlanStep[] => {
    if (then.includes(value)) return [];
    const previous = values[place - 1];
    const [next] = then;
    const where =
      previous === undefined
        ? next === undefined
          ? ''
          : ` BEFORE ${quotedText(next)}`
        : ` AFTER ${quotedText(previous)}`;
    const says = `\`${found.name.value}\` has the value ${value} now. A value cannot be used in the transaction that adds it.`;
    return [
      { stage: 'before', says, sql: [`ALTER TYPE ${type} ADD VALUE ${quotedText(value)}${where};`], isAlone: true },
    ];
  });
  return [...added, ...(removed.length === 0 ? [] : planRemoved(removed, found, context))];
}

function planRemoved(removed: readonly string[], found: PrismaEnum, { now }: PlanContext): readonly PlanStep[] {
  const { provider, scope } = now;
  const name = enumName(found);
  const [type, made] = [quoted(name, provider), quoted(`${name}_new`, provider)];
  const list = removed.map(quotedText).join(', ');
  const columns = scope.roots('prisma.model').flatMap((model) =>
    model.isView
      ? []
      : model.fields.flatMap((field) => {
          const own = enumOf(field, scope);
          if (own === undefined || blockId(own) !== blockId(found)) return [];
          return [{ table: tableText(model, provider), column: columnView(field, now), isList: field.isList }];
        }),
  );
  const probes = columns.map(({ table, column, isList }) => {
    const own = quoted(column.name, provider);
    return `SELECT count(*) FROM ${table} WHERE ${isList ? `${own}::text[] && ARRAY[${list}]` : `${own}::text IN (${list})`};`;
  });
  const casts = columns.flatMap(({ table, column, isList }) => {
    const own = quoted(column.name, provider);
    const alter = (what: string) => `ALTER TABLE ${table} ALTER COLUMN ${own} ${what};`;
    const end = isList ? '[]' : '';
    return [
      ...(column.default === undefined ? [] : [alter('DROP DEFAULT')]),
      alter(`TYPE ${made}${end} USING ${own}::text${end}::${made}${end}`),
      ...(column.default === undefined ? [] : [alter(`SET DEFAULT ${column.default}`)]),
    ];
  });
  return [
    {
      stage: 'fill',
      says: `\`${found.name.value}\` has no ${removed.join(', ')} any more: no row may hold it. This counts those that do.`,
      sql: probes,
    },
    {
      stage: 'after',
      says: `The type of \`${found.name.value}\` is made anew. Nobody reads or writes the tables that have it meanwhile.`,
      sql: [
        createType(found, `${name}_new`, now),
        ...casts,
        `DROP TYPE ${type};`,
        `ALTER TYPE ${made} RENAME TO ${type};`,
      ],
    },
  ];
}
