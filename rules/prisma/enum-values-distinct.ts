import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaSection } from '#core/prisma/model.ts';
import { modelCalled } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { columnValues } from '#rules/checklist.ts';
import { areAkin } from '#rules/detectors/prisma/akin-names.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { verdicts } from '#rules/words/states.ts';

export const enumValuesDistinct = globalRule({
  id: 'prisma/enum-values-distinct',
  summary: 'Declare one enum for one set of values.',
  why: 'Two enums of the same values are two types in the database and in the client: values have to be cast between them, and one is added to the first and forgotten in the second.',
  item: columnValues,
  references: [prismaDocumentation('Enums', 'prisma-schema/data-model/models#defining-enums')],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'The same states twice',
      bad: `enum OrderStatus {
  OPEN
  PAID
  SHIPPED
}

enum «PurchaseState» {
  OPEN
  PAID
  SHIPPED
}

model Order {
  id     Int         @id
  status OrderStatus
}

model Purchase {
  id    Int           @id
  state PurchaseState
}
`,
      good: `enum OrderStatus {
  OPEN
  PAID
  SHIPPED
}

model Order {
  id     Int         @id
  status OrderStatus
}

model Purchase {
  id    Int         @id
  state OrderStatus
}
`,
    },
  ],
  on: ['prisma.enum'],
  gather({ name, values, section }, scope): readonly Fact[] {
    if (isOfColumn(name.value, section, scope)) return [];
    const own = values.map((value) => foldedName(value.name.value)).sort();
    if (own.length < leastValues || own.every((value) => verdicts.has(value))) return [];
    const key = own.join(' ');
    return [{ key, name: name.value, span: name.span }];
  },
  *compare(facts) {
    for (const [place, { section, value }] of facts.entries()) {
      const first = facts.slice(0, place).find((before) => areAkin(before.value.name, value.name));
      if (first === undefined) continue;
      const message = `${value.name} has the same values as ${first.value.name}. Use one enum for both.`;
      const related = [{ section: first.section, span: first.value.span, message: 'The same values.' }];
      yield { section, value: { span: value.span, message, related } };
    }
  },
});

/** MySQL has no enums beside its columns: `prisma db pull` makes one of each, `user_gender`. */
function isOfColumn(name: string, section: PrismaSection, scope: Scope): boolean {
  if (providerOf(scope.roots('prisma.datasource')) !== 'mysql') return false;
  return [...name.matchAll(/_/g)].some(({ index }) => {
    const model = modelCalled(name.slice(0, index), section, scope);
    return model !== undefined && fieldOf(model, name.slice(index + 1)) !== undefined;
  });
}

/** Two or three words, such as yes and no, come together by chance. */
const leastValues = 3;

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
}
