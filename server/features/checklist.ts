import type { Answer } from '#core/answers.ts';
import type { AutomaticRowState, HumanRowState, RowState } from '#core/checklist.ts';
import { answersUri, checklistFolder, checklistOf } from '#server/checklist-of.ts';
import type { PlacedEvidence, PlacedFinding } from '#server/overview.ts';
import type {
  AutomaticItemState,
  ChecklistItemState,
  ChecklistParams,
  ChecklistState,
  HumanItemState,
  ItemAnswer,
} from '#server/protocol.ts';
import type { Session } from '#server/session.ts';

/** The checklist as the files and the answers have it now; `null` when reviewing is off or the folder is not open. */
export async function checklist(session: Session, { folder }: ChecklistParams): Promise<ChecklistState | null> {
  const review = await session.complete();
  const known = checklistFolder(session, folder);
  if (review === undefined || (folder !== undefined && known === undefined)) return null;
  const shownUri = (uri: string) => session.documents.clientDocument(uri).uri;
  const overview = await session.overview(review, folder === undefined ? undefined : known);
  const sections = checklistOf(session, review, overview, folder).map(({ id, title, items }) => ({
    id,
    title,
    items: items.map((item) => itemState(item, shownUri)),
  }));
  if (known === undefined) return { sections };
  return { answersUri: shownUri(answersUri(known)), sections };
}

/** A uri as the client spells it. */
type ShownUri = (uri: string) => string;

function itemState(row: RowState<PlacedFinding, PlacedEvidence>, shownUri: ShownUri): ChecklistItemState {
  return row.kind === 'automatic' ? automaticState(row, shownUri) : humanState(row, shownUri);
}

function automaticState(
  { item, state, findings }: AutomaticRowState<PlacedFinding>,
  shownUri: ShownUri,
): AutomaticItemState {
  return {
    kind: 'automatic',
    id: item.id,
    title: item.title,
    state,
    findings: findings.map(({ ruleId, severity, message, uri, range }) => ({
      ruleId,
      severity,
      message,
      uri: shownUri(uri),
      range,
    })),
  };
}

function humanState(row: HumanRowState<PlacedEvidence>, shownUri: ShownUri): HumanItemState {
  return {
    kind: 'human',
    id: row.item.id,
    title: row.item.title,
    question: row.question,
    evidence: row.evidence.map(({ text, uri, range }) => ({ text, uri: shownUri(uri), range })),
    evidenceLeftOut: row.evidenceLeftOut,
    ...(row.answer === undefined ? {} : { answer: itemAnswer(row.answer) }),
  };
}

function itemAnswer({ checked, note, who, when }: Answer): ItemAnswer {
  return {
    checked,
    ...(note === undefined ? {} : { note }),
    ...(who === undefined ? {} : { who }),
    ...(when === undefined ? {} : { when }),
  };
}
