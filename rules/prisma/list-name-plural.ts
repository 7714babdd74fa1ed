import { bareType, modelOf } from '#core/prisma/named-block.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import { foldedName, toPascalCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { resourceNouns } from '#core/text/resource-nouns.ts';
import type { Span } from '#core/text/span.ts';
import { databaseNames } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { renameFix } from '#rules/fixes/prisma/rename.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { singularPlurals, uncountables } from '#rules/words/model-plurals.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const listNamePlural = globalRule({
  id: 'prisma/list-name-plural',
  summary: 'Name lists in the plural.',
  why: '`order.item` reads as one item: whoever includes it is surprised by a list, and the type checker finds it late or, in templates and JSON, never.',
  item: databaseNames,
  references: [prismaDocumentation('Relations', 'prisma-schema/data-model/relations')],
  severity: 'info',
  recommended: true,
  options: {
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'A list of rows called after one of them',
      bad: `model Order {
  id       Int       @id
  «item»     Item[]
  payments Payment[]
  refunds  Refund[]
}

model Item {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int

  @@index([orderId])
}

model Payment {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int

  @@index([orderId])
}

model Refund {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int

  @@index([orderId])
}
`,
      good: `model Order {
  id       Int       @id
  items    Item[]
  payments Payment[]
  refunds  Refund[]
}

model Item {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int

  @@index([orderId])
}

model Payment {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int

  @@index([orderId])
}

model Refund {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int

  @@index([orderId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, scope, { allowed }): Iterable<Fact> {
    if (!isTable(model)) return;
    for (const field of model.fields) {
      const { name, isList, section } = field;
      if (!isList || allowed.includes(name.value)) continue;
      const words = wordsOf(name.value);
      const last = words.at(-1) ?? '';
      if (words.some((word) => joining.has(word)) || singularPlurals.has(last) || uncountables.has(last)) continue;
      // What begins with a capital is told of by its casing.
      if (/^[A-Z]/.test(name.value) || qualities.has(last)) continue;
      const isPlural = words.some((word) => singularOf(word) !== word && !singularPlurals.has(word));
      const isRelation = modelOf(field, scope) !== undefined;
      const isNamedAfterOne =
        isOneOf(words, bareType(field), isRelation) ||
        (words.length === 1 && resourceNouns.has(last) && !isOrdered(last, isRelation));
      const written = name.value.slice(-last.length);
      if (written.toLowerCase() !== last) continue;
      const plural = written === last ? pluralOf(last) : toPascalCase(pluralOf(last));
      yield {
        key: 'lists',
        model: model.name.value,
        name: name.value,
        number: isPlural ? 'plural' : isNamedAfterOne ? 'singular' : 'unknown',
        plural: name.value.slice(0, name.value.length - last.length) + plural,
        span: name.span,
        isRelation,
        canBeRenamed: section.dialect === 'prisma7',
      };
    }
  },
  *compare(facts) {
    const plurals = facts.filter(({ value }) => value.number === 'plural').length;
    const singulars = facts.filter(({ value }) => value.number === 'singular');
    if (plurals < leastPlurals || plurals < singulars.length * 2) return;
    for (const { section, value } of singulars) {
      const { model, name, plural, span, isRelation, canBeRenamed } = value;
      const kept = isRelation ? '' : '; its column keeps its name by `@map`';
      const fix = renameFix(`Rename \`${model}.${name}\` to \`${plural}\`${kept}`, section.uri, [
        { kind: 'field', block: model, from: name, to: plural },
      ]);
      yield {
        section,
        value: {
          span,
          message: `\`${model}.${name}\` is a list with a singular name, and the other lists are plural.`,
          fixes: canBeRenamed ? [fix] : [],
          cause: {
            key: 'singular',
            message: (count: number) => `${count} lists have singular names.`,
            fixTitle: (count: number) => `Rename ${count} lists to the plural`,
          },
        },
      };
    }
  },
});

const leastPlurals = 2;

interface Fact extends Keyed {
  readonly model: string;
  readonly name: string;
  readonly number: 'plural' | 'singular' | 'unknown';
  /** The name in the plural. */
  readonly plural: string;
  readonly span: Span;
  readonly isRelation: boolean;
  readonly canBeRenamed: boolean;
}

/** “filterByTag”, `sort_by`, `Post_Comment_authorToUser` */
const joining: ReadonlySet<string> = wordSet(
  'by in of not any all with without per has is to as for on from at where via using',
);

/** Last words that are no nouns: “imagesNew”. */
const qualities: ReadonlySet<string> = wordSet(
  'new old legacy current latest default archived raw active daily hourly weekly monthly yearly',
);

/** “userAction” of “UserAction”, `item` of `OrderItem`, `order` of “OrderSnapshot”. */
function isOneOf(words: readonly string[], type: string, isRelation: boolean): boolean {
  const [own, other] = [words.join(''), foldedName(type)];
  const isBeginning = isRelation && words.every((word, at) => wordsOf(type)[at] === word);
  const isEnd = wordsOf(type).at(-1) === words.at(-1) && (isRelation || words.length === 1);
  return other === own || other === pluralOf(own) || isBeginning || isEnd;
}

/** The order, the range, the scope of values says how they are. */
function isOrdered(word: string, isRelation: boolean): boolean {
  return !isRelation && /^(?:order|range|scope|race|domain|position)$/.test(word);
}
