import { Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit, editedUris, type ServerEdit } from '#client/apply-server-edit.ts';
import type { HumanRow } from '#client/checklist-node.ts';
import { findReviewer } from '#client/find-reviewer.ts';
import { type NoteWish, noteWish, usualNote } from '#client/note-wish.ts';
import { request } from '#client/request.ts';
import type { ItemVerdict } from '#server/protocol.ts';

/** Writes answers of checklist rows into the answers file, one after the other: each sees what the one before wrote. */
export class Answers {
  readonly #client: LanguageClient;
  #last: Promise<void> = Promise.resolve();

  constructor(client: LanguageClient) {
    this.#client = client;
  }

  /** Asks for a note where the answer wants one; nothing is kept when nobody wants to say. */
  async answer(row: HumanRow, verdict: ItemVerdict): Promise<void> {
    const { answer } = row.item;
    const wish = noteWish(row.item, verdict);
    const note = wish === undefined ? answer?.note : await askNote(row, wish);
    if (wish !== undefined && note === undefined) return;
    await this.#queue(row, { verdict, note: note === '' ? undefined : note });
  }

  /** An empty note takes the note away; a row that nobody answered is answered with yes. */
  async editNote(row: HumanRow): Promise<void> {
    const note = await askNote(row, { isNeeded: false, placeholder: usualNote });
    if (note === undefined) return;
    await this.#queue(row, { verdict: row.item.answer?.verdict ?? 'yes', note: note === '' ? undefined : note });
  }

  clear(row: HumanRow): Promise<void> {
    return this.#queue(row, null);
  }

  #queue(row: HumanRow, answer: GivenAnswer | null): Promise<void> {
    this.#last = this.#last.then(() => this.#write(row, answer)).catch((error: unknown) => this.#complain(error));
    return this.#last;
  }

  async #write({ service, item }: HumanRow, answer: GivenAnswer | null): Promise<void> {
    const edit = await request(this.#client, 'plumbline/answer', {
      service,
      itemId: item.id,
      answer: answer === null ? null : await signed(answer, service),
    });
    if (edit === null || !(await applyAndSave(this.#client, edit))) this.#complain('the answers file cannot be edited');
  }

  #complain(reason: unknown): void {
    this.#client.error('The answer was not kept.', reason, false);
    void window.showErrorMessage('Answer not kept. Check plumbline.review.yaml for mistakes.');
  }
}

interface GivenAnswer {
  readonly verdict: ItemVerdict;
  readonly note: string | undefined;
}

/** Undefined when nobody wants to say. */
async function askNote({ item }: HumanRow, { isNeeded, placeholder }: NoteWish): Promise<string | undefined> {
  const note = await window.showInputBox({
    title: `${item.title}: ${item.sentence}`,
    prompt: item.question,
    placeHolder: placeholder,
    value: item.answer?.note ?? '',
    ignoreFocusOut: true,
    validateInput: (text) =>
      isNeeded && text.trim() === '' ? 'The question asks what or which: say it here.' : undefined,
  });
  return note?.trim();
}

async function signed({ verdict, note }: GivenAnswer, service: string) {
  const uri = Uri.parse(service);
  const who = await findReviewer(workspace.getWorkspaceFolder(uri)?.uri ?? uri);
  return { verdict, who, ...(note === undefined ? {} : { note }) };
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
