import {
  CancellationTokenSource,
  Position,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit } from '#client/apply-server-edit.ts';
import { endDateProblem, usualEndDate } from '#client/end-date.ts';
import { request } from '#client/request.ts';
import type { InsertPatternParams, PatternSummary } from '#server/protocol.ts';

/**
 * Puts a pattern of the guideline in its place in the active document, with the components it needs. Asks which one
 * where `patternId` is not given.
 */
export async function insertPattern(client: LanguageClient, patternId?: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection } = editor;
  const position = selection.active;
  const patterns = request(client, 'plumbline/patterns', { uri: document.uri.toString(), position }).then(
    (found) => found ?? [],
  );
  const pattern =
    patternId === undefined ? await pickPattern(patterns) : (await patterns).find(({ id }) => id === patternId);
  const params = pattern && (await paramsFor(pattern, document, position));
  if (params === undefined) return;
  const insertion = await request(client, 'plumbline/insertPattern', params);
  if (insertion !== null && 'problem' in insertion) {
    void window.showWarningMessage(insertion.problem);
  } else if (insertion === null || !(await applyServerEdit(client, insertion.edit))) {
    void window.showWarningMessage('This pattern does not fit the document as it is now.');
  } else placeCursor(editor, insertion.cursor);
}

/** With the date it ends, where the pattern wants one; undefined when nobody gives it. */
async function paramsFor(
  { id, title, problem, wantsEndDate }: PatternSummary,
  { uri }: TextDocument,
  position: Position,
): Promise<InsertPatternParams | undefined> {
  const params = { uri: uri.toString(), patternId: id, position };
  if (!wantsEndDate || problem !== undefined) return params;
  const endDate = await window.showInputBox({
    title,
    prompt: 'The day it ends, as YYYY-MM-DD.',
    value: usualEndDate(new Date()),
    ignoreFocusOut: true,
    validateInput: (text) => endDateProblem(text, new Date()),
  });
  return endDate === undefined ? undefined : { ...params, endDate: endDate.trim() };
}

/** The list opens before its patterns are there: what is typed meanwhile must not get into the document. */
async function pickPattern(patterns: Promise<readonly PatternSummary[]>): Promise<PatternSummary | undefined> {
  const none = new CancellationTokenSource();
  void patterns
    .catch(() => [])
    .then(({ length }) => {
      if (length > 0) return;
      none.cancel();
      void window.showInformationMessage('No pattern fits: open a description from 3.0 on, or a schema.');
    });
  const options = {
    title: 'Insert Pattern',
    placeHolder: 'A pattern that follows the guideline',
    matchOnDescription: true,
    matchOnDetail: true,
  };
  const choice = await window.showQuickPick<PatternItem>(patterns.then(pickItems), options, none.token);
  none.dispose();
  return choice?.pattern;
}

interface PatternItem extends QuickPickItem {
  readonly pattern?: PatternSummary;
}

/** What fits at the cursor first; below it the others, with the reason. */
function pickItems(patterns: readonly PatternSummary[]): readonly PatternItem[] {
  const fitting = patterns.filter(({ problem }) => problem === undefined);
  const others = patterns.filter(({ problem }) => problem !== undefined);
  return [...group('fits here', fitting), ...group('does not fit here', others)];
}

function group(label: string, patterns: readonly PatternSummary[]): readonly PatternItem[] {
  if (patterns.length === 0) return [];
  const items = patterns.map((pattern) => {
    const { title, description, problem, keywords } = pattern;
    return { label: title, description: keywords.join(', '), detail: problem ?? description, pattern };
  });
  return [{ label, kind: QuickPickItemKind.Separator }, ...items];
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
