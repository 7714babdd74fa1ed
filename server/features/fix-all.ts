import type { WorkspaceEdit } from 'vscode-languageserver';
import { type ChooseFix, changedUris, firstSafeFix, fixAllSteps } from '#core/fix/fix-all.ts';
import { foldedFindings } from '#core/place/folded-findings.ts';
import type { Review } from '#core/review.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Reviews, Rules, Settings, Shown, Slices } from '#server/inputs.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';
import type { OpenDocuments } from '#server/texts/open-documents.ts';

/** What is needed to make many fixes. */
export interface FixAllInput extends Pick<Reviews, 'current'>, Rules, Settings, Slices, Pick<Shown, 'contextOf'> {
  readonly documents: Pick<OpenDocuments, 'clientDocument' | 'isAsIn'>;
}

/** Somebody who types while fixes are looked for is waited for so many times. */
const maximumTries = 3;

/** The edit that makes every safe fix of a file, or of one rule in it, and changes that file alone; `null` when there is none. */
export async function fixAll(session: FixAllInput, uri: string, ruleId?: string): Promise<WorkspaceEdit | null> {
  const file = canonicalUri(uri);
  for (let tries = 0; tries < maximumTries; tries++) {
    const review = await session.current(file);
    if (review === undefined || countFixes(review, file, ruleId) === 0) return null;
    const steps = fixAllSteps(review, fixesWithin(file, ruleId), session.rulebook, session.reviewSettings);
    const { files } = await session.finish(steps);
    if (!isStill(session, review, file)) continue;
    return files.length === 0 ? null : toWorkspaceEdit(files, session.contextOf(review));
  }
  return null;
}

/** How many fixes “fix all” would make in a file, or those of one rule in it. */
export function countFixes(of: Review, uri: string, ruleId?: string): number {
  const choose = fixesWithin(uri, ruleId);
  const alone = (of.files.get(uri)?.findings ?? []).filter(({ members }) => members.length === 0);
  const folded = foldedFindings(of, uri).map(({ finding }) => finding);
  return [...alone, ...folded].filter((finding) => choose(finding, of) !== undefined).length;
}

/** The safe fixes of the findings of a file that change no other: nobody who saves one expects another to change. */
function fixesWithin(uri: string, ruleId: string | undefined): ChooseFix {
  return (finding, review) => {
    if (finding.uri !== uri || (ruleId !== undefined && finding.ruleId !== ruleId)) return undefined;
    const fix = firstSafeFix(finding);
    return fix !== undefined && [...changedUris(fix, review)].every((changed) => changed === uri) ? fix : undefined;
  };
}

/** False when an editor has changed the text since. */
function isStill({ documents }: FixAllInput, { workspace }: Review, uri: string): boolean {
  return documents.clientDocument(uri).version === null || documents.isAsIn(uri, workspace.sources.get(uri));
}
