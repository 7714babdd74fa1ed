import { findRootBrace, readMember } from '#core/tree/cut/cut-json.ts';
import type { Outline } from '#core/tree/outline.ts';
import { skipJsonString, skipJsonTrivia, skipRestOfLine } from '#core/tree/read/json-scan.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/**
 * The sections of a JSON file that would keep brackets from telling the sections. When there is none, they tell these very
 * sections, as each hands over to the next behind a line break. They are looked for in steps.
 */
export function* findMisfits(sections: readonly TreeSection[], outline: Outline): Steps<readonly TreeSection[]> {
  const misfits: TreeSection[] = [];
  const pace = new Pace();
  for (const section of sections) {
    const known = fits.get(section) ?? isFit(section, outline);
    fits.set(section, known);
    if (!known) misfits.push(section);
    if (pace.isDue(cost.scanned * section.text.length)) yield;
  }
  return misfits;
}

/** Notes that brackets have told these sections. */
export function noteFits(sections: readonly TreeSection[]): void {
  for (const section of sections) fits.set(section, true);
}

const fits = new WeakMap<TreeSection, boolean>();

/**
 * True when the brackets or quotes of a file whose other sections fit are broken for certain: a string does not end, or
 * more is opened than closed. False when it may be sound nevertheless, cut in another way.
 */
export function isSurelyBroken(misfits: readonly TreeSection[]): boolean {
  let braces = 0;
  let brackets = 0;
  for (const section of misfits) {
    const surplus = surplusOf(section);
    if (surplus === 'open-string') return true;
    if (surplus === 'unknown') return false;
    braces += surplus.braces;
    brackets += surplus.brackets;
  }
  return braces !== 0 || brackets !== 0;
}

function isFit(section: TreeSection, outline: Outline): boolean {
  const { text, pointer, isHeader, tail } = section;
  if (tail?.isLast !== true && !text.endsWith('\n')) return false;
  if (pointer.length === 0) return opensAt(text, findRootBrace(text));
  return isHeader ? opensAt(text, findHeaderBrace(text, pointer, outline)) : isFitEntry(section, outline);
}

/** True when nothing but the rest of the line follows the brace. */
function opensAt(text: string, brace: number | undefined): boolean {
  return brace !== undefined && skipRestOfLine(text, brace + 1) === text.length;
}

function findHeaderBrace(text: string, pointer: readonly string[], outline: Outline): number | undefined {
  const start = skipJsonTrivia(text, 0);
  const end = text.charCodeAt(start) === quote ? skipJsonString(text, start) : undefined;
  const colon = end === undefined ? text.length : skipJsonTrivia(text, end);
  const brace = skipJsonTrivia(text, colon + 1);
  return outline.isContainer(pointer) && text.charAt(colon) === ':' && text.charAt(brace) === '{' ? brace : undefined;
}

function isFitEntry({ text, pointer, tail }: TreeSection, outline: Outline): boolean {
  const read = finish(readMember(text, skipJsonTrivia(text, 0), 0, pointer.slice(0, -1), outline));
  if (read === undefined || read.member.members !== undefined || tail === undefined) return false;
  if (pointer.length > 1 && pointer.at(-1) === '$ref') return false;
  let offset = skipJsonTrivia(text, read.end);
  for (let left = tail.closers; left > 0; left--) {
    if (text.charAt(offset) === ',') offset = skipJsonTrivia(text, offset + 1);
    if (text.charAt(offset) !== '}') return false;
    offset = skipJsonTrivia(text, offset + 1);
  }
  if (tail.isLast) return offset === text.length;
  return text.charAt(offset) === ',' && skipRestOfLine(text, offset + 1) === text.length;
}

const quote = 34;

interface Surplus {
  readonly braces: number;
  readonly brackets: number;
}

/** How many more brackets a section opens than its place in the file asks for. */
function surplusOf({ text, tail }: TreeSection): Surplus | 'open-string' | 'unknown' {
  if (tail?.isLast !== true && !text.endsWith('\n')) return 'unknown';
  let braces = tail === undefined ? -1 : tail.closers;
  let brackets = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (character === '"') {
      const end = skipJsonString(text, offset);
      if (end === undefined) return endsInBackslash(text, offset) ? 'unknown' : 'open-string';
      offset = end - 1;
    } else if (character === '/' && text.charAt(offset + 1) === '*') return 'unknown';
    else if (character === '/' && text.charAt(offset + 1) === '/') offset = endOfLine(text, offset);
    else if (character === '{') braces++;
    else if (character === '}') braces--;
    else if (character === '[') brackets++;
    else if (character === ']') brackets--;
  }
  return { braces, brackets };
}

/** True when the string may go on in the next section. */
function endsInBackslash(text: string, offset: number): boolean {
  return /\\\r?\n?$/.test(text.slice(offset));
}

function endOfLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed < 0 ? text.length : lineFeed;
}
