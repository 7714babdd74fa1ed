import type { WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdits } from '#core/fix/file-edits.ts';
import { resolveFixes } from '#core/fix.ts';
import { foldedFindings } from '#core/place/folded-findings.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { placeholderReason } from '#core/suppress/suppression.ts';
import { acceptanceEdit, usualAcceptance } from '#server/features/acceptance.ts';
import { type FixAllInput, fixAll } from '#server/features/fix-all.ts';
import { ignoreEdit } from '#server/features/ignore.ts';
import { type TurnOffInput, turnOffEdit } from '#server/features/turn-off.ts';
import type { Shown } from '#server/inputs.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';

/**
 * What an action does, in words that outlive the review they came from. Edits are made from it when the action is listed,
 * or, where the client can wait, when it is chosen.
 */
export type ActionPlan =
  | { readonly kind: 'fix'; readonly uri: string; readonly finding: FindingKey; readonly fix: number }
  | { readonly kind: 'fixRule'; readonly uri: string; readonly ruleId: string }
  | { readonly kind: 'fixAll'; readonly uri: string }
  | { readonly kind: 'turnOff'; readonly uri: string; readonly ruleId: string }
  | { readonly kind: 'accept'; readonly uri: string; readonly finding: FindingKey }
  | { readonly kind: 'ignore'; readonly uri: string; readonly finding: FindingKey };

/** Tells the findings of one file apart. */
export interface FindingKey {
  readonly ruleId: string;
  readonly start: number;
  readonly message: string;
}

/** True for what `codeAction/resolve` brings back of an action of ours. */
export function isActionPlan(data: unknown): data is ActionPlan {
  return typeof data === 'object' && data !== null && 'kind' in data && 'uri' in data;
}

/** What tells the finding apart from others of its file. */
export function findingKey({ ruleId, span, message }: ReviewFinding): FindingKey {
  return { ruleId, start: span.start, message };
}

/** What edits of all kinds are made with. */
export type PlanInput = FixAllInput & TurnOffInput & Pick<Shown, 'contextOf'>;

/** Undefined when what the plan is about is not there any more, or cannot be written. */
export async function planEdit(
  plan: ActionPlan,
  session: PlanInput,
  review: Review,
): Promise<WorkspaceEdit | undefined> {
  const edit = (files: readonly FileEdits[]) =>
    files.length === 0 ? undefined : toWorkspaceEdit(files, session.contextOf(review));
  switch (plan.kind) {
    case 'fix': {
      const fix = findFinding(review, plan.uri, plan.finding)?.fixes[plan.fix];
      return fix && edit(resolveFixes(review, [fix]).files);
    }
    case 'fixRule':
      return (await fixAll(session, plan.uri, plan.ruleId)) ?? undefined;
    case 'fixAll':
      return (await fixAll(session, plan.uri)) ?? undefined;
    case 'turnOff':
      return turnOffEdit(session, review, plan.uri, plan.ruleId);
    case 'accept': {
      const finding = findFinding(review, plan.uri, plan.finding);
      return finding && acceptanceEdit(session, review, finding, usualAcceptance());
    }
    case 'ignore': {
      const finding = findFinding(review, plan.uri, plan.finding);
      return finding && ignoreEdit(session, review, finding, placeholderReason);
    }
    default:
      return plan satisfies never;
  }
}

/** The finding of a file, told there or by another one. */
export function findFinding(
  review: Review,
  uri: string,
  { ruleId, start, message }: FindingKey,
): ReviewFinding | undefined {
  const folded = foldedFindings(review, uri).map(({ finding }) => finding);
  return [...(review.files.get(uri)?.findings ?? []), ...folded].find(
    (finding) => finding.ruleId === ruleId && finding.span.start === start && finding.message === message,
  );
}
