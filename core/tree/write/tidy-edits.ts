import type { Edit } from '#core/text/span.ts';
import { trimEdit } from '#core/text/trim-edit.ts';
import type { TreeLanguage } from '#core/tree/section.ts';
import type { TreeStyle } from '#core/tree/write/style.ts';

/** The edits in order, without what they leave as it is; undefined when they would take an anchor from its aliases. */
export function tidyEdits(
  { text, language }: { readonly text: string; readonly language: TreeLanguage },
  edits: readonly Edit[],
  style: TreeStyle,
): readonly Edit[] | undefined {
  const tidied = edits
    .map((edit) => trimEdit(text, edit))
    .filter(({ span, newText }) => span.end > span.start || newText !== '')
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (language === 'json') return tidied;
  return takesAnchor(text, tidied) ? undefined : tidied.map((edit) => endLastLine(text, edit, style));
}

function takesAnchor(text: string, edits: readonly Edit[]): boolean {
  return edits.some(({ span }) => {
    const anchors = text.slice(span.start, span.end).matchAll(/(?:^|[\s[{,])&([^\s,[\]{}]+)/g);
    return [...anchors].some(([, name]) => {
      const alias = new RegExp(`[\\s[{,:]\\*${(name ?? '').replace(/[^\w-]/g, '\\$&')}(?=[\\s,\\]}]|$)`);
      return alias.test(`${text.slice(0, span.start)} ${text.slice(span.end)}`);
    });
  });
}

/** A block scalar at the very end keeps its last line break only when there is one. */
function endLastLine(text: string, edit: Edit, style: TreeStyle): Edit {
  const endsOpen = edit.span.end === text.length && !text.endsWith('\n');
  return endsOpen && /[|>][-+\d]*\r?\n/.test(edit.newText)
    ? { ...edit, newText: edit.newText + style.lineBreak }
    : edit;
}
