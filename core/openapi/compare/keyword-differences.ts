import { boundKeywords, boundOf, isTighter } from '#core/openapi/compare/bounds.ts';
import type { Effect, SchemaDifference } from '#core/openapi/compare/difference.ts';
import { formatEffect } from '#core/openapi/compare/format-effect.ts';
import { isSameDiscriminator } from '#core/openapi/compare/same-discriminator.ts';
import { type SchemaPair, saidSpan } from '#core/openapi/compare/schema-pair.ts';
import type { SchemaShape } from '#core/openapi/compare/schema-shape.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';

/** What two schemas say differently by keywords of their own but `type`. */
export function* keywordDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  yield* valueDifferences(pair);
  yield* formatDifferences(pair);
  for (const keyword of boundKeywords.keys()) yield* boundDifferences(pair, keyword);
  yield* patternDifferences(pair);
  yield* flagDifferences(pair, 'uniqueItems', 'unique', 'narrowed', 'widened');
  yield* multipleDifferences(pair);
  yield* flagDifferences(pair, 'readOnly', 'read-only', 'narrowed', 'widened');
  yield* flagDifferences(pair, 'writeOnly', 'write-only', 'widened', 'narrowed');
  yield* plainDifferences(pair, 'default', 'default');
  yield* discriminatorDifferences(pair);
  for (const keyword of otherKeywords) yield* plainDifferences(pair, keyword, 'other');
}

/** Values that are told apart by another property, or that another branch stands for; of new ones the branch is told. */
function* discriminatorDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const [former, now] = [pair.before.shape.said('discriminator')[0], pair.after.shape.said('discriminator')[0]];
  if (former === undefined) return;
  const isKept = now !== undefined && isSameDiscriminator(former.value, now.value);
  if (!isKept)
    yield pair.difference(
      { what: 'discriminator', effect: 'unknown', name: 'discriminator' },
      saidSpan(now),
      saidSpan(former),
    );
}

/** What they allow is not compared with what they allowed. */
const otherKeywords = [
  'not',
  'if',
  'then',
  'else',
  'contains',
  'minContains',
  'maxContains',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'prefixItems',
  'contentMediaType',
  'contentEncoding',
  'contentSchema',
];

function* valueDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const { before, after } = pair;
  const [former, now] = [listedBy(before.shape), listedBy(after.shape)];
  const place = saidSpan(listed(after.shape));
  const was = saidSpan(listed(before.shape));
  if (former === undefined || now === undefined) {
    if (former === now) return;
    const effect = former === undefined ? 'narrowed' : 'widened';
    const told = { what: 'values', effect, name: '', before: listText(former), after: listText(now) } as const;
    yield pair.difference(told, place, was);
    return;
  }
  const removed = former.filter((value) => value !== null && !now.some((other) => equalValues(value, other)));
  const added = now.filter((value) => value !== null && !former.some((other) => equalValues(value, other)));
  if (removed.length > 0)
    yield pair.difference({ what: 'values', effect: 'narrowed', name: listText(removed) ?? '' }, place, was);
  if (added.length > 0)
    yield pair.difference({ what: 'values', effect: 'widened', name: listText(added) ?? '' }, place, was);
}

/** Null alone is a type. */
function listedBy({ values }: SchemaShape): readonly PlainValue[] | undefined {
  return values?.every((value) => value === null) ? undefined : values;
}

function listed(shape: SchemaShape) {
  return shape.said('enum')[0] ?? shape.said('const')[0];
}

const mostShown = 3;

function listText(values: readonly PlainValue[] | undefined): string | undefined {
  if (values === undefined) return undefined;
  const left = values.length - mostShown;
  const shown = values.slice(0, left > 1 ? mostShown : undefined).map(valueText);
  return left > 1 ? `${shown.join(', ')} and ${left} others` : shown.join(', ');
}

/** So much of a value is shown. */
const longest = 40;

function valueText(value: PlainValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > longest ? `${text.slice(0, longest)}…` : text}”`;
}

function* formatDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const [former, now] = [pair.before.shape.said('format')[0], pair.after.shape.said('format')[0]];
  const text = (said: typeof now): string | undefined =>
    said?.value.kind === 'scalar' && typeof said.value.value === 'string' ? said.value.value : undefined;
  const [before, after] = [text(former), text(now)];
  const effect = before === after ? undefined : formatEffect(before, after);
  if (effect === undefined) return;
  yield pair.difference({ what: 'format', effect, name: 'format', before, after }, saidSpan(now), saidSpan(former));
}

function* boundDifferences(pair: SchemaPair, keyword: string): Iterable<SchemaDifference> {
  const [former, now] = [boundOf(pair.before.shape, keyword), boundOf(pair.after.shape, keyword)];
  if (former === undefined && now === undefined) return;
  const side = boundKeywords.get(keyword);
  const isNarrowed = former === undefined || (now !== undefined && isTighter(now, former, side));
  const isWidened = now === undefined || (former !== undefined && isTighter(former, now, side));
  if (isNarrowed === isWidened) return;
  const effect = isNarrowed ? 'narrowed' : 'widened';
  const told = { what: 'bound', effect, name: keyword, before: boundText(former), after: boundText(now) } as const;
  yield pair.difference(told, saidSpan(now?.said), saidSpan(former?.said));
}

function boundText(bound: ReturnType<typeof boundOf>): string | undefined {
  return bound && `${bound.value}${bound.isExclusive ? ', itself excluded' : ''}`;
}

function* patternDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const [former, now] = [pair.before.shape.said('pattern'), pair.after.shape.said('pattern')];
  const texts = (all: typeof now) => all.map(({ value }) => JSON.stringify(toPlainValue(value))).sort();
  const [before, after] = [texts(former), texts(now)];
  const isLess = after.every((text) => before.includes(text));
  const isMore = before.every((text) => after.includes(text));
  if (isLess && isMore) return;
  const effect: Effect = isMore ? 'narrowed' : isLess ? 'widened' : 'unknown';
  yield pair.difference({ what: 'pattern', effect, name: 'pattern' }, saidSpan(now[0]), saidSpan(former[0]));
}

function* multipleDifferences(pair: SchemaPair): Iterable<SchemaDifference> {
  const [former, now] = [pair.before.shape.said('multipleOf')[0], pair.after.shape.said('multipleOf')[0]];
  const [before, after] = [numberOf(former), numberOf(now)];
  if (before === after) return;
  const effect: Effect =
    before === undefined || (after !== undefined && after % before === 0)
      ? 'narrowed'
      : after === undefined || before % after === 0
        ? 'widened'
        : 'both';
  const told = { what: 'multiple', effect, name: 'multipleOf', before: text(before), after: text(after) } as const;
  yield pair.difference(told, saidSpan(now), saidSpan(former));
}

function numberOf(said: ReturnType<SchemaShape['said']>[number] | undefined): number | undefined {
  return said?.value.kind === 'scalar' && typeof said.value.value === 'number' ? said.value.value : undefined;
}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function* flagDifferences(
  pair: SchemaPair,
  keyword: string,
  what: 'unique' | 'read-only' | 'write-only',
  whenSet: Effect,
  whenGone: Effect,
): Iterable<SchemaDifference> {
  const isSet = (shape: SchemaShape): boolean =>
    shape.said(keyword).some(({ value }) => value.kind === 'scalar' && value.value === true);
  const [before, after] = [isSet(pair.before.shape), isSet(pair.after.shape)];
  if (before === after) return;
  const [former, now] = [pair.before.shape.said(keyword)[0], pair.after.shape.said(keyword)[0]];
  const told = { what, effect: after ? whenSet : whenGone, name: keyword };
  yield pair.difference(told, saidSpan(now), saidSpan(former));
}

function* plainDifferences(pair: SchemaPair, keyword: string, what: 'default' | 'other'): Iterable<SchemaDifference> {
  const [former, now] = [pair.before.shape.said(keyword), pair.after.shape.said(keyword)];
  const [before, after] = [former.map(({ value }) => toPlainValue(value)), now.map(({ value }) => toPlainValue(value))];
  if (equalValues(before, after)) return;
  const shown = (values: readonly PlainValue[]) => (values[0] === undefined ? undefined : valueText(values[0]));
  const told = { what, effect: 'unknown', name: keyword, before: shown(before), after: shown(after) } as const;
  yield pair.difference(told, saidSpan(now[0]), saidSpan(former[0]));
}
