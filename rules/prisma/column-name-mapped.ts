import { isScalarType, mappedName } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { toSnakeCase } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { databaseNames } from '#rules/checklist.ts';
import { writingOf } from '#rules/detectors/openapi/name-writing.ts';
import { saidWriting } from '#rules/detectors/openapi/usual-style.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { mapNameFix } from '#rules/fixes/prisma/map-name.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const customer = `model Customer {
  id        Int      @id
  firstName String   @map("first_name")
  lastName  String   @map("last_name")
  createdAt DateTime @default(now()) @map("created_at")
  updatedAt DateTime @updatedAt @map("updated_at")
}
`;

export const columnNameMapped = globalRule({
  id: 'prisma/column-name-mapped',
  summary: 'Map all fields to snake case where most are.',
  why: 'SQL is written against columns, not against fields. Where one column is `"orderNumber"` among `created_at` and `customer_id`, it needs quotes, and a statement that forgets them fails.',
  item: databaseNames,
  references: [prismaDocumentation('Mapping names to the database', 'prisma-schema/data-model/database-mapping')],
  severity: 'info',
  recommended: true,
  options: {
    allowed: { default: [], description: 'Names of fields whose columns are called as they are.' },
  },
  examples: [
    {
      title: 'One field that was forgotten',
      bad: `${customer}
model Order {
  id          Int      @id
  «orderNumber» String   @unique
  placedAt    DateTime @map("placed_at")
}
`,
      good: `${customer}
model Order {
  id          Int      @id
  orderNumber String   @unique @map("order_number")
  placedAt    DateTime @map("placed_at")
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, scope, { allowed }): Iterable<Fact> {
    if (!isTable(model)) return;
    for (const field of model.fields) {
      const { value: name } = field.name;
      if (writingOf(name) !== 'camelCase' || allowed.includes(name) || !isColumn(field, scope)) continue;
      const mapped = mappedName(field);
      yield {
        key: 'columns',
        model: model.name.value,
        name,
        span: mapped?.span ?? field.name.span,
        ...(mapped && { mapped: mapped.value }),
        canBeMapped: field.section.dialect === 'prisma7',
      };
    }
  },
  *compare(facts) {
    const snake = facts.filter(({ value }) => value.mapped !== undefined && /^[a-z][a-z\d_]*$/.test(value.mapped));
    if (snake.length < leastColumns || snake.length < facts.length * leastShare) return;
    for (const { section, value } of facts) {
      const { model, name, span, mapped, canBeMapped } = value;
      if (mapped === undefined) {
        const meant = toSnakeCase(name);
        const message = `\`${model}.${name}\` is not mapped to “${meant}”, as most fields are.`;
        const fixes = canBeMapped
          ? [mapNameFix(titleOf(value, meant), section.uri, { model, field: name, name: meant })]
          : [];
        yield { section, value: { span, message, fixes, cause: unmapped } };
      } else if (!/^[a-z][a-z\d_]*$/.test(mapped)) {
        const writing = writingOf(mapped);
        if (writing === 'unknown' || writing === 'UPPER') continue;
        const message = `The column of \`${model}.${name}\` is ${saidWriting(writing)}, and most mapped columns are snake_case.`;
        yield { section, value: { span, message, cause: cased } };
      }
    }
  },
});

const leastColumns = 5;
const leastShare = 0.7;

interface Fact extends Keyed {
  readonly model: string;
  readonly name: string;
  readonly mapped?: string;
  readonly span: Span;
  readonly canBeMapped: boolean;
}

function isColumn(field: PrismaField, scope: Scope): boolean {
  return isScalarType(field.type.value) || enumOf(field, scope) !== undefined;
}

function titleOf({ model, name }: Fact, column: string): string {
  return `Map \`${model}.${name}\` to \`${column}\` (once deployed, the migration loses its values: rename the column in it by hand)`;
}

const cased = {
  key: 'casing',
  message: (count: number) => `${count} fields are mapped to columns in another casing than most.`,
};

const unmapped = {
  key: 'unmapped',
  message: (count: number) => `${count} fields are not mapped to snake case, as most are.`,
  fixTitle: (count: number) =>
    `Map ${count} fields to snake case (once deployed, the migration loses their values: rename the columns in it by hand)`,
};
