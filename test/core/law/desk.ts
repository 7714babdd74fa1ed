import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Base } from '#core/change/base.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { applyEdits, type Edit, type Span } from '#core/text/span.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { OpenDocuments } from '#server/texts/open-documents.ts';

/** A file of a scene. */
export interface SceneFile {
  readonly uri: string;
  readonly text: string;
  /** What an editor calls the language where the name of the file does not tell. */
  readonly languageId?: string;
}

/** The folder all files of a scene lie in. */
export const folder = 'file:///desk/';

interface Held {
  text: string;
  readonly languageId: string | undefined;
}

/**
 * Files on a disk and in an editor, told in two ways: as the server tells them (`sources`, with what was edited), and as
 * plain texts that know nothing of edits (`plainSources`).
 */
export class Desk {
  preset = 'strict';
  folders: readonly string[] = [folder];
  unread: ReadonlyMap<string, UnreadReason> = new Map();
  /** What the files are compared with. */
  base: Base | undefined;
  /** What was cut or copied last. */
  clipboard = '';
  readonly #disk = new Map<string, Source>();
  readonly #open = new Map<string, Held>();
  readonly #documents = new OpenDocuments();
  readonly #past: SceneFile[] = [];
  #version = 0;
  #commits = 0;

  constructor(files: readonly SceneFile[]) {
    for (const { uri, text } of files) this.#disk.set(uri, { uri, text });
  }

  get settings(): ReviewSettings {
    const { folders, preset, unread, base } = this;
    return { folders, preset, unread, failFast: true, ...(base && { base }) };
  }

  /** All files as the server hands them to a review. */
  get sources(): readonly Source[] {
    const byUri = new Map(this.#disk);
    for (const source of this.#documents.sources) byUri.set(source.uri, source);
    return this.uris.flatMap((uri) => byUri.get(uri) ?? []);
  }

  /** Says, as the server does, that a review of sources is done. */
  reviewed(sources: ReadonlyMap<string, Source>): void {
    this.#documents.reviewed(sources);
  }

  get plainSources(): readonly Source[] {
    return this.uris.map((uri) => {
      const languageId = this.#open.get(uri)?.languageId;
      return { uri, text: this.textOf(uri), ...(languageId === undefined ? {} : { languageId }) };
    });
  }

  /** Makes the texts of now what later ones are compared with; what is the same is shared with the latest review. */
  commit(rulebook: Rulebook, today?: Workspace): void {
    const workspace = openWorkspace(this.plainSources, rulebook, { ...this.settings, unread: new Map() }, today);
    this.base = { id: `commit ${++this.#commits}`, name: 'main', workspace, formerUris: new Map() };
  }

  get uris(): readonly string[] {
    return [...new Set([...this.#disk.keys(), ...this.#open.keys()])].sort();
  }

  get openUris(): readonly string[] {
    return [...this.#open.keys()].sort();
  }

  textOf(uri: string): string {
    return this.#open.get(uri)?.text ?? this.#disk.get(uri)?.text ?? '';
  }

  /** Replaces places of a file that do not overlap: in the editor where it is open, else on disk. */
  edit(uri: string, edits: readonly Edit[]): void {
    const before = this.textOf(uri);
    const placed = edits.map(({ span, newText }) => ({ span: outsideBreaks(before, span), newText }));
    const fromLast = placed.toReversed().toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
    const changes = fromLast.map(({ span, newText }) => ({ range: rangeOf(before, span), text: newText }));
    this.#change(uri, applyEdits(before, placed), changes);
  }

  /** Gives a file another text without saying what of it is new. */
  replace(uri: string, text: string): void {
    this.#change(uri, text, [{ text }]);
  }

  /** The text a file had before one of the latest changes; undefined when nothing was changed. */
  takeBack(): SceneFile | undefined {
    return this.#past.pop();
  }

  open(uri: string, languageId: string, text = this.textOf(uri)): void {
    this.#open.set(uri, { text, languageId });
    this.#documents.open(uri, languageId, ++this.#version, text);
  }

  close(uri: string, isSaved: boolean): void {
    const text = this.textOf(uri);
    this.#open.delete(uri);
    this.#documents.close(uri);
    if (isSaved) this.write(uri, text);
  }

  /** Puts a file on disk; without effect on what the editor holds. */
  write(uri: string, text: string): void {
    this.#disk.set(uri, { uri, text });
  }

  remove(uri: string): void {
    this.#open.delete(uri);
    this.#documents.close(uri);
    this.#disk.delete(uri);
  }

  #change(uri: string, text: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.#past.push({ uri, text: this.textOf(uri) });
    const held = this.#open.get(uri);
    if (held === undefined) {
      this.write(uri, text);
      return;
    }
    held.text = text;
    this.#documents.change(uri, ++this.#version, changes);
  }
}

/** Between the halves of a line break the protocol knows no place: the one before it stands for it. */
function outsideBreaks(text: string, { start, end }: Span): Span {
  const before = (offset: number) => (text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset);
  return { start: before(start), end: before(end) };
}

function rangeOf(text: string, { start, end }: Span) {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

/** The slow and plain way to count lines, as the protocol defines them. */
function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
