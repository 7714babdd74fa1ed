/** How identifiers of several words are written. */
export type NameCasing = 'camel' | 'snake' | 'kebab' | 'pascal';

/** The casing of a name; undefined where it does not tell: `id`, `data`. */
export function casingOfName(name: string): NameCasing | undefined {
  if (/^[a-z][a-z\d]*(?:_[a-z\d]+)+$/.test(name)) return 'snake';
  if (/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(name)) return 'kebab';
  if (/^[a-z][a-z\d]*[A-Z]/.test(name)) return 'camel';
  return /^[A-Z][a-z\d]+(?:[A-Z]|$)/.test(name) ? 'pascal' : undefined;
}
