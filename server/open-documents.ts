import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Source } from '#core/source.ts';
import { canonicalUri, editorUri } from '#files/file-uri.ts';
import type { ClientDocument } from '#server/convert.ts';

/** The documents open in the editor, by canonical uri. */
export class OpenDocuments {
  readonly #documents = new Map<string, TextDocument>();

  /** The text and language of every open document. */
  get sources(): readonly Source[] {
    return [...this.#documents].map(([uri, document]) => ({
      uri,
      text: document.getText(),
      languageId: document.languageId,
    }));
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.#documents.set(canonicalUri(uri), TextDocument.create(uri, languageId, version, text));
  }

  /** Applies changes in their order; without effect for a document that is not open. */
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const document = this.find(uri);
    if (document !== undefined) TextDocument.update(document, changes, version);
  }

  close(uri: string): void {
    this.#documents.delete(canonicalUri(uri));
  }

  /** Undefined when the document is not open. Any spelling of the uri will do. */
  find(uri: string): TextDocument | undefined {
    return this.#documents.get(canonicalUri(uri));
  }

  /** How the client spells a uri, and the version it has. */
  clientDocument(uri: string): ClientDocument {
    const document = this.find(uri);
    return document === undefined
      ? { uri: editorUri(uri), version: null }
      : { uri: document.uri, version: document.version };
  }
}
