import { type CodeAction, CodeActionKind, type CodeActionParams, type Command } from 'vscode-languageserver';
import type { Review, ReviewFinding } from '#core/review.ts';
import { canonicalUri } from '#files/file-uri.ts';
import { type ActionPlan, findingKey, isActionPlan, planEdit } from '#server/action-plan.ts';
import { toDiagnostic } from '#server/convert.ts';
import { findingsAt } from '#server/features/findings-at.ts';
import { fixActions } from '#server/features/fix-actions.ts';
import { countFixes } from '#server/features/fix-all.ts';
import type { IgnoreTarget } from '#server/protocol.ts';
import type { Session } from '#server/session.ts';

/** The kind of the action that applies every safe fix of a file; editors run it on save where asked to. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.plumbline`;

/** The actions for the findings a range touches, and for the file. */
export async function codeActions(session: Session, params: CodeActionParams): Promise<CodeAction[] | null> {
  const uri = canonicalUri(params.textDocument.uri);
  const isAsked = (kind: string) => params.context.only?.some((only) => isKindOf(kind, only)) ?? true;
  const isListOnly = session.abilities.resolvesEdits && params.context.only === undefined;
  const review = await (isListOnly ? session.shown(uri) : session.current(uri));
  if (review === undefined) return null;
  const quick = isAsked(CodeActionKind.QuickFix) ? quickFixes(session, review, uri, params) : [];
  const isFixAllAsked = params.context.only !== undefined && isAsked(fixAllKind);
  const all = isFixAllAsked ? fixAllActions(review, uri) : [];
  const finished = await Promise.all([...quick, ...all].map((action) => finish(action, session, review)));
  return finished.filter((action) => action !== undefined);
}

/** Adds the edit to a listed action; one that has become pointless comes back without. */
export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  if (!isActionPlan(action.data)) return action;
  const review = await session.current(action.data.uri);
  if (review === undefined) return action;
  const edit = await planEdit(action.data, session, review);
  return edit === undefined ? action : { ...action, edit };
}

type PlannedAction = CodeAction & { readonly data?: ActionPlan };

function quickFixes(
  session: Session,
  review: Review,
  uri: string,
  { range, context }: CodeActionParams,
): PlannedAction[] {
  const findings = findingsAt(session, review, uri, range);
  const diagnosticsOf = (finding: ReviewFinding) => {
    const own = toDiagnostic(finding, session.contextOf(review));
    return context.diagnostics.filter(({ code, message }) => code === own.code && message === own.message);
  };
  const fixes = findings.flatMap((finding) => fixActions(session, review, finding, diagnosticsOf(finding)));
  const first = new Map([...findings].reverse().map((finding) => [finding.ruleId, finding])).values();
  const others = [...first]
    .reverse()
    .flatMap((finding): PlannedAction[] => [
      ...fixRuleActions(review, uri, finding.ruleId),
      ...ignoreActions(session, review, finding, diagnosticsOf(finding)),
    ]);
  return [...fixes, ...others, ...pageActions(session, findings)];
}

function fixRuleActions(review: Review, uri: string, ruleId: string): PlannedAction[] {
  if (countFixes(review, uri, ruleId) < 2) return [];
  const title = `Fix all ${ruleId} problems in this file`;
  return [{ title, kind: CodeActionKind.QuickFix, data: { kind: 'fixRule', uri, ruleId } }];
}

function fixAllActions(review: Review, uri: string): PlannedAction[] {
  if (countFixes(review, uri) === 0) return [];
  return [{ title: 'Fix all safe problems', kind: fixAllKind, data: { kind: 'fixAll', uri } }];
}

function ignoreActions(
  session: Session,
  review: Review,
  finding: ReviewFinding,
  diagnostics: CodeAction['diagnostics'],
): PlannedAction[] {
  const { ruleId, uri, span } = finding;
  if (ruleId.startsWith('plumbline/')) return [];
  const base = {
    title: `Ignore ${ruleId} here with a reason…`,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics ?? [],
  };
  if (!session.abilities.commands.has('plumbline.ignoreWithReason')) {
    return [{ ...base, data: { kind: 'ignore', uri, finding: findingKey(finding) } }];
  }
  const target: IgnoreTarget = {
    uri: session.documents.clientDocument(uri).uri,
    ruleId,
    range: session.lines.rangeOf(review, uri, span),
  };
  return [{ ...base, command: { title: base.title, command: 'plumbline.ignoreWithReason', arguments: [target] } }];
}

function pageActions(session: Session, findings: readonly ReviewFinding[]): PlannedAction[] {
  if (!session.abilities.commands.has('plumbline.openRulePage')) return [];
  const ids = new Set(findings.map(({ ruleId }) => ruleId).filter((ruleId) => !ruleId.startsWith('plumbline/')));
  return [...ids].map((ruleId) => {
    const title = `Open the page of ${ruleId}`;
    const command: Command = { title, command: 'plumbline.openRulePage', arguments: [ruleId] };
    return { title, kind: CodeActionKind.QuickFix, command };
  });
}

/** The action as it is sent: with its plan where the client asks for the edit later, else with its edit. */
async function finish(action: PlannedAction, session: Session, review: Review): Promise<CodeAction | undefined> {
  const { data, ...rest } = action;
  if (data === undefined) return rest;
  // Fix all on save is applied without being resolved by some clients.
  if (session.abilities.resolvesEdits && data.kind !== 'fixAll') return action;
  const edit = await planEdit(data, session, review);
  return edit === undefined ? undefined : { ...rest, edit };
}

function isKindOf(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
