import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type FixOutcome, fixOutcome } from '#core/fix/fix-outcome.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { printable } from '#core/text/printable.ts';
import { type ActionPlan, findingKey } from '#server/features/action-plan.ts';
import type { Client } from '#server/inputs.ts';

/** An action, with what it does where that is made an edit later. */
export type PlannedAction = CodeAction & { readonly data?: ActionPlan };

/**
 * The fixes of a finding as actions, without those that would change nothing. Where none of them can be written, they are shown
 * with the reason, to clients that can show it.
 */
export function fixActions(
  { abilities }: Client<'showsDisabledActions'>,
  { workspace }: Review,
  finding: ReviewFinding,
  diagnostics: CodeAction['diagnostics'],
): readonly PlannedAction[] {
  const outcomes = finding.fixes.map((fix) => fixOutcome(fix, workspace));
  const isWritten = ({ kind }: FixOutcome) => kind === 'writes';
  const showsReasons = abilities.showsDisabledActions && !outcomes.some(isWritten);
  return finding.fixes.flatMap(({ title, safety }, fix): PlannedAction[] => {
    const outcome = outcomes[fix];
    const base = { title: printable(title), kind: CodeActionKind.QuickFix, diagnostics: diagnostics ?? [] };
    if (outcome?.kind === 'writes') {
      const data: ActionPlan = { kind: 'fix', uri: finding.uri, finding: findingKey(finding), fix };
      return [{ ...base, isPreferred: fix === 0 && safety === 'safe', data }];
    }
    const reason = outcome?.kind === 'refused' && showsReasons ? outcome.reason : undefined;
    return reason === undefined ? [] : [{ ...base, disabled: { reason: `It cannot be written here: ${reason}` } }];
  });
}
