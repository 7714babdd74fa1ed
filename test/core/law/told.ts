import { changesOf } from '#core/fix/fix-changes.ts';
import { resolveFixes } from '#core/fix.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { Change } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Random } from '../../support/random.ts';
import { pickFrom } from './chance.ts';

/**
 * All that a review says, as lines of text that are equal when reviews say the same: files with their roles and texts, how
 * used files are cut, findings with places and fixes, what is wanted, which kinds were seen.
 */
export function told(review: Review): readonly string[] {
  const sections = sectionsOf(review);
  const files = [...review.files.values()].flatMap(({ uri, role, text, findings }) => [
    `${uri} is ${role}: ${JSON.stringify(text)}`,
    ...(role === 'other' ? [] : [`${uri} is cut ${cutOf(review, uri)}`]),
    ...findings.map((finding) => toldFinding(finding, review.workspace, sections)),
  ]);
  return [...files, `wanted: ${review.wanted.join(' ')}`, `kinds: ${[...review.kindsSeen].sort().join(' ')}`];
}

/** The text edits of some of the fixes. A review from scratch and one that reuses another must write the same. */
export function toldEdits(review: Review, random: Random): readonly string[] {
  const fixes = [...review.files.values()].flatMap(({ findings }) =>
    [...findings, ...singleFindings(findings)].flatMap((finding) => finding.fixes),
  );
  const chosen = [pickFrom(random, fixes), pickFrom(random, fixes)].filter(
    (fix): fix is ReviewFix => fix !== undefined,
  );
  const { files, skipped } = resolveFixes(review, chosen);
  return [...chosen, ...skipped].map(({ title }) => title).concat(JSON.stringify(files));
}

function sectionsOf({ workspace }: Review): ReadonlySet<Section> {
  const documents = [...workspace.documents.values()];
  return new Set<Section>(documents.flatMap(({ sections }): readonly Section[] => sections));
}

function cutOf({ workspace }: Review, uri: string): string {
  const document = workspace.documents.get(uri);
  const ids = document?.sections.map(({ id }, index) => `${document.starts[index]} ${id.slice(id.indexOf('#'))}`) ?? [];
  return ids.join(', ');
}

function toldFinding(
  { fixes, members, ...finding }: ReviewFinding,
  workspace: Workspace,
  sections: ReadonlySet<Section>,
): string {
  const told = fixes.map((fix) => ({
    title: fix.title,
    safety: fix.safety,
    changes: changesOf(fix, workspace).map((each) => toldChange(each, sections)),
  }));
  const ofMembers = members.map((member) => toldFinding(member, workspace, sections));
  return JSON.stringify({ ...finding, fixes: told, members: ofMembers });
}

/** A text change is written only when it names the very section that stands in the workspace. */
function toldChange(change: Change, sections: ReadonlySet<Section>): unknown {
  if (change.kind !== 'text') return change;
  const { section, edits } = change;
  return { id: section.id, isWritten: sections.has(section), edits };
}
