import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type Answer, answerChanges, emptyAnswersText } from '#core/answers.ts';
import { type AppliedChanges, applyChanges } from '#core/tree/apply-changes.ts';
import { cutDocument } from '#core/tree/cut-document.ts';
import { answersUri, checklistFolder } from '#server/checklist-of.ts';
import { toWorkspaceEdit } from '#server/convert.ts';
import type { AnswerParams } from '#server/protocol.ts';
import type { Session } from '#server/session.ts';

/**
 * The edit that writes an answer into the folder's `plumbline.review.yaml`, creating the file where it is missing; all
 * else in the file stays as it is. `null` without a folder, and when the file cannot be written (broken YAML).
 * `today` is an ISO date.
 */
export async function answer(session: Session, params: AnswerParams, today: string): Promise<WorkspaceEdit | null> {
  const review = await session.complete();
  const folder = checklistFolder(session, params.folder);
  if (review === undefined || folder === undefined) return null;
  const uri = answersUri(folder);
  const known = review.files.get(uri);
  const written = writeAnswer(uri, known?.text ?? emptyAnswersText, params, today);
  if (written === undefined) return null;
  if (known === undefined) return creation(session, uri, written.text);
  return toWorkspaceEdit([{ uri, edits: written.edits }], session.contextOf(review));
}

/** Undefined when there is no place for the answer. */
function writeAnswer(
  uri: string,
  text: string,
  { itemId, answer: given }: AnswerParams,
  when: string,
): AppliedChanges | undefined {
  const reparse = (newText: string) => cutDocument({ uri, text: newText, language: 'yaml' });
  const document = reparse(text);
  if (document.sections.some(({ problems }) => problems.length > 0)) return undefined;
  const written: Answer | undefined = given === null ? undefined : { note: undefined, who: undefined, ...given, when };
  const applied = applyChanges(document, answerChanges(uri, itemId, written), reparse);
  // Taking back what is not there is no failure.
  return applied.skipped.some(({ kind }) => kind !== 'remove') ? undefined : applied;
}

function creation({ abilities, documents }: Session, uri: string, text: string): WorkspaceEdit {
  const document = documents.clientDocument(uri);
  const start = { line: 0, character: 0 };
  const edits: TextEdit[] = [{ range: { start, end: start }, newText: text }];
  if (!abilities.appliesDocumentChanges || !abilities.createsFiles) return { changes: { [document.uri]: edits } };
  return {
    documentChanges: [
      { kind: 'create', uri: document.uri, options: { ignoreIfExists: true } },
      { textDocument: { uri: document.uri, version: document.version }, edits },
    ],
  };
}
