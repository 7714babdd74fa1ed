import { argumentOf } from '#core/prisma/attribute.ts';
import { fieldOf, mappedName } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaAttribute, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { databaseNames } from '#rules/checklist.ts';
import { type IdentifierLimit, identifierLimit, lengthFor } from '#rules/detectors/prisma/identifier-limit.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const identifierLengthBounded = localRule({
  id: 'prisma/identifier-length-bounded',
  summary: 'Keep names within what the database takes.',
  why: 'PostgreSQL cuts a longer name without a word, MySQL and SQL Server refuse it. Of the names it makes itself Prisma cuts off the columns, so that an error about a key does not tell which one it was, and a second one over similar columns gets the same name.',
  item: databaseNames,
  references: [
    postgresql('Identifiers and Key Words', 'sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS'),
    prismaDocumentation(
      'Custom constraint and index names',
      'prisma-schema/data-model/database-mapping#constraint-and-index-names',
    ),
  ],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'An index whose name is cut',
      bad: `datasource db {
  provider = "postgresql"
}

model CustomerSubscriptionBillingAdjustment {
  id                   Int      @id
  billingPeriodStartAt DateTime
  adjustmentReasonCode String

  «@@index([billingPeriodStartAt, adjustmentReasonCode])»
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model CustomerSubscriptionBillingAdjustment {
  id                   Int      @id
  billingPeriodStartAt DateTime
  adjustmentReasonCode String

  @@index([billingPeriodStartAt, adjustmentReasonCode], map: "CustomerSubscriptionBillingAdjustment_billing_adjustment_idx")
}
`,
    },
  ],
  on: ['prisma.model', 'prisma.enum'],
  *check(node, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    const limit = identifierLimit(provider);
    if (limit === undefined || (node.kind === 'prisma.enum' && provider !== 'postgresql')) return;
    if (node.kind === 'prisma.enum') {
      const name = argumentText(node.attributes.find((one) => one.name.value === 'map')) ?? node.name.value;
      if (lengthFor(name, limit) > limit.most) yield tooLong(`Enum ${node.name.value}`, name, node.name.span, limit);
      return;
    }
    if (isTable(node)) yield* ofModel(node, limit, scope);
  },
});

function* ofModel(model: PrismaModel, limit: IdentifierLimit, scope: Scope): Iterable<Finding> {
  const table = mappedName(model)?.value ?? model.name.value;
  if (lengthFor(table, limit) > limit.most) {
    yield tooLong(`The table of ${model.name.value}`, table, model.name.span, limit);
    return;
  }
  for (const field of model.fields) {
    const column = mappedName(field)?.value ?? field.name.value;
    const isLong = column.length * 4 > limit.most && lengthFor(column, limit) > limit.most;
    if (isLong && modelOf(field, scope) === undefined)
      yield tooLong(`The column of \`${model.name.value}.${field.name.value}\``, column, field.name.span, limit);
  }
  for (const { attribute, columns, suffix, isNamed } of constraintsOf(model)) {
    const name = [table, ...columns.map((column) => columnName(column, model)), suffix].join('_');
    if (isNamed || lengthFor(name, limit) <= limit.most) continue;
    const fix = nameFix(model, attribute, table, columns, suffix, limit);
    yield {
      span: attribute.span,
      message: `Prisma truncates the name “${shown(name)}” of ${lengthFor(name, limit)} ${limit.unit}: ${limit.most} are allowed.`,
      ...(fix && { fixes: [fix] }),
      cause: many,
    };
  }
}

interface Constraint {
  readonly attribute: PrismaAttribute;
  readonly columns: readonly string[];
  readonly suffix: 'key' | 'idx';
  /** True where it has a name of its own. */
  readonly isNamed: boolean;
}

/** Foreign keys are left out: nobody looks for them by name. */
function constraintsOf(model: PrismaModel): readonly Constraint[] {
  return indexesOf(model).flatMap((index) => constraintOf(index));
}

/** The primary key is called after the table alone. */
function constraintOf({ kind, attribute, fields, map }: ModelIndex): readonly Constraint[] {
  if (kind === 'id' || fields.some(({ value }) => value.includes('.'))) return [];
  const suffix = kind === 'unique' ? 'key' : 'idx';
  return [{ attribute, columns: fields.map(({ value }) => value), suffix, isNamed: map !== undefined }];
}

function columnName(name: string, model: PrismaModel): string {
  const field = fieldOf(model, name);
  return (field && mappedName(field)?.value) ?? name;
}

/** The same name with the first word of each column only; undefined where that is too long, or taken. */
function nameFix(
  model: PrismaModel,
  attribute: PrismaAttribute,
  table: string,
  columns: readonly string[],
  suffix: string,
  limit: IdentifierLimit,
): Fix | undefined {
  const name = [table, ...columns.map((column) => wordsOf(columnName(column, model))[0] ?? column), suffix].join('_');
  const others = constraintsOf(model).filter((one) => one.attribute !== attribute && one.suffix === suffix);
  const isAlike = others.some(({ columns: own }) =>
    own.every((column, index) => wordsOf(column)[0] === wordsOf(columns[index] ?? '')[0]),
  );
  if (lengthFor(name, limit) > limit.most || isAlike) return undefined;
  const { end } = attribute.span;
  const { text } = model.section;
  const argument = `map: ${JSON.stringify(name)}`;
  const isClosed = text.charAt(end - 1) === ')';
  const edit = isClosed
    ? { span: { start: end - 1, end: end - 1 }, newText: `${attribute.args.length > 0 ? ', ' : ''}${argument}` }
    : { span: { start: end, end }, newText: `(${argument})` };
  return prismaFix(
    `Name the index of ${model.name.value} “${name}” (the migration renames it)`,
    'review',
    model.section,
    edit,
  );
}

function argumentText(attribute: PrismaAttribute | undefined): string | undefined {
  const value = attribute && argumentOf(attribute, 0)?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

function tooLong(what: string, name: string, span: Span, limit: IdentifierLimit): Finding {
  return {
    span,
    message: `${what} has a name of ${lengthFor(name, limit)} ${limit.unit}; the database takes ${limit.most}. Map it to a shorter one.`,
  };
}

function shown(name: string): string {
  return name.length > 45 ? `${name.slice(0, 20)}…${name.slice(-24)}` : name;
}

const many = {
  key: 'cut',
  message: (count: number) =>
    `Prisma truncates the names of ${count} keys and indexes: they are too long for the database.`,
  fixTitle: (count: number) => `Give ${count} keys and indexes shorter names (the migration renames them)`,
};
