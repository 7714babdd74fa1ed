import type { Effect, SchemaDifference } from '#core/openapi/compare/difference.ts';
import { type SchemaPair, saidSpan, type Version } from '#core/openapi/compare/schema-pair.ts';
import { allows } from '#core/openapi/compare/schema-shape.ts';

type Types = ReadonlySet<string> | undefined;

/** Types that are allowed no longer, or now; null by itself, where no other type is told. Those of branches are told with the branches. */
export function* typeDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const [before, after] = [typesOf(pair.before), typesOf(pair.after)];
  const places = [typeSpan(pair.after), typeSpan(pair.before)] as const;
  const areBranches = pair.before.shape.isTypedByBranches && pair.after.shape.isTypedByBranches;
  const effect = areBranches ? undefined : effectOf(before, after, pair.isText);
  const ofNull = nullEffect(before, after);
  const isTogether = effect !== undefined && ofNull !== undefined && !isNullableSaid(pair);
  if (effect !== undefined) {
    const words = [before, after].map((types) => typeText(types, isTogether));
    const all = isTogether && ofNull !== effect ? 'both' : effect;
    yield pair.difference({ what: 'type', effect: all, name: 'type', before: words[0], after: words[1] }, ...places);
  }
  if (ofNull !== undefined && !isTogether)
    yield pair.difference({ what: 'null', effect: ofNull, name: 'null' }, ...places);
}

/** True where no value fits both. */
export function isDisjoint({ before, after, isText }: SchemaPair): boolean {
  const [former, now] = [typesOf(before), typesOf(after)];
  if (former === undefined || now === undefined || isText || former.size === 0 || now.size === 0) return false;
  const both = [...former].filter(
    (type) => type !== 'null' && (allows(now, type) || (type === 'number' && now.has('integer'))),
  );
  return both.length === 0 && [...former].some((type) => type !== 'null') && [...now].some((type) => type !== 'null');
}

/** Undefined where any type is allowed. */
function typesOf({ shape, isNullable }: Version): Types {
  const { types } = shape;
  return types === undefined || !isNullable ? types : new Set([...types, 'null']);
}

function effectOf(before: Types, after: Types, isText: boolean): Effect | undefined {
  if (isText && after?.has('string') && !before?.has('array') && !before?.has('object')) return undefined;
  if (before === undefined) return after === undefined ? undefined : 'narrowed';
  if (after === undefined) return 'widened';
  const isNarrowed = [...before].some((type) => type !== 'null' && !allows(after, type));
  const isWidened = [...after].some((type) => type !== 'null' && !allows(before, type));
  return isNarrowed ? (isWidened ? 'both' : 'narrowed') : isWidened ? 'widened' : undefined;
}

function nullEffect(before: Types, after: Types): 'narrowed' | 'widened' | undefined {
  if (before === undefined || after === undefined || before.has('null') === after.has('null')) return undefined;
  return after.has('null') ? 'widened' : 'narrowed';
}

/** `nullable` is a keyword of its own, and taken back by itself. */
function isNullableSaid({ before, after }: SchemaPair): boolean {
  return [before, after].some(({ shape }) => shape.said('nullable').length > 0);
}

function typeText(types: Types, isWithNull: boolean): string | undefined {
  if (types === undefined) return undefined;
  const others = [...types].filter((type) => type !== 'null');
  return [...others, ...(types.has('null') && (isWithNull || others.length === 0) ? ['null'] : [])].join(' or ');
}

function typeSpan({ shape }: Version) {
  return saidSpan(shape.said('type')[0]);
}
