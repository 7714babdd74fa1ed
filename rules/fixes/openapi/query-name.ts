import type { NodeKind } from '#core/node.ts';
import type { Collector, InSection, Survey } from '#core/rule.ts';
import { toCamelCase } from '#core/text/casing.ts';
import { casingOfNames, inCasing, type NameCasing } from '#core/text/name-casing.ts';

/** A name for a query parameter, written as those are that the description has. */
export function queryName(name: string, survey: Survey): string {
  const facts = survey.gathered(queryNames);
  const casing = casings.get(facts) ?? { most: casingOfNames(facts.map(({ value }) => value)) };
  casings.set(facts, casing);
  return casing.most === undefined ? toCamelCase(name) : inCasing(name, casing.most);
}

const casings = new WeakMap<readonly InSection<string>[], { readonly most: NameCasing | undefined }>();

const queryNames: Collector<string> = {
  on: ['openapi.parameter'],
  isClosed: ({ kind }) => closed.has(kind),
  *gather(node) {
    if (node.kind === 'openapi.parameter' && node.in?.value === 'query' && node.name !== undefined)
      yield node.name.value;
  },
};

/** What holds no parameter. */
const closed: ReadonlySet<NodeKind> = new Set([
  'openapi.schema',
  'openapi.parameter',
  'openapi.request-body',
  'openapi.response',
]);
