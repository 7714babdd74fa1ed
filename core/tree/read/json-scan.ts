/** Skips white space and comments; the offset of what follows, or the text's end. */
export function skipJsonTrivia(text: string, offset: number): number {
  let index = offset;
  for (;;) {
    const unit = text.charCodeAt(index);
    if (unit === 32 || unit === 10 || unit === 13 || unit === 9) index++;
    else if (unit === 47 && isCommentStart(text, index)) index = skipComment(text, index);
    else return index;
  }
}

/** The end of the string that opens at an offset, behind its quote; undefined when it does not end on its line. */
export function skipJsonString(text: string, offset: number): number | undefined {
  for (let index = offset + 1; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 34) return index + 1;
    if (unit === 92) index++;
    else if (unit === 10 || unit === 13) return undefined;
  }
  return undefined;
}

/** The end of the value that starts at an offset; undefined when its brackets or quotes do not match. */
export function skipJsonValue(text: string, offset: number): number | undefined {
  const first = text.charCodeAt(offset);
  if (first === 34) return skipJsonString(text, offset);
  if (first !== 123 && first !== 91) return skipWord(text, offset);
  const closers: number[] = [];
  for (let index = offset; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 34) {
      const end = skipJsonString(text, index);
      if (end === undefined) return undefined;
      index = end - 1;
    } else if (unit === 123 || unit === 91) closers.push(unit + 2);
    else if (unit === 125 || unit === 93) {
      if (closers.pop() !== unit) return undefined;
      if (closers.length === 0) return index + 1;
    } else if (unit === 47 && isCommentStart(text, index)) index = skipComment(text, index) - 1;
  }
  return undefined;
}

/** Behind the line break that ends the line, when nothing but a comment stands before it; else the offset itself. */
export function skipRestOfLine(text: string, offset: number): number {
  let index = offset;
  while (text.charCodeAt(index) === 32 || text.charCodeAt(index) === 9) index++;
  if (text.startsWith('//', index)) index = skipComment(text, index);
  if (text.charCodeAt(index) === 13) index++;
  return text.charCodeAt(index) === 10 ? index + 1 : offset;
}

function skipWord(text: string, offset: number): number | undefined {
  const word = /[-+.\w]+/y;
  word.lastIndex = offset;
  return word.test(text) ? word.lastIndex : undefined;
}

function isCommentStart(text: string, offset: number): boolean {
  const next = text.charCodeAt(offset + 1);
  return next === 47 || next === 42;
}

function skipComment(text: string, offset: number): number {
  const isLine = text.charCodeAt(offset + 1) === 47;
  const end = isLine ? text.indexOf('\n', offset) : text.indexOf('*/', offset + 2);
  if (end < 0) return text.length;
  if (!isLine) return end + 2;
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}
