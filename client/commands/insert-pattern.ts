import { Position, Range, Selection, type TextEditor, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit } from '#client/apply-server-edit.ts';
import { request } from '#client/request.ts';
import type { PatternSummary } from '#server/protocol.ts';

/**
 * Puts a pattern of the guideline in its place in the active document, with the components it needs. Asks which one
 * where `patternId` is not given.
 */
export async function insertPattern(client: LanguageClient, patternId?: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const id = patternId ?? (await pickPattern(client, editor));
  if (id === undefined) return;
  const uri = editor.document.uri.toString();
  const insertion = await request(client, 'plumbline/insertPattern', {
    uri,
    patternId: id,
    position: editor.selection.active,
  });
  if (insertion !== null && 'problem' in insertion) {
    void window.showWarningMessage(insertion.problem);
  } else if (insertion === null || !(await applyServerEdit(client, insertion.edit))) {
    void window.showWarningMessage('This pattern does not fit the document as it is now.');
  } else placeCursor(editor, insertion.cursor);
}

async function pickPattern(client: LanguageClient, editor: TextEditor): Promise<string | undefined> {
  const patterns = await request(client, 'plumbline/patterns', { uri: editor.document.uri.toString() });
  if (patterns === null || patterns.length === 0) {
    void window.showInformationMessage(
      'No pattern fits this document. Open an OpenAPI description or a Prisma schema.',
    );
    return undefined;
  }
  const choice = await window.showQuickPick(patterns.map(quickPickItem), {
    title: 'Insert Pattern',
    placeHolder: 'A pattern that follows the guideline',
    matchOnDetail: true,
  });
  return choice?.id;
}

function quickPickItem({ id, title, description }: PatternSummary) {
  return { label: title, detail: description, id };
}

/** A zero-based place in the text. */
interface Cursor {
  readonly line: number;
  readonly character: number;
}

function placeCursor(editor: TextEditor, cursor: Cursor | undefined): void {
  if (cursor === undefined) return;
  const position = new Position(cursor.line, cursor.character);
  editor.selection = new Selection(position, position);
  editor.revealRange(new Range(position, position));
}
