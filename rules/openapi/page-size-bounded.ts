import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { pagination } from '#rules/checklist.ts';
import { defaultInText, maximumInText } from '#rules/detectors/openapi/bound-in-text.ts';
import { type PageSize, pageSizeOf } from '#rules/detectors/openapi/page-size.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { aip, owasp } from '#rules/sources.ts';

export const pageSizeBounded = globalRule({
  id: 'openapi/page-size-bounded',
  summary: 'Give the page size a maximum.',
  why: 'Without a maximum one client can ask for a million rows, and use up the memory and the database connections that all others need.',
  item: pagination,
  references: [owasp(4), aip(158)],
  severity: 'warning',
  recommended: true,
  options: {
    maximum: {
      default: 100,
      description: 'The maximum that the fix writes where neither the text nor the other lists name one.',
    },
  },
  examples: [
    {
      title: 'A limit without a maximum',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «limit»
          in: query
          schema:
            type: integer
            minimum: 1
        - name: cursor
          in: query
          schema:
            type: string
      responses:
        '200': { description: A page of orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
            minimum: 1
            maximum: 100
        - name: cursor
          in: query
          schema:
            type: string
      responses:
        '200': { description: A page of orders. }
`,
    },
    {
      title: 'The maximum is only in the description',
      bad: `swagger: '2.0'
parameters:
  PageSize:
    name: «page_size»
    in: query
    description: Orders per page, at most 250.
    type: integer
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/parameters/PageSize'
      responses:
        '200': { description: A page of orders. }
`,
      good: `swagger: '2.0'
parameters:
  PageSize:
    name: page_size
    in: query
    description: Orders per page, at most 250.
    type: integer
    maximum: 250
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/parameters/PageSize'
      responses:
        '200': { description: A page of orders. }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<PageSizeFact> {
    const size = pageSizeOf(operation, scope);
    if (size !== undefined) yield { key: 'page sizes', ...size };
  },
  *compare(facts, { maximum }) {
    const usual = usualMaxima(facts.map(({ value }) => value));
    for (const { value } of onePerPlace(facts.filter(({ value: size }) => !size.isBounded)))
      yield endlessSize(value, usual.get(value.name) ?? maximum);
  },
});

type PageSizeFact = Keyed & PageSize;

/** The maximum that most lists have, in their schema or in their text, by the name of the parameter. */
function usualMaxima(sizes: readonly PageSize[]): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const { name, maximum, texts } of sizes) {
    const known = maximum ?? maximumInText(texts);
    if (known === undefined) continue;
    const own = counts.get(name) ?? new Map<number, number>();
    counts.set(name, own.set(known, (own.get(known) ?? 0) + 1));
  }
  return new Map([...counts].map(([name, own]) => [name, mostFrequent(own)]));
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

function endlessSize(size: PageSize, usual: number): InSection<Finding> {
  const { section, span, name, title, isShared, texts, largestSeen, owner } = size;
  const named = maximumInText(texts);
  const subject = isShared ? `The shared page size “${name}”` : `The page size “${name}” of ${title}`;
  const message = `${subject} ${lackOf(named)}.`;
  const fix = limitTo(owner, name, named ?? Math.max(usual, largestSeen, defaultInText(texts)));
  return { section, value: { span, message, ...(fix ? { fixes: [fix] } : {}), cause: copies(size, named) } };
}

function lackOf(named: number | undefined): string {
  return named === undefined ? 'has no maximum' : `has its maximum of ${named} in the text only`;
}

/** What is said in texts only is one habit; else one parameter is written anew in many operations. */
function copies({ name }: PageSize, named: number | undefined): Cause {
  if (named !== undefined) return inTextOnly;
  return {
    key: name,
    message: (count) => `The page size “${name}” has no maximum at ${count} places.`,
    fixTitle: (count) => `Set the maximum of \`${name}\` at ${count} places`,
  };
}

const inTextOnly: Cause = {
  key: 'in the text',
  message: (count) => `${count} page sizes have their maximum in the text only.`,
  fixTitle: (count) => `Set the maximum of ${count} page sizes as their texts say`,
};

function limitTo(owner: PageSize['owner'], name: string, value: number): Fix | undefined {
  if (owner === undefined) return undefined;
  const { uri } = owner;
  const pointer = [...owner.pointer, 'maximum'];
  const change = { kind: 'set', uri, pointer, value, after: ['minimum', 'format', 'type'] } as const;
  return { title: `Set the maximum of \`${name}\` to ${value}`, safety: 'review', changes: [change] };
}
