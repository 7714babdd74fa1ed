import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Source } from '#core/source.ts';
import { ChunkedText } from '#core/text/chunked-text.ts';
import type { Edit } from '#core/text/span.ts';
import { EditJournal } from '#core/tree/edit-journal.ts';
import { canonicalUri, editorUri } from '#files/file-uri.ts';
import type { ClientDocument } from '#server/convert.ts';

/** The documents open in the editor, by canonical uri. */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();

  /** The text and language of every open document; the very same object until the document changes. */
  get sources(): readonly Source[] {
    return [...this.#documents.values()].map((document) => document.source());
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    const key = canonicalUri(uri);
    this.#documents.set(key, new OpenDocument({ uri, key, languageId }, version, text));
  }

  /** Applies changes in their order; without effect for a document that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.#documents.get(canonicalUri(uri))?.change(version, changes);
  }

  close(uri: string): void {
    this.#documents.delete(canonicalUri(uri));
  }

  /** How the client spells a uri, and the version it has. */
  clientDocument(uri: string): ClientDocument {
    const document = this.#documents.get(canonicalUri(uri));
    return document === undefined
      ? { uri: editorUri(uri), version: null }
      : { uri: document.uri, version: document.version };
  }
}

/** The text of a source that an editor holds, with its lines; undefined for one read from disk. */
export function editorText(source: Source): ChunkedText | undefined {
  return texts.get(source);
}

const texts = new WeakMap<Source, ChunkedText>();

/** One open document. Its whole text is put together only when somebody asks for it. */
class OpenDocument {
  readonly uri: string;
  version: number;
  readonly #key: string;
  readonly #languageId: string;
  #text: ChunkedText;
  /** What came in since the latest source was handed out; undefined when that one cannot be built upon. */
  #journal: EditJournal | undefined;
  #source: Source | undefined;

  constructor(names: { uri: string; key: string; languageId: string }, version: number, text: string) {
    this.uri = names.uri;
    this.#key = names.key;
    this.#languageId = names.languageId;
    this.version = version;
    this.#text = ChunkedText.of(text);
  }

  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.version = version;
    for (const change of changes) {
      if ('range' in change) this.#replace(change.range, change.text);
      else {
        this.#text = ChunkedText.of(change.text);
        this.#source = undefined;
        this.#journal = undefined;
      }
    }
  }

  source(): Source {
    if (this.#source !== undefined && this.#journal === undefined) return this.#source;
    const text = this.#text;
    const from = this.#source?.revision;
    const edits = this.#journal?.hunks((start, end) => text.slice(start, end));
    const source: Source = {
      uri: this.#key,
      get text() {
        return text.toString();
      },
      languageId: this.#languageId,
      revision: Symbol(`${this.version}`),
      ...(from === undefined || edits === undefined ? {} : { edited: { from, edits } }),
    };
    texts.set(source, text);
    this.#source = source;
    this.#journal = undefined;
    return source;
  }

  #replace({ start, end }: { start: Position; end: Position }, newText: string): void {
    const span = { start: this.#text.offsetAt(start), end: this.#text.offsetAt(end) };
    const edit: Edit = { span: span.start <= span.end ? span : { start: span.end, end: span.start }, newText };
    this.#text = this.#text.edited(edit.span.start, edit.span.end, newText);
    if (this.#source === undefined) return;
    this.#journal ??= new EditJournal();
    this.#journal.record([edit]);
  }
}

interface Position {
  readonly line: number;
  readonly character: number;
}
