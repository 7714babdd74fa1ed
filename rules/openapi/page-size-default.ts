import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { pagination } from '#rules/checklist.ts';
import { defaultOf, maximumInText } from '#rules/detectors/openapi/bound-in-text.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { type PageSize, pageSizeOf } from '#rules/detectors/openapi/page-size.ts';
import { parameterTitle } from '#rules/detectors/openapi/parameter-site.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { aip } from '#rules/sources.ts';

export const pageSizeDefault = globalRule({
  id: 'openapi/page-size-default',
  summary: 'Say how long a page is when nobody asks for a size.',
  why: 'Clients that name no size are sized by the server, and find out by counting. When it is changed unannounced, what they hold in memory or show on a screen changes with it.',
  item: pagination,
  references: [aip(158)],
  severity: 'info',
  recommended: false,
  options: {
    size: { default: 20, description: 'The default that the fix writes where no other list has one.' },
  },
  examples: [
    {
      title: 'A limit without a default',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «limit»
          in: query
          schema:
            type: integer
            maximum: 100
        - name: cursor
          in: query
          schema:
            type: string
      responses:
        '200': { description: A page of orders. }
  /users:
    get:
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
            maximum: 100
            default: 25
      responses:
        '200': { description: A page of users. }
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
            maximum: 100
            default: 25
        - name: cursor
          in: query
          schema:
            type: string
      responses:
        '200': { description: A page of orders. }
  /users:
    get:
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
            maximum: 100
            default: 25
      responses:
        '200': { description: A page of users. }
`,
    },
    {
      title: 'The shared page size of Swagger 2.0',
      bad: `swagger: '2.0'
parameters:
  PageSize:
    name: «page_size»
    in: query
    type: integer
    maximum: 10
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
    type: integer
    maximum: 10
    default: 10
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
  *gather(operation, scope): Iterable<SizeFact> {
    const size = pageSizeOf(operation, scope);
    if (size !== undefined) yield { key: 'page sizes', ...size };
  },
  *compare(facts, { size: standard }) {
    const usual = usualDefaults(facts.map(({ value }) => value));
    for (const { value } of onePerPlace(facts.filter(({ value: size }) => isUnsaid(size))))
      yield unsaidSize(value, usual.get(value.name) ?? standard);
  },
});

type SizeFact = Keyed & PageSize;

/** One that has to be given has no default, and what its text says of one is enough. */
function isUnsaid({ isRequired, hasDefault, texts }: PageSize): boolean {
  return !isRequired && !hasDefault && !texts.some((text) => /\bdefault/i.test(text));
}

/** The default most lists have, by the name of the parameter. */
function usualDefaults(sizes: readonly PageSize[]): ReadonlyMap<string, number> {
  const known = new Map<string, number[]>();
  for (const { name, standard, texts } of sizes) {
    const value = standard ?? defaultOf(texts);
    if (value !== undefined) known.set(name, [...(known.get(name) ?? []), value]);
  }
  return new Map([...known].map(([name, values]) => [name, mostUsed(values) ?? 0]));
}

function unsaidSize(size: PageSize, usual: number): InSection<Finding> {
  const { section, span, name, owner, maximum, texts } = size;
  const message = `${parameterTitle(size)} has no default. State how many items a page has without it.`;
  const value = Math.min(usual, maximum ?? maximumInText(texts) ?? usual);
  const fixes: readonly Fix[] =
    owner === undefined
      ? []
      : [
          {
            title: `Set the default of \`${name}\` to ${value}`,
            safety: 'review',
            changes: [
              {
                kind: 'set',
                uri: owner.uri,
                pointer: [...owner.pointer, 'default'],
                value,
                after: ['maximum', 'minimum', 'format', 'type'],
              },
            ],
          },
        ];
  return { section, value: { span, message, fixes, cause: unsaidSizes(name) } };
}

function unsaidSizes(name: string): Cause {
  return {
    key: name,
    message: (count) => `The page size “${name}” has no default at ${count} places.`,
    fixTitle: (count) => `Set the default of \`${name}\` at ${count} places`,
  };
}
