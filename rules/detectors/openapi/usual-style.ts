import { fitsStyle, type NameStyle, namedStyle, type Writing } from '#rules/detectors/openapi/name-writing.ts';

/** The style that names of one kind have in a description. */
export interface UsualStyle {
  readonly style: NameStyle;
  /** How many of all names that tell a style have this one. */
  readonly alike: number;
  readonly all: number;
  /** True where the configuration names it, whatever most have. */
  readonly isChosen: boolean;
}

/** So many names must tell a style, and so large a part of them the same one, before another one stands out. */
const leastNames = 10;
const leastShare = 0.7;

/** What `casing` of a rule's options says in its description. */
export const casingOption = {
  default: 'auto',
  description:
    'The style they must have: `camelCase`, `snake_case`, `kebab-case`, `PascalCase`, `UPPER_SNAKE_CASE`, `Header-Case`; `auto` is the one most of them have.',
} as const;

/**
 * Undefined where no style is named and the names have no common one. `counts` says how many names are written in each way, `least` how
 * many must tell one.
 */
export function usualStyle(
  counts: ReadonlyMap<Writing, number>,
  casing: string,
  least = leastNames,
): UsualStyle | undefined {
  const telling = [...counts].filter(([writing]) => writing !== 'unknown');
  const all = telling.reduce((sum, [, count]) => sum + count, 0);
  const alikeIn = (style: NameStyle): number =>
    telling.reduce((sum, [writing, count]) => (fitsStyle(writing, style) ? sum + count : sum), 0);
  const named = namedStyle(casing);
  if (named !== undefined) return { style: named, alike: alikeIn(named), all, isChosen: true };
  const styles = telling.map(([writing]) => writing).filter(isOneStyle);
  const [style] = styles.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  if (style === undefined || all < least) return undefined;
  // What is one word fits several styles: those of several decide between them.
  const decided = all - (counts.get('lower') ?? 0) - (counts.get('UPPER') ?? 0);
  const alike = alikeIn(style);
  const isUsual = alike >= all * leastShare && (counts.get(style) ?? 0) >= decided * leastShare;
  return isUsual ? { style, alike, all, isChosen: false } : undefined;
}

function isOneStyle(writing: Writing): writing is NameStyle {
  return writing !== 'lower' && writing !== 'UPPER' && writing !== 'mixed' && writing !== 'unknown';
}

/** How many of some names are written in each way. */
export function countWritings(names: Iterable<{ readonly writing: Writing; readonly count?: number }>) {
  const counts = new Map<Writing, number>();
  for (const { writing, count = 1 } of names) counts.set(writing, (counts.get(writing) ?? 0) + count);
  return counts;
}

/** Why another style stands out: `96 of 104 property names are camelCase`. */
export function reasonFor({ style, alike, all, isChosen }: UsualStyle, names: string): string {
  return isChosen ? `${names} are to be ${style}` : `${alike} of ${all} ${names} are ${style}`;
}

/** What a name of another style is: `snake_case`, `of mixed casing`. */
export function saidWriting(writing: Writing): string {
  if (writing === 'lower') return 'in lower case';
  if (writing === 'UPPER') return 'in capitals';
  return writing === 'mixed' ? 'of mixed casing' : writing;
}
