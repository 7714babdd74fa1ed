/** A glob as a tree. */
export type GlobNode =
  /** One unit that is no slash, unless it is written as one. */
  | { readonly kind: 'unit'; readonly test: (unit: string) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly GlobNode[] }
  | { readonly kind: 'alternatives'; readonly options: readonly GlobNode[] }
  /** As often as one likes, but `least` times. */
  | { readonly kind: 'repeated'; readonly part: GlobNode; readonly least: 0 | 1 }
  /** What stands within a name and is not this. */
  | { readonly kind: 'other'; readonly part: GlobNode };

/** Longer than any path. */
export const longestGlob = 4096;

/** So many groups may stand within each other. */
export const deepestGroup = 20;

/**
 * Reads `*`, `**`, `?`, `[a-z]`, `{a,b}`, `@(a|b)`, `?(…)`, `*(…)`, `+(…)` and `!(…)` as shells do. Brackets without their partner stand
 * for themselves. Undefined for a glob that is too long, has too many groups within each other, or `!(…)` within `!(…)`.
 */
export function parseGlob(glob: string): GlobNode | undefined {
  if (glob.length > longestGlob) return undefined;
  const parser = new GlobParser(glob.replace(/(^|\/)\*\*(?:\/\*\*)+(?=\/|$)/g, '$1**'));
  const node = parser.sequence('');
  return parser.isTooDeep ? undefined : node;
}

const slash: GlobNode = { kind: 'unit', test: (unit) => unit === '/' };
const inName: GlobNode = { kind: 'unit', test: (unit) => unit !== '/' };
const anyName: GlobNode = { kind: 'repeated', part: inName, least: 0 };
const anything: GlobNode = { kind: 'repeated', part: { kind: 'unit', test: () => true }, least: 0 };
const nothing: GlobNode = { kind: 'sequence', parts: [] };
const foldersOrNone = optional({ kind: 'sequence', parts: [anything, slash] });
const content: GlobNode = { kind: 'sequence', parts: [slash, anything] };

class GlobParser {
  readonly #glob: string;
  /** The partner of each opening bracket that has one. */
  readonly #partners: ReadonlyMap<number, number>;
  #at = 0;
  #depth = 0;
  #isInOther = false;
  isTooDeep = false;

  constructor(glob: string) {
    this.#glob = glob;
    this.#partners = partnersIn(glob);
  }

  /** Up to one of these characters, outside of further groups. */
  sequence(ends: string): GlobNode {
    const parts: GlobNode[] = [];
    while (this.#at < this.#glob.length && !ends.includes(this.#here())) parts.push(this.#next());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
  }

  #here(offset = 0): string {
    return this.#glob.charAt(this.#at + offset);
  }

  #next(): GlobNode {
    const character = this.#here();
    if (character === '!' && this.#here(1) === '(' && this.#partners.has(this.#at + 1)) return this.#other();
    const group = this.#here(1) === '(' && this.#partners.has(this.#at + 1) ? groups.get(character) : undefined;
    if (group !== undefined) return this.#group(this.#at + 1, '|', group);
    if (this.#partners.has(this.#at)) {
      if (character === '(') return this.#group(this.#at, '|', (part) => part);
      if (character === '{') return this.#group(this.#at, ',', (part) => part);
      return this.#units();
    }
    if (character === '/' || character === '*') return this.#starsOrSlash();
    this.#at += 1;
    if (character === '?') return inName;
    const isEscape = character === '\\' && this.#at < this.#glob.length;
    return literal(isEscape ? this.#glob.charAt(this.#at++) : character);
  }

  /** Within another one it would take too long. */
  #other(): GlobNode {
    if (this.#isInOther) this.isTooDeep = true;
    this.#isInOther = true;
    const node = this.#group(this.#at + 1, '|', (part): GlobNode => ({ kind: 'other', part }));
    this.#isInOther = false;
    return node;
  }

  #group(open: number, separator: string, wrap: (part: GlobNode) => GlobNode): GlobNode {
    const close = this.#partners.get(open) ?? open;
    this.#depth += 1;
    const options: GlobNode[] = [];
    if (this.#depth > deepestGroup) {
      this.isTooDeep = true;
      this.#at = close;
    }
    while (this.#at < close) {
      this.#at = Math.max(this.#at, open) + 1;
      options.push(this.sequence(separator + this.#glob.charAt(close)));
    }
    this.#at = close + 1;
    this.#depth -= 1;
    return wrap({ kind: 'alternatives', options });
  }

  /** `**` between slashes is any number of folders; any other stars stay within a name. */
  #starsOrSlash(): GlobNode {
    const isSlash = this.#here() === '/';
    const start = this.#at + (isSlash ? 1 : 0);
    let end = start;
    while (this.#glob.charAt(end) === '*') end += 1;
    const isFolders = end - start === 2 && (start === 0 || isSlash);
    const [isLast, isBefore] = [end === this.#glob.length, this.#glob.charAt(end) === '/'];
    if (isFolders && (isLast || isBefore)) {
      this.#at = isBefore ? end + 1 : end;
      if (!isSlash) return isBefore ? foldersOrNone : anything;
      return isBefore ? { kind: 'sequence', parts: [slash, foldersOrNone] } : content;
    }
    this.#at = isSlash ? start : end;
    return isSlash ? slash : anyName;
  }

  /** `[a-z]`, `[!a-z]`, `[^a-z]`. */
  #units(): GlobNode {
    const close = this.#partners.get(this.#at) ?? this.#at;
    const isOther = '!^'.includes(this.#here(1));
    const units = this.#glob.slice(this.#at + (isOther ? 2 : 1), close);
    const ranges: (readonly [string, string])[] = [];
    for (let index = 0; index < units.length; index++) {
      const isRange = units.charAt(index + 1) === '-' && index + 2 < units.length;
      ranges.push([units.charAt(index), units.charAt(isRange ? index + 2 : index)]);
      if (isRange) index += 2;
    }
    this.#at = close + 1;
    const isIn = (unit: string) => ranges.some(([first, last]) => first <= unit && unit <= last);
    return { kind: 'unit', test: (unit) => unit !== '/' && isIn(unit) !== isOther };
  }
}

const groups: ReadonlyMap<string, (part: GlobNode) => GlobNode> = new Map([
  ['@', (part: GlobNode) => part],
  ['?', optional],
  ['*', (part: GlobNode): GlobNode => ({ kind: 'repeated', part, least: 0 })],
  ['+', (part: GlobNode): GlobNode => ({ kind: 'repeated', part, least: 1 })],
]);

function optional(part: GlobNode): GlobNode {
  return { kind: 'alternatives', options: [part, nothing] };
}

function literal(character: string): GlobNode {
  return { kind: 'unit', test: (unit) => unit === character };
}

/** Braces without a comma, and brackets without a partner, stand for themselves. */
function partnersIn(glob: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: { readonly at: number; readonly closing: string; hasComma: boolean }[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob.charAt(at);
    const inner = open.at(-1);
    if (character === '\\') at += 1;
    else if (character === '[') {
      const close = glob.indexOf(']', at + ('!^'.includes(glob.charAt(at + 1)) ? 3 : 2));
      if (close < 0) continue;
      partners.set(at, close);
      at = close;
    } else if (character === '(') open.push({ at, closing: ')', hasComma: true });
    else if (character === '{') open.push({ at, closing: '}', hasComma: false });
    else if (character === ',' && inner !== undefined) inner.hasComma = true;
    else if (character === inner?.closing) {
      open.pop();
      if (inner.hasComma) partners.set(inner.at, at);
    }
  }
  return partners;
}
