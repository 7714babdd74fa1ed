import {
  character,
  identifierEnd,
  isBlank,
  isLineBreak,
  lineEnd,
  skipBlanks,
  skipLineBreak,
} from '#core/prisma/characters.ts';
import type { PrismaDialect } from '#core/prisma/model.ts';
import type { Located } from '#core/text/span.ts';

/** `model User {`: what a block begins with. */
export interface BlockHeader {
  readonly keyword: Located<string>;
  /** Undefined in `types {` of Prisma 8 and in broken text. */
  readonly name: Located<string> | undefined;
  /** After the opening brace. */
  readonly end: number;
}

/** The keywords of Prisma 7; Prisma 8 has more, and lets extensions add their own. */
export const blockKeywords = ['model', 'view', 'type', 'enum', 'datasource', 'generator'] as const;

const recoveryKeyword = /model|view|type|enum|datasource|generator|namespace/y;
const glued = /(model|view|type|enum|datasource|generator)([\p{L}0-9][\p{L}0-9_-]*)/uy;

/** Reads `keyword Name {` or `keyword {` at `position`; undefined when something else stands there. */
export function readHeader(text: string, position: number, dialect: PrismaDialect): BlockHeader | undefined {
  const keyword = readWord(text, position);
  if (keyword === undefined) return undefined;
  const skip = dialect === 'prisma7' ? skipBlanks : skipSpace;
  const afterKeyword = skip(text, keyword.span.end);
  if (text.charCodeAt(afterKeyword) === character.openBrace) {
    const parts = dialect === 'prisma7' ? splitGlued(text, position, keyword) : undefined;
    return { keyword: parts?.keyword ?? keyword, name: parts?.name, end: afterKeyword + 1 };
  }
  const name = afterKeyword > keyword.span.end ? readWord(text, afterKeyword) : undefined;
  if (name === undefined) return undefined;
  const brace = skip(text, name.span.end);
  return text.charCodeAt(brace) === character.openBrace ? { keyword, name, end: brace + 1 } : undefined;
}

/** True when the line that starts a block of a keyword Prisma knows stands at `position`: where an unclosed block ends. */
export function isKnownHeader(text: string, position: number, dialect: PrismaDialect): boolean {
  recoveryKeyword.lastIndex = position;
  if (!recoveryKeyword.test(text)) return false;
  const header = readHeader(text, position, dialect);
  if (header === undefined || lineEnd(text, position) < header.end) return false;
  const { keyword, name } = header;
  if (name === undefined) return dialect === 'prisma8' && keyword.value === 'types';
  return isBlockKeyword(keyword.value) || (dialect === 'prisma8' && keyword.value === 'namespace');
}

export function isBlockKeyword(word: string): word is (typeof blockKeywords)[number] {
  return blockKeywords.some((keyword) => keyword === word);
}

function readWord(text: string, position: number): Located<string> | undefined {
  const end = identifierEnd(text, position);
  return end === undefined ? undefined : { value: text.slice(position, end), span: { start: position, end } };
}

/** Prisma 7 needs no blank between keyword and name: `modelUser {` is the model `User`. */
function splitGlued(text: string, position: number, word: Located<string>) {
  glued.lastIndex = position;
  const [all, keyword = '', name = ''] = glued.exec(text) ?? [];
  if (all !== word.value) return undefined;
  const border = position + keyword.length;
  return {
    keyword: { value: keyword, span: { start: position, end: border } },
    name: { value: name, span: { start: border, end: word.span.end } },
  };
}

function skipSpace(text: string, position: number): number {
  let index = position;
  for (;;) {
    const unit = text.charCodeAt(index);
    if (isBlank(unit)) index++;
    else if (isLineBreak(unit)) index = skipLineBreak(text, index);
    else return index;
  }
}
