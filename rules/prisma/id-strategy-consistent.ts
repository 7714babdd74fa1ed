import { attributeOf, attributeText } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { rowKeys } from '#rules/checklist.ts';
import { joinColumnsOf } from '#rules/detectors/prisma/join-model.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { isLookupModel } from '#rules/detectors/prisma/lookup-model.ts';
import { mostCommon } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const others = ['User', 'Order', 'Invoice', 'Payment']
  .map(
    (name) => `model ${name} {
  id        String   @id @default(uuid())
  number    String   @unique
  note      String?
  createdAt DateTime @default(now())
}
`,
  )
  .join('\n');

export const idStrategyConsistent = globalRule({
  id: 'prisma/id-strategy-consistent',
  summary: 'Generate the ids of all models in one way.',
  why: 'Code that takes any id, links, logs and exports have to know which kind each model has. A number among UUIDs is guessable, too, and collides when two databases are joined.',
  item: rowKeys,
  references: [prismaDocumentation('Attribute functions', 'reference/prisma-schema-reference#attribute-functions')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'One number among UUIDs',
      bad: `${others}
model Refund {
  «id»        Int      @id @default(autoincrement())
  number    String   @unique
  note      String?
  createdAt DateTime @default(now())
}
`,
      good: `${others}
model Refund {
  id        String   @id @default(uuid())
  number    String   @unique
  note      String?
  createdAt DateTime @default(now())
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, scope): Iterable<Fact> {
    const id = model.fields.find((field) => attributeOf(field, 'id') !== undefined);
    const value = id && defaultOf(id);
    if (id === undefined || value?.kind !== 'call' || !isTable(model)) return;
    // What there is most of is numbered by BigInt on purpose.
    if (id.type.value === 'BigInt') return;
    // A log may count, a list of values too, and a library chooses for itself.
    if (isLogModel(model) || isLookupModel(model, scope) || joinColumnsOf(model, scope) || isLibraryTable(model, scope))
      return;
    const written = attributeText(id, attributeOf(id, 'default'));
    const strategy = value.name === 'dbgenerated' && /uuid/i.test(written) ? 'uuid' : value.name;
    yield { key: 'ids', name: `${model.name.value}.${id.name.value}`, span: id.name.span, strategy };
  },
  *compare(facts) {
    const strategy = mostCommon(facts, ({ value }) => value.strategy)?.value.strategy;
    const alike = facts.filter(({ value }) => value.strategy === strategy).length;
    if (strategy === undefined || facts.length < leastModels || alike < facts.length * leastShare) return;
    for (const { section, value } of facts) {
      if (value.strategy === strategy) continue;
      const { name, span } = value;
      const message = `\`${name}\` is made by \`${value.strategy}()\`, and most ids are by \`${strategy}()\`.`;
      const cause = {
        key: 'mixed',
        message: (count: number) => `${count} ids are not made by \`${strategy}()\`, as most are.`,
      };
      yield { section, value: { span, message, cause } };
    }
  },
});

const leastModels = 4;
const leastShare = 0.7;

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
  readonly strategy: string;
}
