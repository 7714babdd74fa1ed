import type { WorkspaceEdit } from 'vscode-languageserver';
import { type AcceptEdit, acceptEdit } from '#core/change/accept-edit.ts';
import { firstSentence } from '#core/change/accepted-change.ts';
import { configFor } from '#core/config/nearest-config.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { acceptedFileName } from '#core/source.ts';
import { placeholderReason } from '#core/suppress/suppression.ts';
import { decodePercent } from '#core/text/decode-percent.ts';
import { daysOn, today } from '#files/today.ts';
import { isInFolder } from '#files/uri.ts';
import { creation } from '#server/features/creation.ts';
import type { TurnOffInput } from '#server/features/turn-off.ts';
import type { AcceptParams } from '#server/protocol.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';

/** Why a change may be, who says so, and until which day it is not told. */
export type Acceptance = Pick<AcceptParams, 'why' | 'who' | 'until'>;

/** What is written where the client can ask for nothing: half a year is time for clients to move. */
export function usualAcceptance(): Acceptance {
  return { why: placeholderReason, until: daysOn(today(), 183) };
}

/** Undefined where the list cannot be written. */
export function acceptanceEdit(
  session: TurnOffInput,
  review: Review,
  finding: ReviewFinding,
  acceptance: Acceptance,
): WorkspaceEdit | undefined {
  const made = acceptanceFor(session, review, finding, acceptance);
  if (made === undefined) return undefined;
  const { uri, edit } = made;
  if (edit.kind === 'new') return creation(session, uri, edit.text);
  return toWorkspaceEdit([{ uri, edits: edit.edits }], session.contextOf(review));
}

/** True for a change that can be accepted. */
export function isAcceptable(session: TurnOffInput, review: Review, finding: ReviewFinding): boolean {
  const rule = session.contextOf(review).rulebook.rules.find(({ id }) => id === finding.ruleId);
  const isChange = rule?.needs.some((need) => need === 'base') === true;
  return isChange && acceptanceFor(session, review, finding, usualAcceptance()) !== undefined;
}

interface MadeAcceptance {
  readonly uri: string;
  readonly edit: AcceptEdit;
}

function acceptanceFor(
  session: TurnOffInput,
  review: Review,
  { ruleId, uri: file, message }: ReviewFinding,
  { why, who, until }: Acceptance,
): MadeAcceptance | undefined {
  const { appliesDocumentChanges, createsFiles } = session.abilities;
  const uri = appliesDocumentChanges ? listFor(session, review, file) : undefined;
  if (uri === undefined || session.files.unread.has(uri)) return undefined;
  const document = documentOfKind(review.workspace, uri, 'tree');
  if (document === undefined && !(createsFiles && session.files.isWalked)) return undefined;
  const path = decodePercent(file.slice(uri.lastIndexOf('/') + 1));
  const entry = { rule: ruleId, file: path, what: firstSentence(message), why, until };
  const edit = acceptEdit(uri, document, who === undefined || who === '' ? entry : { ...entry, who });
  return edit && { uri, edit };
}

/** The nearest list at or above a file, else one beside its configuration, else one in the workspace folder. */
function listFor(
  { reviewSettings: { folders } }: TurnOffInput,
  { workspace }: Review,
  file: string,
): string | undefined {
  const [folder] = folders.filter((each) => isInFolder(file, each)).sort((a, b) => b.length - a.length);
  if (folder === undefined) return undefined;
  const lists = [...workspace.accepted].filter(
    ([uri, list]) => isInFolder(uri, folder) && file.startsWith(list.folder),
  );
  const [nearest] = lists.sort(([a], [b]) => b.length - a.length);
  if (nearest !== undefined) return nearest[0];
  const config = configFor(file, workspace.configs, folders);
  return config.uri === undefined ? `${folder}/${acceptedFileName}` : `${config.folder}${acceptedFileName}`;
}

/** The title of the action that accepts it, which makes sense alone. */
export function acceptTitle({ message }: Pick<ReviewFinding, 'message'>): string {
  const what = firstSentence(message);
  const shown = what.length > longestTitle ? `${what.slice(0, longestTitle)}…` : what;
  return `Accept until a day: ${shown}`;
}

const longestTitle = 80;
