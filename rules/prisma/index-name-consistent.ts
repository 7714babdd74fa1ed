import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type Collector, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { NotUnderstood } from '#core/work/understood.ts';
import { databaseNames } from '#rules/checklist.ts';
import {
  bytesOf,
  filled,
  keyOf,
  longestIndexName,
  templateFrom,
  templatesOf,
} from '#rules/detectors/prisma/index-name.ts';
import { mapArgumentOf } from '#rules/detectors/prisma/map-argument.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const indexNameConsistent = globalRule({
  id: 'prisma/index-name-consistent',
  summary: 'Make the names of all indexes in one way.',
  why: 'Query plans, errors and dashboards show the name of an index and nothing else. A name that tells its table and columns as all others do needs no looking up.',
  item: databaseNames,
  references: [
    prismaDocumentation(
      'Custom constraint and index names',
      'prisma-schema/data-model/database-mapping#constraint-and-index-names',
    ),
  ],
  severity: 'info',
  recommended: true,
  options: {
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'One index that is called otherwise',
      bad: `model Order {
  id         Int      @id
  number     String
  customerId Int
  placedAt   DateTime
  status     String

  @@unique([number], map: "idx_order_number")
  @@index([customerId], map: "idx_order_customer_id")
  @@index([placedAt], map: "idx_order_placed_at")
  @@index([status, placedAt], map: «"StatusLookup"»)
}

model Invoice {
  id    Int      @id
  dueAt DateTime
  state String

  @@index([dueAt], map: "idx_invoice_due_at")
  @@index([state], map: "idx_invoice_state")
}
`,
      good: `model Order {
  id         Int      @id
  number     String
  customerId Int
  placedAt   DateTime
  status     String

  @@unique([number], map: "idx_order_number")
  @@index([customerId], map: "idx_order_customer_id")
  @@index([placedAt], map: "idx_order_placed_at")
  @@index([status, placedAt], map: "idx_order_status_placed_at")
}

model Invoice {
  id    Int      @id
  dueAt DateTime
  state String

  @@index([dueAt], map: "idx_invoice_due_at")
  @@index([state], map: "idx_invoice_state")
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, _scope, { allowed }): Iterable<Fact> {
    if (!isTable(model)) return;
    for (const index of indexesOf(model)) {
      const map = mapArgumentOf(index);
      if (map === undefined || allowed.includes(map.value) || !isNamed(index)) continue;
      const templates = templatesOf(index, model).map(keyOf);
      const isUnique = index.kind === 'unique';
      yield { key: 'indexes', model: model.name.value, map: map.value, span: map.span, isUnique, templates };
    }
  },
  *compare(facts) {
    // Keys may have an ending of their own.
    const indexes = facts.filter(({ value }) => !value.isUnique);
    const usual = usualTemplate(indexes.map(({ value }) => value));
    if (usual === undefined) return;
    for (const { section, value } of indexes) {
      if (value.templates.includes(usual.key)) continue;
      const { model, map, span } = value;
      yield {
        section,
        value: {
          span,
          message: `Index “${map}” of ${model} is not called as most indexes are.`,
          fixes: [nameFix(model, map, usual.key, section.uri)],
          cause: many,
        },
      };
    }
  },
});

interface Fact extends Keyed {
  readonly model: string;
  readonly map: string;
  readonly span: Span;
  readonly isUnique: boolean;
  /** All ways in which the name may be made of those of table and columns. */
  readonly templates: readonly string[];
}

const leastIndexes = 4;
const leastShare = 0.75;

/** An index over some rows, or of another kind, is called after what it is for. */
function isNamed({ kind, fieldLevel, where, type, fields }: ModelIndex): boolean {
  const isPlain = where === undefined && type === undefined && fields.every(({ ops }) => ops === undefined);
  return (kind === 'index' || kind === 'unique') && !fieldLevel && isPlain && fields.length > 0;
}

function usualTemplate(facts: readonly Fact[]): { readonly key: string; readonly alike: number } | undefined {
  const counts = new Map<string, number>();
  for (const { templates } of facts) for (const key of templates) counts.set(key, (counts.get(key) ?? 0) + 1);
  let best: { readonly key: string; readonly alike: number } | undefined;
  for (const [key, alike] of counts) if (best === undefined || alike > best.alike) best = { key, alike };
  return best !== undefined && best.alike >= leastIndexes && best.alike >= facts.length * leastShare ? best : undefined;
}

function nameFix(owner: string, map: string, template: string, uri: string): Fix {
  return {
    title: `Name the index “${map}” of ${owner} as the others are (the migration renames it)`,
    safety: 'review',
    changes: {
      rootUri: uri,
      make: (survey) => {
        const models = survey.gathered(everyModel).map(({ value }) => value);
        const model = models.find(({ name }) => name.value === owner);
        const index = model && indexesOf(model).find((one) => mapArgumentOf(one)?.value === map);
        const written = index && mapArgumentOf(index);
        if (model === undefined || index === undefined || written === undefined) throw new NotUnderstood();
        const name = filled(
          templateFrom(template),
          model,
          index.fields.map(({ value }) => value),
        );
        const isTaken = models.some((one) => indexesOf(one).some((other) => other.map === name));
        if (isTaken || bytesOf(name) > longestIndexName) throw new NotUnderstood();
        return [
          { kind: 'text', section: model.section, edits: [{ span: written.span, newText: JSON.stringify(name) }] },
        ];
      },
    },
  };
}

const everyModel: Collector<PrismaModel> = {
  on: ['prisma.model'],
  isClosed: () => false,
  gather: (node) => (node.kind === 'prisma.model' ? [node] : []),
};

const many = {
  key: 'names',
  message: (count: number) => `${count} indexes are not called as most are.`,
  fixTitle: (count: number) => `Name ${count} indexes as the others are (the migration renames them)`,
};
