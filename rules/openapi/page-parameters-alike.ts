import type { Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { pagination } from '#rules/checklist.ts';
import { pagingOf, parameterWord } from '#rules/detectors/openapi/paging.ts';
import { pagingStyleOf } from '#rules/detectors/openapi/paging-style.ts';
import { type ParameterSite, parameterSite, parameterTitle } from '#rules/detectors/openapi/parameter-site.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { zalando } from '#rules/sources.ts';
import { limitNames, opaqueCursorNames } from '#rules/words/paging-parameters.ts';

export const pageParametersAlike = globalRule({
  id: 'openapi/page-parameters-alike',
  summary: 'Call the page size and the cursor the same in all lists.',
  why: 'Where one list takes `limit` and the next one `pageSize`, a wrong name is ignored in silence, and the client reads the first twenty rows of a thousand.',
  item: pagination,
  references: [zalando(137)],
  severity: 'info',
  recommended: false,
  options: {
    limit: { default: '', description: 'What the page size is called; what most lists call it where this is empty.' },
    cursor: { default: '', description: 'What the cursor is called; what most lists call it where this is empty.' },
  },
  examples: [
    {
      title: 'A page size of another name',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /users:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /invoices:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /payments:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /books:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /authors:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /loans:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /readers:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /shelves:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /refunds:
    get:
      parameters:
        - name: «pageSize»
          in: query
          schema: { type: integer, maximum: 100 }
      responses: {}
components:
  parameters:
    Limit: { name: limit, in: query, schema: { type: integer, maximum: 100 } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /users:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /invoices:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /payments:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /books:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /authors:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /loans:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /readers:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /shelves:
    get: { parameters: [{ $ref: '#/components/parameters/Limit' }], responses: {} }
  /refunds:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer, maximum: 100 }
      responses: {}
components:
  parameters:
    Limit: { name: limit, in: query, schema: { type: integer, maximum: 100 } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<NameFact> {
    if (operation.method !== 'get' || operation.origin !== 'path' || operation.deprecated?.value === true) return;
    const { limit, cursor } = pagingOf(operation, scope);
    const siteOf = (parameter: Parameter): NameSite => ({
      ...parameterSite(parameter, operation),
      owner: isWrittenInPlace(parameter, 'name')
        ? { uri: parameter.section.uri, pointer: [...pointerOf(parameter.location), 'name'] }
        : undefined,
    });
    // A word like `size` or `top` says so only beside a place to start at.
    const isLimit = limit && (limitNames.has(parameterWord(limit)) || pagingStyleOf(operation, scope) !== undefined);
    if (limit?.in?.value === 'query' && isLimit) yield { key: 'limit', ...siteOf(limit) };
    if (cursor?.in?.value === 'query' && opaqueCursorNames.has(parameterWord(cursor)))
      yield { key: 'cursor', ...siteOf(cursor) };
  },
  *compare(facts, options) {
    const role = facts[0]?.value.key === 'cursor' ? 'cursor' : 'limit';
    const wanted = options[role] || usualName(facts);
    if (wanted === undefined) return;
    // Casing is judged elsewhere.
    const unlike = facts.filter(({ value }) => foldedName(value.name) !== foldedName(wanted));
    const others = facts.length - unlike.length;
    for (const { value } of onePerPlace(unlike)) yield otherName(value, wanted, { role, others });
  },
});

interface NameSite extends ParameterSite {
  /** Undefined where an alias stands in the way. */
  readonly owner: { readonly uri: string; readonly pointer: readonly string[] } | undefined;
}

type NameFact = Keyed & NameSite;

/** What nearly all lists call it; undefined where they do not agree, or are few. */
function usualName(facts: readonly InSection<NameFact>[]): string | undefined {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const { value } of facts) {
    const folded = foldedName(value.name);
    const known = counts.get(folded) ?? { name: value.name, count: 0 };
    counts.set(folded, known);
    known.count++;
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most !== undefined && facts.length >= 10 && most.count >= 0.7 * facts.length ? most.name : undefined;
}

interface Usual {
  readonly role: 'limit' | 'cursor';
  readonly others: number;
}

function otherName(fact: NameFact, wanted: string, { role, others }: Usual): InSection<Finding> {
  const { section, span, name, owner } = fact;
  const thing = role === 'limit' ? 'page size' : 'cursor';
  const elsewhere = others === 0 ? `is to be “${wanted}”` : `is “${wanted}” in ${others} other lists`;
  const message = `${parameterTitle(fact)} ${elsewhere}. Give the ${thing} one name.`;
  const fixes: readonly Fix[] =
    owner === undefined
      ? []
      : [
          {
            title: `Call \`${name}\` \`${wanted}\``,
            safety: 'review',
            changes: [{ kind: 'set', uri: owner.uri, pointer: owner.pointer, value: wanted }],
          },
        ];
  return { section, value: { span, message, fixes, cause: otherNames(thing, name, wanted, others) } };
}

function otherNames(thing: string, name: string, wanted: string, others: number): Cause {
  const elsewhere = others === 0 ? `not “${wanted}”` : `but “${wanted}” in ${others} other lists`;
  return {
    key: name,
    message: (count) => `The ${thing} is called “${name}” at ${count} places, ${elsewhere}.`,
    fixTitle: (count) => `Call \`${name}\` \`${wanted}\` at ${count} places`,
  };
}
