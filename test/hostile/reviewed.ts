import { type Review, review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { rulebook } from '#rules/rulebook.ts';
import type { Files } from './hostile-inputs.ts';

const folder = 'file:///w/';
const settings = { folders: [folder], preset: 'strict', unread: new Map() };

/** Files by path, reviewed as one workspace by every rule; failures become findings, as they do for users. */
export function reviewed(files: Files, previous?: Review): Review {
  const sources = Object.entries(files).map(([path, text]) => ({ uri: `${folder}${path}`, text }));
  return review(sources, rulebook, settings, previous);
}

/** The findings of one file. */
export function findingsIn(path: string, { files }: Review): readonly ReviewFinding[] {
  return files.get(`${folder}${path}`)?.findings ?? [];
}

/** Where something failed in Plumbline itself, and what it says. */
export function failuresIn({ files }: Review): readonly string[] {
  const all = [...files.values()].flatMap(({ findings }) => findings.flatMap((one) => [one, ...one.members]));
  return all
    .filter(({ ruleId }) => ruleId === 'plumbline/internal-error')
    .map(({ uri, message }) => `${uri.slice(folder.length)}: ${message}`);
}
