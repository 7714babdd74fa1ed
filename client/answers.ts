import { Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit, editedUris, type ServerEdit } from '#client/apply-server-edit.ts';
import type { HumanRow } from '#client/checklist-node.ts';
import { findReviewer } from '#client/find-reviewer.ts';
import { request } from '#client/request.ts';

/** Writes answers of checklist rows into the answers file, one after the other: each sees what the one before wrote. */
export class Answers {
  readonly #client: LanguageClient;
  #last: Promise<void> = Promise.resolve();

  constructor(client: LanguageClient) {
    this.#client = client;
  }

  /** A row without a note is taken back whole when it is unticked, so that the file holds only what someone said. */
  tick({ folder, item }: HumanRow, isChecked: boolean): Promise<void> {
    const note = item.answer?.note;
    return this.#queue({ folder, item }, isChecked || note !== undefined ? { checked: isChecked, note } : null);
  }

  /** Asks for the note; a row that was unticked before stays so. An empty note takes the note away. */
  async answerWithNote({ folder, item }: HumanRow): Promise<void> {
    const note = await window.showInputBox({
      title: item.title,
      prompt: item.question,
      placeHolder: 'What was found, agreed or decided',
      value: item.answer?.note ?? '',
      ignoreFocusOut: true,
    });
    if (note === undefined) return;
    const checked = item.answer?.checked ?? true;
    await this.#queue({ folder, item }, { checked, note: note.trim() === '' ? undefined : note.trim() });
  }

  clear(row: HumanRow): Promise<void> {
    return this.#queue(row, null);
  }

  #queue(row: HumanRow, answer: GivenAnswer | null): Promise<void> {
    this.#last = this.#last.then(() => this.#write(row, answer)).catch((error: unknown) => this.#complain(error));
    return this.#last;
  }

  async #write({ folder, item }: HumanRow, answer: GivenAnswer | null): Promise<void> {
    const edit = await request(this.#client, 'plumbline/answer', {
      folder,
      itemId: item.id,
      answer: answer === null ? null : await signed(answer, folder),
    });
    if (edit === null || !(await applyAndSave(this.#client, edit))) this.#complain('the answers file cannot be edited');
  }

  #complain(reason: unknown): void {
    this.#client.error('The answer was not kept.', reason, false);
    void window.showErrorMessage('Plumbline could not write the answer. Check plumbline.review.yaml for mistakes.');
  }
}

interface GivenAnswer {
  readonly checked: boolean;
  readonly note: string | undefined;
}

async function signed({ checked, note }: GivenAnswer, folder: string) {
  const who = await findReviewer(Uri.parse(folder));
  return { checked, who, ...(note === undefined ? {} : { note }) };
}

/** Saves only what was saved before: somebody's half-typed change stays theirs to save. */
async function applyAndSave(client: LanguageClient, edit: ServerEdit): Promise<boolean> {
  const clean = editedUris(edit).filter((uri) => !isDirty(uri));
  if (!(await applyServerEdit(client, edit))) return false;
  for (const uri of clean) await (await workspace.openTextDocument(Uri.parse(uri))).save();
  return true;
}

function isDirty(uri: string): boolean {
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri);
}
