import type { Workspace } from '#core/project/workspace.ts';
import type { DocumentTypes, SourceDocument } from '#core/text/section.ts';

/** The document of a file where it is of this kind; undefined where the file was not read, or is in another language. */
export function documentOfKind<K extends keyof DocumentTypes>(
  { documents }: Pick<Workspace, 'documents'>,
  uri: string,
  kind: K,
): DocumentTypes[K] | undefined {
  const document = documents.get(uri);
  return document !== undefined && isOfKind(document, kind) ? document : undefined;
}

/** Tells the documents of one language from others. */
export function isOfKind<K extends keyof DocumentTypes>(
  document: SourceDocument,
  kind: K,
): document is DocumentTypes[K] {
  return document.kind === kind;
}

/** All documents of this kind, in the order they were read. */
export function documentsOfKind<K extends keyof DocumentTypes>(
  { documents }: Pick<Workspace, 'documents'>,
  kind: K,
): readonly DocumentTypes[K][] {
  return [...documents.values()].filter((document): document is DocumentTypes[K] => isOfKind(document, kind));
}
