import type { AutomaticRowState, HumanRowState, RowState } from '#core/checklist.ts';
import { answersUri, checklistFolder, checklistOf } from '#server/checklist-of.ts';
import type { ConvertContext } from '#server/convert.ts';
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
  const context = session.contextOf(review);
  const sections = checklistOf(session, review, folder).map(({ id, title, items }) => ({
    id,
    title,
    items: items.map((item) => itemState(item, context)),
  }));
  if (known === undefined) return { sections };
  return { answersUri: context.documentOf(answersUri(known)).uri, sections };
}

function itemState(row: RowState, context: ConvertContext): ChecklistItemState {
  return row.kind === 'automatic' ? automaticState(row, context) : humanState(row, context);
}

function automaticState({ item, state, findings }: AutomaticRowState, context: ConvertContext): AutomaticItemState {
  return {
    kind: 'automatic',
    id: item.id,
    title: item.title,
    state,
    findings: findings.map(({ ruleId, severity, message, uri, span }) => ({
      ruleId,
      severity,
      message,
      uri: context.documentOf(uri).uri,
      range: context.lines.rangeOf(context.review, uri, span),
    })),
  };
}

function humanState(row: HumanRowState, context: ConvertContext): HumanItemState {
  return {
    kind: 'human',
    id: row.item.id,
    title: row.item.title,
    question: row.question,
    evidence: row.evidence.map(({ text, uri, span }) => ({
      text,
      uri: context.documentOf(uri).uri,
      range: context.lines.rangeOf(context.review, uri, span),
    })),
    evidenceLeftOut: row.evidenceLeftOut,
    ...(row.answer === undefined ? {} : { answer: itemAnswer(row.answer) }),
  };
}

function itemAnswer({ checked, note, who, when }: NonNullable<HumanRowState['answer']>): ItemAnswer {
  return {
    checked,
    ...(note === undefined ? {} : { note }),
    ...(who === undefined ? {} : { who }),
    ...(when === undefined ? {} : { when }),
  };
}
