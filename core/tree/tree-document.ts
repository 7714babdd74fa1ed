import type { TreeDocument, TreeSection } from '#core/tree/section.ts';

/** A file made of sections. Its whole text is put together only when somebody asks for it, unless it is known. */
export function treeDocument(
  file: Pick<TreeDocument, 'uri' | 'language' | 'isCutByLines'> & { readonly text?: string },
  sections: readonly TreeSection[],
  starts: readonly number[],
): TreeDocument {
  const { uri, language, isCutByLines } = file;
  let known = file.text;
  return {
    kind: 'tree',
    uri,
    language,
    sections,
    starts,
    isCutByLines,
    get text() {
      known ??= sections.map((section) => section.text).join('');
      return known;
    },
  };
}
