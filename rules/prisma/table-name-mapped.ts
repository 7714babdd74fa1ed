import { mappedName } from '#core/prisma/field.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { databaseNames } from '#rules/checklist.ts';
import { fitsStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import { countWritings, saidWriting, type UsualStyle, usualStyle } from '#rules/detectors/openapi/usual-style.ts';
import { mostCommon } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { type TableNaming, tableName, tableNaming } from '#rules/detectors/prisma/table-name.ts';
import { mapNameFix } from '#rules/fixes/prisma/map-name.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const others = ['Customer', 'Order', 'Invoice', 'Payment']
  .map((name) => `model ${name} {\n  id Int @id\n\n  @@map("${name.toLowerCase()}s")\n}\n`)
  .join('\n');

export const tableNameMapped = globalRule({
  id: 'prisma/table-name-mapped',
  summary: 'Call all tables in the way most of them are called.',
  why: 'SQL is written against tables, not against models: reports, migrations by hand, the console. Where one table is `"OrderItem"` among `orders` and `customers`, it needs quotes, and nobody guesses its name.',
  item: databaseNames,
  references: [prismaDocumentation('Mapping names to the database', 'prisma-schema/data-model/database-mapping')],
  severity: 'info',
  recommended: true,
  options: {
    allowed: { default: [], description: 'Models whose tables are called as they are.' },
  },
  examples: [
    {
      title: 'One table that is called as its model is',
      bad: `${others}
model «OrderItem» {
  id Int @id
}
`,
      good: `${others}
model OrderItem {
  id Int @id

  @@map("order_items")
}
`,
    },
    {
      title: 'A name in another casing',
      bad: `${others}
model OrderItem {
  id Int @id

  @@map(«"OrderItemTable"»)
}
`,
      good: `${others}
model OrderItem {
  id Int @id

  @@map("order_items")
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, _scope, { allowed }): Iterable<Fact> {
    if (!isTable(model) || allowed.includes(model.name.value)) return;
    const mapped = mappedName(model);
    const naming = tableNaming(model);
    const { dialect } = model.section;
    yield {
      key: 'tables',
      name: model.name.value,
      span: mapped?.span ?? model.name.span,
      ...(mapped && { mapped: mapped.value }),
      ...(naming && { naming }),
      canBeMapped: dialect === 'prisma7',
    };
  },
  *compare(facts) {
    const mapped = facts.flatMap(({ value }) => (value.mapped === undefined ? [] : [{ ...value, name: value.mapped }]));
    const usual = usualTables(mapped.map(({ name }) => writingOf(name)));
    if (usual === undefined) return;
    const naming = usualNaming(facts.map(({ value }) => value));
    const isHabit = mapped.length >= facts.length * leastShare;
    for (const { section, value } of facts) {
      const writing = writingOf(value.mapped ?? value.name);
      if (fitsStyle(writing, usual.style) || (value.mapped === undefined && !isHabit)) continue;
      const { name, span } = value;
      if (value.mapped !== undefined) {
        const message = `The table of ${name} is ${saidWriting(writing)}, and most tables are ${usual.style}.`;
        yield { section, value: { span, message, cause: cased } };
        continue;
      }
      const meant = naming && tableName(name, naming);
      const fix =
        meant !== undefined && value.canBeMapped
          ? [mapNameFix(titleOf(name, meant), section.uri, { model: name, name: meant })]
          : [];
      yield {
        section,
        value: {
          span,
          message: `${name} has no \`@@map\`, as most models have.${meant === undefined ? '' : ` Its table would be “${meant}”.`}`,
          fixes: fix,
          cause: unmapped,
        },
      };
    }
  },
});

const leastTables = 4;
const leastShare = 0.7;

interface Fact extends Keyed {
  readonly name: string;
  readonly mapped?: string;
  readonly naming?: TableNaming;
  readonly span: Span;
  readonly canBeMapped: boolean;
}

/** Names of one word in lower case are taken for snake case. */
function usualTables(writings: readonly Writing[]): UsualStyle | undefined {
  const alike = writings.filter((writing) => fitsStyle(writing, 'snake_case')).length;
  if (writings.length >= leastTables && alike >= writings.length * leastShare)
    return { style: 'snake_case', alike, all: writings.length, isChosen: false };
  return usualStyle(countWritings(writings.map((writing) => ({ writing }))), 'auto', leastTables);
}

/** Undefined where the mapped names are made in several ways. */
function usualNaming(facts: readonly Fact[]): TableNaming | undefined {
  const known = facts.flatMap(({ naming }) => naming ?? []);
  const keyOf = ({ prefix, form }: TableNaming) => `${form} ${prefix}`;
  const most = mostCommon(known, keyOf);
  const alike = known.filter((one) => most !== undefined && keyOf(one) === keyOf(most)).length;
  return alike >= leastTables - 1 && alike * 4 >= known.length * 3 ? most : undefined;
}

function titleOf(model: string, table: string): string {
  return `Map ${model} to \`${table}\` (once deployed, the migration loses the rows: rename the table in it by hand)`;
}

const cased = {
  key: 'casing',
  message: (count: number) => `${count} tables are mapped to names in another casing than most.`,
};

const unmapped = {
  key: 'unmapped',
  message: (count: number) => `${count} models have no \`@@map\`, as most have.`,
  fixTitle: (count: number) =>
    `Map ${count} models (once deployed, the migration loses their rows: rename the tables in it by hand)`,
};
