import { skipJsonString } from '#core/tree/read/json-scan.ts';

/**
 * The bracket that is most likely not closed in a JSON text where some are not: the first whose line is indented deeper than that of
 * the bracket which would close it. Undefined where the lines do not tell.
 */
export function findUnclosedBracket(text: string): number | undefined {
  const open: { readonly offset: number; readonly indent: number }[] = [];
  let indent = 0;
  let isLineStart = true;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (character === '\n') {
      indent = indentAt(text, offset + 1);
      isLineStart = true;
      continue;
    }
    if (character === '"') {
      const end = skipJsonString(text, offset);
      if (end === undefined) return undefined;
      offset = end - 1;
    } else if (character === '{' || character === '[') open.push({ offset, indent });
    else if (character === '}' || character === ']') {
      const opener = open.pop();
      if (opener === undefined) return undefined;
      const isOther = text.charAt(opener.offset) !== (character === '}' ? '{' : '[');
      if (isOther || (isLineStart && indent < opener.indent)) return opener.offset;
    }
    if (!/\s/.test(character)) isLineStart = false;
  }
  return undefined;
}

function indentAt(text: string, lineStart: number): number {
  let index = lineStart;
  while (text.charAt(index) === ' ' || text.charAt(index) === '\t') index++;
  return index - lineStart;
}
