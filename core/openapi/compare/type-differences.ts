import type { Effect, SchemaDifference } from '#core/openapi/compare/difference.ts';
import { type SchemaPair, saidSpan, type Version } from '#core/openapi/compare/schema-pair.ts';
import { allows } from '#core/openapi/compare/schema-shape.ts';

/** Types that are allowed no longer, or now; null by itself. */
export function* typeDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const [before, after] = [typesOf(pair.before), typesOf(pair.after)];
  const places = [typeSpan(pair.after), typeSpan(pair.before)] as const;
  const effect = effectOf(before, after);
  if (effect !== undefined) {
    const told = { what: 'type', effect, name: 'type', before: typeText(before), after: typeText(after) } as const;
    yield pair.difference(told, ...places);
  }
  if (before === undefined || after === undefined || before.has('null') === after.has('null')) return;
  const isAllowed = after.has('null');
  yield pair.difference({ what: 'null', effect: isAllowed ? 'widened' : 'narrowed', name: 'null' }, ...places);
}

/** Undefined where any type is allowed. */
function typesOf({ shape, isNullable }: Version): ReadonlySet<string> | undefined {
  const { types } = shape;
  return types === undefined || !isNullable ? types : new Set([...types, 'null']);
}

function effectOf(before: ReadonlySet<string> | undefined, after: ReadonlySet<string> | undefined): Effect | undefined {
  if (before === undefined) return after === undefined ? undefined : 'narrowed';
  if (after === undefined) return 'widened';
  const isNarrowed = [...before].some((type) => type !== 'null' && !allows(after, type));
  const isWidened = [...after].some((type) => type !== 'null' && !allows(before, type));
  return isNarrowed ? (isWidened ? 'both' : 'narrowed') : isWidened ? 'widened' : undefined;
}

function typeText(types: ReadonlySet<string> | undefined): string | undefined {
  return types && [...types].filter((type) => type !== 'null').join(' or ');
}

function typeSpan({ shape }: Version) {
  return saidSpan(shape.said('type')[0]);
}
