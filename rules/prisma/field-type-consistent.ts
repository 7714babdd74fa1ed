import { isScalarType } from '#core/prisma/field.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { columnValues } from '#rules/checklist.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { mostCommon } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const fieldTypeConsistent = globalRule({
  id: 'prisma/field-type-consistent',
  summary: 'Give fields of one name one type in all models.',
  why: 'Who knows `Order.weight` takes `Parcel.weight` for the same. Where one is an Int and the other a text, values that are copied or compared are converted somewhere, or not.',
  item: columnValues,
  references: [
    prismaDocumentation('Model field scalar types', 'reference/prisma-schema-reference#model-field-scalar-types'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A weight that is a text once',
      bad: `model Product {
  id     Int @id
  weight Int
}

model Parcel {
  id     Int @id
  weight Int
}

model Pallet {
  id     Int @id
  weight Int
}

model Truck {
  id     Int    @id
  «weight» String
}
`,
      good: `model Product {
  id     Int @id
  weight Int
}

model Parcel {
  id     Int @id
  weight Int
}

model Pallet {
  id     Int @id
  weight Int
}

model Truck {
  id     Int @id
  weight Int
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, scope): Iterable<Fact> {
    if (!isTable(model) || isLibraryTable(model, scope)) return;
    for (const { name, type, isList } of model.fields) {
      const key = foldedName(name.value);
      if (!isScalarType(type.value) || looseNames.has(key)) continue;
      const written = `${type.value}${isList ? '[]' : ''}`;
      yield { key, name: `${model.name.value}.${name.value}`, span: name.span, type: written };
    }
  },
  *compare(facts) {
    const usual = mostCommon(facts, ({ value }) => value.type)?.value.type;
    const alike = facts.filter(({ value }) => value.type === usual);
    const [first] = alike;
    if (first === undefined || alike.length < leastAlike || alike.length * 4 < facts.length * 3) return;
    for (const { section, value } of facts) {
      if (value.type === usual) continue;
      const { name, span, type } = value;
      const message = `\`${name}\` is ${article(type)} ${type}; in other models it is ${article(usual ?? '')} ${usual}.`;
      const related = [{ section: first.section, span: first.value.span, message: `Here it is ${usual}.` }];
      yield { section, value: { span, message, related } };
    }
  },
});

const leastAlike = 3;

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
  readonly type: string;
}

/** Names that mean something else in each model. */
const looseNames: ReadonlySet<string> = wordSet(
  'id value type data content metadata meta payload key code number position order version status state result input output config options settings default min max size total amount count level score index rank body text details extra source target from to start end date time duration interval period year month day note notes reference ref',
);

function article(type: string): string {
  return /^[AEIOU]/.test(type) ? 'an' : 'a';
}
