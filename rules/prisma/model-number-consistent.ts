import { globalRule, type Keyed } from '#core/rule.ts';
import { toPascalCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { resourceNouns } from '#core/text/resource-nouns.ts';
import type { Span } from '#core/text/span.ts';
import { databaseNames } from '#rules/checklist.ts';
import { blockName } from '#rules/detectors/prisma/block-names.ts';
import { joinColumnsOf } from '#rules/detectors/prisma/join-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { renameFix } from '#rules/fixes/prisma/rename.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { activityNouns, stockNouns } from '#rules/words/growing-nouns.ts';
import { connectingWords } from '#rules/words/join-models.ts';
import { singularPlurals, uncountables } from '#rules/words/model-plurals.ts';

export const modelNumberConsistent = globalRule({
  id: 'prisma/model-number-consistent',
  summary: 'Name all models in the singular, or all in the plural.',
  why: 'A model is the type of one row, and its name is read in code all day. Where one is `Orders` among `Customer` and `Invoice`, its type reads as a list, and everybody has to remember which one it was.',
  item: databaseNames,
  references: [prismaDocumentation('Naming conventions', 'reference/prisma-schema-reference#naming-conventions')],
  severity: 'info',
  recommended: true,
  options: {
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'One model in the plural',
      bad: `model Customer {
  id Int @id
}

model Invoice {
  id Int @id
}

model Product {
  id Int @id
}

model «Orders» {
  id Int @id
}
`,
      good: `model Customer {
  id Int @id
}

model Invoice {
  id Int @id
}

model Product {
  id Int @id
}

model Order {
  id Int @id

  @@map("Orders")
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, scope, { allowed }): Iterable<Fact> {
    if (!isTable(model) || allowed.includes(model.name.value)) return;
    const { value: name, span } = model.name;
    const words = wordsOf(name);
    const last = words.at(-1) ?? '';
    if (words.slice(1).some((word) => connectingWords.includes(word)) || joinColumnsOf(model, scope) !== undefined)
      return;
    const number = numberOf(last);
    if (number === undefined) return;
    const other = number === 'plural' ? singularOf(last) : pluralOf(last);
    const isKnown = isNoun(number === 'plural' ? other : last);
    const canBeRenamed = blockName(model, scope)[0]?.canBeRenamed === true;
    yield { key: 'models', name, number, isKnown, other: withLast(name, last, other), span, canBeRenamed };
  },
  *compare(facts) {
    const plurals = facts.filter(({ value }) => value.number === 'plural').length;
    const [usual, alike] =
      plurals * 2 > facts.length ? (['plural', plurals] as const) : (['singular', facts.length - plurals] as const);
    if (facts.length < leastModels || alike < facts.length * leastShare) return;
    for (const { section, value } of facts) {
      const { name, number, isKnown, other, span, canBeRenamed } = value;
      if (number === usual || !isKnown) continue;
      const fix = renameFix(`Rename model ${name} to ${other}; its table keeps its name by \`@@map\``, section.uri, [
        { kind: 'model', from: name, to: other },
      ]);
      yield {
        section,
        value: {
          span,
          message: `Model ${name} is ${number}, and most model names are ${usual}.`,
          fixes: canBeRenamed ? [fix] : [],
          cause: {
            key: usual,
            message: (count: number) => `The names of ${count} models are not ${usual}, as most are.`,
            fixTitle: (count: number) =>
              `Rename ${count} models to the ${usual}; their tables keep their names by \`@@map\``,
          },
        },
      };
    }
  },
});

const leastModels = 4;
const leastShare = 0.75;

interface Fact extends Keyed {
  readonly name: string;
  readonly number: 'singular' | 'plural';
  /** True where the noun is one of those that have both forms for sure. */
  readonly isKnown: boolean;
  /** The name in the other number. */
  readonly other: string;
  readonly span: Span;
  readonly canBeRenamed: boolean;
}

/** Undefined for a word that tells none. */
function numberOf(word: string): Fact['number'] | undefined {
  if (singularPlurals.has(word) || uncountables.has(word)) return undefined;
  const singular = singularOf(word);
  return singular !== word && pluralOf(singular) === word ? 'plural' : 'singular';
}

function isNoun(word: string): boolean {
  return resourceNouns.has(word) || activityNouns.has(word) || stockNouns.has(word);
}

/** The name with another last word, cased as that one was. */
function withLast(name: string, last: string, other: string): string {
  const written = name.slice(-last.length);
  return name.slice(0, name.length - last.length) + (written === last ? other : toPascalCase(other));
}
