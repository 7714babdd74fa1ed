import type { TreeDocument, TreeSection } from '#core/tree/section.ts';

/** A file made of sections. Its whole text is put together only when somebody asks for it, unless it is known. */
export function treeDocument(
  file: Pick<TreeDocument, 'uri' | 'language' | 'outline' | 'isCutByLines'> & { readonly text?: string },
  sections: readonly TreeSection[],
  starts: readonly number[],
): TreeDocument {
  const { uri, language, outline, isCutByLines } = file;
  let known = file.text;
  return {
    kind: 'tree',
    uri,
    language,
    outline,
    sections,
    starts,
    isCutByLines,
    get text() {
      known ??= sections.map((section) => section.text).join('');
      return known;
    },
  };
}
