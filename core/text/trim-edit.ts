import type { Edit } from '#core/text/span.ts';

/** The same edit on the smallest span: what old and new text share at their ends is left alone. */
export function trimEdit(text: string, { span, newText }: Edit): Edit {
  let { start, end } = span;
  let head = 0;
  let tail = newText.length;
  while (start < end && head < tail && text[start] === newText[head]) {
    start += 1;
    head += 1;
  }
  while (start < end && head < tail && text[end - 1] === newText[tail - 1]) {
    end -= 1;
    tail -= 1;
  }
  return { span: { start, end }, newText: newText.slice(head, tail) };
}
