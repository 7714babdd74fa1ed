import type { TreeDocument, TreeLanguage, TreeSection } from '#core/tree/section.ts';

/** A file made of sections. Its whole text is put together only when somebody asks for it, unless it is known. */
export function treeDocument(
  file: { readonly uri: string; readonly language: TreeLanguage; readonly text?: string },
  sections: readonly TreeSection[],
  starts: readonly number[],
): TreeDocument {
  const { uri, language } = file;
  let known = file.text;
  return {
    kind: 'tree',
    uri,
    language,
    sections,
    starts,
    get text() {
      known ??= sections.map((section) => section.text).join('');
      return known;
    },
  };
}
