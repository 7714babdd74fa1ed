import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import type { Review } from '#core/review.ts';
import { canonicalUri } from '#files/uri.ts';
import { type ActionPlan, isActionPlan, type PlanInput, planEdit } from '#server/features/action-plan.ts';
import { type DiskInput, editOnDisk, InexactFile } from '#server/features/edit-on-disk.ts';
import type { PlannedAction } from '#server/features/fix-actions.ts';
import { countFixes } from '#server/features/fix-all.ts';
import { planNote } from '#server/features/plan-note.ts';
import { type QuickFixInput, quickFixes } from '#server/features/quick-fixes.ts';
import type { Client, Reviews, Says } from '#server/inputs.ts';

/** The kind of the action that applies every safe fix of a file; editors run it on save where asked to. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.plumbline`;

type EditInput = PlanInput & DiskInput & Pick<Reviews, 'current'>;

type CodeActionInput = EditInput & QuickFixInput & Pick<Reviews, 'shown'> & Client<'resolvesEdits'>;

/** The actions for the findings a range touches, and for the file. */
export async function codeActions(session: CodeActionInput, params: CodeActionParams): Promise<CodeAction[] | null> {
  const uri = canonicalUri(params.textDocument.uri);
  const isAsked = (kind: string) => params.context.only?.some((only) => isKindOf(kind, only)) ?? true;
  const isListOnly = session.abilities.resolvesEdits && params.context.only === undefined;
  const review = await (isListOnly ? session.shown(uri) : session.current(uri));
  if (review === undefined) return null;
  const quick = isAsked(CodeActionKind.QuickFix) ? quickFixes(session, review, uri, params) : [];
  const isFixAllAsked = params.context.only !== undefined && isAsked(fixAllKind);
  const all = isFixAllAsked ? fixAllActions(review, uri) : [];
  const finished = await Promise.all([...quick, ...all].map((action) => finish(action, session)));
  return finished.filter((action) => action !== undefined);
}

/** Adds the edit to a listed action, and tells what the database will feel of many; one that has become pointless comes back without. */
export async function resolveCodeAction(session: EditInput & Says, action: CodeAction): Promise<CodeAction> {
  const { data } = action;
  if (!isActionPlan(data)) return action;
  const edit = await editOf(data, session);
  if (edit === undefined) return action;
  const review = await session.current(data.uri);
  const note = review && planNote(data, review);
  if (note !== undefined) session.say(note);
  return { ...action, edit };
}

/** Undefined when the plan has become pointless. */
async function editOf(plan: ActionPlan, session: EditInput): Promise<WorkspaceEdit | undefined> {
  const make = async () => {
    const review = await session.current(plan.uri);
    return review && planEdit(plan, session, review);
  };
  return (await editOnDisk(session, make, (edit) => edit)) ?? undefined;
}

function fixAllActions(review: Review, uri: string): PlannedAction[] {
  if (countFixes(review, uri) === 0) return [];
  return [{ title: 'Fix all safe problems', kind: fixAllKind, data: { kind: 'fixAll', uri } }];
}

/** The action as it is sent: with its plan where the client asks for the edit later, else with its edit. */
async function finish(action: PlannedAction, session: CodeActionInput): Promise<CodeAction | undefined> {
  const { data, ...rest } = action;
  if (data === undefined) return rest;
  // Fix all on save is applied without being resolved by some clients.
  if (session.abilities.resolvesEdits && data.kind !== 'fixAll') return action;
  const edit = await editOf(data, session).catch(unlessInexact);
  return edit === undefined ? undefined : { ...rest, edit };
}

/** Who is only asked what could be done does not say why one thing cannot. */
function unlessInexact(error: unknown): undefined {
  if (!(error instanceof InexactFile)) throw error;
}

function isKindOf(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
