import type { Said, SchemaShape } from '#core/openapi/compare/schema-shape.ts';
import { findBoolean, findValue } from '#core/tree/tree.ts';

/** The keywords that bound a size or a number, and whether more allows more. */
export const boundKeywords: ReadonlyMap<string, 'most' | 'least'> = new Map([
  ['maximum', 'most'],
  ['maxLength', 'most'],
  ['maxItems', 'most'],
  ['maxProperties', 'most'],
  ['minimum', 'least'],
  ['minLength', 'least'],
  ['minItems', 'least'],
  ['minProperties', 'least'],
]);

/** The tightest of the bounds that are said. */
export interface Bound {
  readonly value: number;
  /** True where the value itself is not allowed. */
  readonly isExclusive: boolean;
  readonly said: Said;
}

/** A bound by its keyword; `exclusiveMaximum` and `exclusiveMinimum` count as `maximum` and `minimum`, as 3.0 and as 3.1 write them. */
export function boundOf(shape: SchemaShape, keyword: string): Bound | undefined {
  const side = boundKeywords.get(keyword);
  const exclusive = keyword === 'maximum' ? 'exclusiveMaximum' : keyword === 'minimum' ? 'exclusiveMinimum' : undefined;
  const plain = shape.said(keyword).flatMap((said) => numberBound(said, isExclusive(said, exclusive)));
  const strict = exclusive === undefined ? [] : shape.said(exclusive).flatMap((said) => numberBound(said, true));
  return [...plain, ...strict].reduce<Bound | undefined>(
    (tightest, bound) => (tightest === undefined || isTighter(bound, tightest, side) ? bound : tightest),
    undefined,
  );
}

/** True where the first allows less than the second. */
export function isTighter(a: Bound, b: Bound, side: 'most' | 'least' | undefined): boolean {
  if (a.value !== b.value) return side === 'most' ? a.value < b.value : a.value > b.value;
  return a.isExclusive && !b.isExclusive;
}

function numberBound(said: Said, isStrict: boolean): readonly Bound[] {
  const { value } = said;
  const isNumber = value.kind === 'scalar' && typeof value.value === 'number';
  return isNumber ? [{ value: Number(value.value), isExclusive: isStrict, said }] : [];
}

function isExclusive({ schema }: Said, exclusive: string | undefined): boolean {
  if (exclusive === undefined || findValue(schema.tree, exclusive) === undefined) return false;
  return findBoolean(schema.tree, exclusive)?.value === true;
}
