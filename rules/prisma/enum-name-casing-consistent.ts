import { type Cause, globalRule, type InSection } from '#core/rule.ts';
import { databaseNames } from '#rules/checklist.ts';
import { fitsStyle, inStyle } from '#rules/detectors/openapi/name-writing.ts';
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

export const enumNameCasingConsistent = globalRule({
  id: 'prisma/enum-name-casing-consistent',
  summary: 'Write the names of all enums in one casing.',
  why: 'The client makes a type of each enum, beside those of the models. Where one is `order_status` among `UserRole` and `Order`, its imports look like variables.',
  item: databaseNames,
  references: [
    prismaDocumentation('Naming conventions', 'reference/prisma-schema-reference#naming-conventions-1'),
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
      title: 'One enum that is called as its type in the database is',
      bad: `enum UserRole {
  ADMIN
  MEMBER
}

enum «order_status» {
  OPEN
  PAID
}

model User {
  id   Int      @id
  role UserRole
}

model Order {
  id     Int          @id
  status order_status @default(OPEN)
}

model Invoice {
  id Int @id
}
`,
      good: `enum UserRole {
  ADMIN
  MEMBER
}

enum OrderStatus {
  OPEN
  PAID

  @@map("order_status")
}

model User {
  id   Int      @id
  role UserRole
}

model Order {
  id     Int         @id
  status OrderStatus @default(OPEN)
}

model Invoice {
  id Int @id
}
`,
    },
  ],
  on: ['prisma.model', 'prisma.enum', 'prisma.type'],
  gather: blockName,
  *compare(facts, { casing, allowed }) {
    const enums = facts.filter(({ value }) => value.kind === 'enum' && !allowed.includes(value.name));
    if (enums.length === 0) return;
    // Few enums tell no style; with the models they do.
    const telling = enums.length < leastNames ? facts.filter(({ value }) => value.kind !== 'other') : enums;
    const usual = usualStyle(countWritings(telling.map(({ value }) => value)), casing, leastNames);
    if (usual === undefined) return;
    const told = telling === enums ? 'enums' : 'models and enums';
    const names = new Set(facts.map(({ value }) => value.name));
    for (const fact of enums) if (!fitsStyle(fact.value.writing, usual.style)) yield finding(fact, usual, told, names);
  },
});

const leastNames = 5;

function finding(
  { section, value }: InSection<BlockName>,
  usual: UsualStyle,
  told: string,
  names: ReadonlySet<string>,
) {
  const { name, writing, span, canBeRenamed } = value;
  const meant = inStyle(name, usual.style);
  const fix = renameFix(`Rename enum ${name} to ${meant}; the database keeps its name by \`@@map\``, section.uri, [
    { kind: 'enum', from: name, to: meant },
  ]);
  return {
    section,
    value: {
      span,
      message: `Enum ${name} is ${saidWriting(writing)}, and ${mostAre(usual, told)}.`,
      fixes: canBeRenamed && !names.has(meant) ? [fix] : [],
      cause: manyOf(usual),
    },
  };
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) => `The names of ${count} enums are not ${usual.style}.`,
    fixTitle: (count) => `Rename ${count} enums to ${usual.style}; the database keeps their names by \`@@map\``,
  };
}
