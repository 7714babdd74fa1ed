import { type AcceptedChange, type AcceptedChanges, changeKey, firstSentence } from '#core/change/accepted-change.ts';
import { engineFinding } from '#core/place/engine-finding.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { decodePercent } from '#core/text/decode-percent.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** Leaves out changes that are accepted today. */
export function* unacceptedFindings(
  findings: readonly RawFinding[],
  { accepted }: Pick<Workspace, 'accepted'>,
  { today }: Pick<ReviewSettings, 'today'>,
): Steps<readonly RawFinding[]> {
  const byKey = new Map<string, { readonly list: AcceptedChanges; readonly change: AcceptedChange }[]>();
  const ruleIds = new Set<string>();
  for (const list of accepted.values()) {
    for (const change of list.changes) {
      if (isOver(change, today)) continue;
      const key = changeKey(change.ruleId, change.what);
      byKey.set(key, [...(byKey.get(key) ?? []), { list, change }]);
      ruleIds.add(change.ruleId);
    }
  }
  if (byKey.size === 0) return findings;
  const open: RawFinding[] = [];
  const pace = new Pace();
  for (const raw of findings) {
    if (pace.isDue(cost.passed)) yield;
    const known = ruleIds.has(raw.ruleId) ? byKey.get(changeKey(raw.ruleId, firstSentence(raw.finding.message))) : [];
    if (known?.some(({ list, change }) => isIn(raw.section.uri, list, change)) !== true) open.push(raw);
  }
  return open;
}

/** Mistakes in the lists, and what was accepted until a day that has passed. */
export function acceptedFindings(
  { accepted }: Pick<Workspace, 'accepted'>,
  { today }: Pick<ReviewSettings, 'today'>,
): readonly RawFinding[] {
  return [...accepted.values()].flatMap(({ section, changes, problems }) => {
    const over = changes.filter((change) => isOver(change, today));
    const message = ({ until }: AcceptedChange) =>
      `This change was accepted until ${until}, and is told again. Decide until when it may be, or remove the entry.`;
    return [
      ...problems.map((finding) => engineFinding('plumbline/accepted-change', 'error', section, finding)),
      ...over.map((change) =>
        engineFinding('plumbline/accepted-change', 'warning', section, {
          span: change.untilSpan,
          message: message(change),
        }),
      ),
    ];
  });
}

/** ISO days are in the order of their texts. */
function isOver({ until }: AcceptedChange, today: string | undefined): boolean {
  return today !== undefined && until < today;
}

function isIn(uri: string, { folder }: AcceptedChanges, { file }: AcceptedChange): boolean {
  if (!uri.startsWith(folder)) return false;
  return file === undefined || decodePercent(uri.slice(folder.length)) === file;
}
