/** Some characters, as ranges of code points, both ends included, and as sets that only Unicode's tables tell. */
export interface CharacterSet {
  readonly ranges: readonly CodeRange[];
  readonly others: readonly ((code: number) => boolean)[];
  readonly isNegated: boolean;
}

export type CodeRange = readonly [first: number, last: number];

/** True for a code point that is among the characters. */
export function holdsCode({ ranges, others, isNegated }: CharacterSet, code: number): boolean {
  const isListed = ranges.some(([first, last]) => code >= first && code <= last) || others.some((has) => has(code));
  return isListed !== isNegated;
}

export function setOf(ranges: readonly CodeRange[], isNegated = false): CharacterSet {
  return { ranges, others: [], isNegated };
}

/** One character. */
export function oneCode(code: number): CharacterSet {
  return setOf([[code, code]]);
}

const digits: readonly CodeRange[] = [[48, 57]];
const wordCharacters: readonly CodeRange[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
/** WhiteSpace and LineTerminator (ECMA-262 §12.2, §12.3). */
const blanks: readonly CodeRange[] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

/** What `.` stands for: everything but the ends of lines. */
export const anyButLineEnd = setOf(
  [
    [10, 10],
    [13, 13],
    [0x2028, 0x2029],
  ],
  true,
);

/** What `\d`, `\w`, `\s` and their opposites stand for, by their letter. */
export const classEscapes: ReadonlyMap<string, CharacterSet> = new Map([
  ['d', setOf(digits)],
  ['D', setOf(digits, true)],
  ['w', setOf(wordCharacters)],
  ['W', setOf(wordCharacters, true)],
  ['s', setOf(blanks)],
  ['S', setOf(blanks, true)],
]);

const word = setOf(wordCharacters);

/** True for a code point that `\b` counts as part of a word. */
export function isWordCode(code: number | undefined): boolean {
  return code !== undefined && holdsCode(word, code);
}
