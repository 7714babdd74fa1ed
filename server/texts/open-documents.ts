import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Source } from '#core/source.ts';
import { ChunkedText } from '#core/text/chunked-text.ts';
import { EditJournal } from '#core/text/edit-journal.ts';
import type { Edit } from '#core/text/span.ts';
import { canonicalUri, editorUri } from '#files/uri.ts';
import type { ClientDocument } from '#server/texts/client-document.ts';
import { editOf, isInFront } from '#server/texts/edit-of.ts';
import { editBetween, type MadeEdit, madeEdit } from '#server/typing/made-edit.ts';

/** Of so many closed files the spelling is remembered. */
const closedAtMost = 50_000;

/** The documents open in the editor, by canonical uri. */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();
  /** How the client spells the uris of others: all of them are asked for after each review. */
  readonly #closed = new Map<string, ClientDocument>();

  /** The text and language of every open document; the very same object until the document changes. */
  get sources(): readonly Source[] {
    return [...this.#documents.values()].map((document) => document.source());
  }

  /** True when a document is open and has not changed since its source was taken. */
  isAsIn(uri: string, source: Source | undefined): boolean {
    return source !== undefined && this.#documents.get(canonicalUri(uri))?.isAsIn(source) === true;
  }

  /** True when no open document has changed since these were taken. */
  areAsIn(sources: ReadonlyMap<string, Source>): boolean {
    return [...this.#documents.keys()].every((uri) => this.isAsIn(uri, sources.get(uri)));
  }

  /** Says that these sources are reviewed: the next ones tell how they came from them. */
  reviewed(sources: ReadonlyMap<string, Source>): void {
    for (const [key, document] of this.#documents) document.reviewed(sources.get(key));
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    const key = canonicalUri(uri);
    this.#documents.set(key, new OpenDocument({ uri, key, languageId }, version, text));
  }

  /** Applies changes in their order, and says what they were; without effect for a document that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): readonly MadeEdit[] {
    return this.#documents.get(canonicalUri(uri))?.change(version, changes) ?? [];
  }

  close(uri: string): void {
    this.#documents.delete(canonicalUri(uri));
  }

  /** As it is now; undefined for a document that is not open. */
  textOf(uri: string): ChunkedText | undefined {
    return this.#documents.get(canonicalUri(uri))?.text;
  }

  /** The edits since the source of the latest review; undefined where this is another one, or the document is not open. */
  editsSince(uri: string, source: Source | undefined): readonly Edit[] | undefined {
    return source && this.#documents.get(canonicalUri(uri))?.editsSince(source);
  }

  get uris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  has(uri: string): boolean {
    return this.#documents.has(canonicalUri(uri));
  }

  /** How the client spells a uri, and the version it has. */
  clientDocument(uri: string): ClientDocument {
    const closed = this.#documents.has(uri) ? undefined : this.#closed.get(uri);
    if (closed !== undefined) return closed;
    const key = canonicalUri(uri);
    const document = this.#documents.get(key);
    if (document !== undefined) return { uri: document.uri, version: document.version };
    const found: ClientDocument = { uri: editorUri(uri), version: null };
    if (this.#closed.size >= closedAtMost) this.#closed.clear();
    // Under another spelling it might be opened unseen.
    if (key === uri) this.#closed.set(uri, found);
    return found;
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
  /** The source of the latest review, and the edits since; no source where none can be built upon. */
  #base: Source | undefined;
  #sinceBase = new EditJournal();
  /** The source handed out last, until the text changes, and the edits since. */
  #handed: Source | undefined;
  #sinceHanded = new EditJournal();
  #isChanged = true;

  constructor(names: { uri: string; key: string; languageId: string }, version: number, text: string) {
    this.uri = names.uri;
    this.#key = names.key;
    this.#languageId = names.languageId;
    this.version = version;
    this.#text = ChunkedText.of(text);
  }

  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): readonly MadeEdit[] {
    this.version = version;
    const made: MadeEdit[] = [];
    // Each counts in the text after those before it; going backwards, they count in one text and are made at once.
    let backwards: Edit[] = [];
    for (const change of changes) {
      const isNext = 'range' in change && isInFront(this.#text, change.range, backwards.at(-1));
      if (!isNext) {
        this.#replace(backwards, made);
        backwards = [];
      }
      if ('range' in change) backwards.push(editOf(this.#text, change.range, change.text));
      else made.push(this.#replaceAll(change.text));
    }
    this.#replace(backwards, made);
    return made;
  }

  source(): Source {
    if (this.#handed !== undefined && !this.#isChanged) return this.#handed;
    const text = this.#text;
    const from = this.#base?.revision;
    const edits = from === undefined ? [] : this.#sinceBase.hunks((start, end) => text.slice(start, end));
    const source: Source = {
      uri: this.#key,
      get text() {
        return text.toString();
      },
      languageId: this.#languageId,
      revision: Symbol(`${this.version}`),
      ...(from === undefined ? {} : { edited: { from, edits } }),
    };
    texts.set(source, text);
    this.#handed = source;
    this.#sinceHanded = new EditJournal();
    this.#isChanged = false;
    return source;
  }

  get text(): ChunkedText {
    return this.#text;
  }

  isAsIn(source: Source): boolean {
    return source === this.#handed && !this.#isChanged;
  }

  editsSince(source: Source): readonly Edit[] | undefined {
    const journal = source === this.#handed ? this.#sinceHanded : source === this.#base ? this.#sinceBase : undefined;
    return journal?.hunks((start, end) => this.#text.slice(start, end));
  }

  /** Without effect for another source than the one handed out last. */
  reviewed(source: Source | undefined): void {
    if (source === undefined || source !== this.#handed) return;
    this.#base = source;
    this.#sinceBase = this.#sinceHanded;
    this.#sinceHanded = new EditJournal();
    if (this.#isChanged) this.#handed = undefined;
  }

  #replaceAll(text: string): MadeEdit {
    const made = madeEdit(this.#text, editBetween(this.#text.toString(), text));
    this.#text = ChunkedText.of(text);
    this.#base = undefined;
    this.#handed = undefined;
    this.#sinceBase = new EditJournal();
    this.#isChanged = true;
    return made;
  }

  #replace(backwards: readonly Edit[], made: MadeEdit[]): void {
    if (backwards.length === 0) return;
    for (const edit of backwards) made.push(madeEdit(this.#text, edit));
    this.#text = this.#text.editedAtOnce(backwards.toReversed());
    for (const edit of backwards) {
      this.#sinceBase.record([edit]);
      this.#sinceHanded.record([edit]);
    }
    this.#isChanged = true;
  }
}
