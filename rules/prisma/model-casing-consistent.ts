import { type Cause, globalRule, type InSection } from '#core/rule.ts';
import { toCamelCase } from '#core/text/casing.ts';
import { databaseNames } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type Writing } from '#rules/detectors/openapi/name-writing.ts';
import {
  casingOption,
  countWritings,
  saidWriting,
  type UsualStyle,
  usualStyle,
} from '#rules/detectors/openapi/usual-style.ts';
import { type BlockName, blockName } from '#rules/detectors/prisma/block-names.ts';
import { mostAre } from '#rules/detectors/prisma/most-are.ts';
import { renameFix } from '#rules/fixes/prisma/rename.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const modelCasingConsistent = globalRule({
  id: 'prisma/model-casing-consistent',
  summary: 'Write the names of all models in one casing.',
  why: 'The client makes a type and a property of each model. Where one is `order_item` among `Order` and `Invoice`, everybody has to look up which is which, and imports of the odd one look like mistakes.',
  item: databaseNames,
  references: [
    prismaDocumentation('Naming conventions', 'reference/prisma-schema-reference#naming-conventions'),
    prismaDocumentation('Mapping names to the database', 'prisma-schema/data-model/database-mapping'),
  ],
  severity: 'info',
  recommended: true,
  options: {
    casing: casingOption,
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'One model that is called as its table is',
      bad: `model Customer {
  id     Int     @id
  orders Order[]
}

model Order {
  id         Int          @id
  customer   Customer     @relation(fields: [customerId], references: [id])
  customerId Int
  items      order_item[]

  @@index([customerId])
}

model Invoice {
  id Int @id
}

model «order_item» {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int

  @@index([orderId])
}
`,
      good: `model Customer {
  id     Int     @id
  orders Order[]
}

model Order {
  id         Int         @id
  customer   Customer    @relation(fields: [customerId], references: [id])
  customerId Int
  items      OrderItem[]

  @@index([customerId])
}

model Invoice {
  id Int @id
}

model OrderItem {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int

  @@index([orderId])
  @@map("order_item")
}
`,
    },
  ],
  on: ['prisma.model', 'prisma.enum', 'prisma.type'],
  gather: blockName,
  *compare(facts, { casing, allowed }) {
    const models = facts.filter(({ value }) => value.kind === 'model' && !allowed.includes(value.name));
    const usual = usualModels(countWritings(models.map(({ value }) => value)), casing);
    if (usual === undefined) return;
    const names = new Set(facts.map(({ value }) => value.name));
    const isCamel = models.reduce((more, { value }) => more + value.camelFields - value.snakeFields.length, 0) > 0;
    for (const fact of models)
      if (!fitsStyle(fact.value.writing, usual.style)) yield finding(fact, usual, names, isCamel);
  },
});

const leastModels = 4;

/** Names of one word in lower case are taken for snake case, where nearly all are. */
function usualModels(counts: ReadonlyMap<Writing, number>, casing: string): UsualStyle | undefined {
  const usual = usualStyle(counts, casing, leastModels);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const alike = (counts.get('lower') ?? 0) + (counts.get('snake_case') ?? 0);
  if (usual !== undefined || all < leastModels || alike < all * 0.7) return usual;
  return { style: 'snake_case', alike, all, isChosen: false };
}

function finding(
  { section, value }: InSection<BlockName>,
  usual: UsualStyle,
  names: ReadonlySet<string>,
  isCamel: boolean,
) {
  const { name, writing, span, canBeRenamed } = value;
  const meant = inStyle(name, usual.style);
  // The fields of another program's table are told of by its name alone, and come along.
  const fields = isCamel && writing === 'snake_case' ? value.snakeFields : [];
  const fix = renameFix(
    `Rename model ${name} to ${meant}${fields.length > 0 ? ', and its fields' : ''}; the database keeps its names by \`@@map\``,
    section.uri,
    [
      { kind: 'model', from: name, to: meant },
      ...fields.map((field) => ({ kind: 'field', block: name, from: field, to: toCamelCase(field) }) as const),
    ],
  );
  return {
    section,
    value: {
      span,
      message: `Model ${name} is ${saidWriting(writing)}, and ${mostAre(usual, 'models')}.`,
      fixes: canBeRenamed && !names.has(meant) ? [fix] : [],
      cause: manyOf(usual),
    },
  };
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) =>
      `The names of ${count} models are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : 'most are'}.`,
    fixTitle: (count) => `Rename ${count} models to ${usual.style}; their tables keep their names by \`@@map\``,
  };
}
