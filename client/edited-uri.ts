import { window } from 'vscode';
import { reviewedLanguages } from '#client/reviewed-languages.ts';

/** The file in the active editor, where it is one that is reviewed. */
export function editedUri(): string | undefined {
  const document = window.activeTextEditor?.document;
  const isReviewed = reviewedLanguages.some((id) => id === document?.languageId);
  return isReviewed ? document?.uri.toString() : undefined;
}
