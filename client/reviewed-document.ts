import type { TextDocument } from 'vscode';
import { reviewedLanguages } from '#client/reviewed-languages.ts';

/** Files on disk, also those of a remote machine, and new ones that were not saved yet. */
export const reviewedSchemes = ['file', 'untitled'] as const;

/** Whether the server is told about this document; it may still be neither a description nor a schema. */
export function isReviewed({ languageId, uri }: Pick<TextDocument, 'languageId' | 'uri'>): boolean {
  return (
    reviewedLanguages.some((language) => language === languageId) &&
    reviewedSchemes.some((scheme) => scheme === uri.scheme)
  );
}
