import type { TextDocumentContentChangeEvent, TextEdit } from 'vscode-languageserver';

/** So many edits are remembered that the client was given and has not made yet; it makes few of those it is offered. */
const mostRemembered = 64;

/** The edits the client was given: when it makes one, nobody has typed that. */
export class OwnEdits {
  readonly #given: { readonly uri: string; readonly edits: readonly TextEdit[] }[] = [];

  give(uri: string, edits: readonly TextEdit[]): void {
    this.#given.push({ uri, edits });
    if (this.#given.length > mostRemembered) this.#given.shift();
  }

  /** True when changes are an edit that was given; it is made once. */
  take(uri: string, changes: readonly TextDocumentContentChangeEvent[]): boolean {
    const index = this.#given.findIndex((given) => given.uri === uri && isMade(given.edits, changes));
    if (index < 0) return false;
    this.#given.splice(index, 1);
    return true;
  }
}

function isMade(edits: readonly TextEdit[], changes: readonly TextDocumentContentChangeEvent[]): boolean {
  if (edits.length !== changes.length) return false;
  const made = new Set(changes.map((change) => ('range' in change ? keyOf(change.range, change.text) : '')));
  return edits.every(({ range, newText }) => made.has(keyOf(range, newText)));
}

function keyOf({ start, end }: TextEdit['range'], text: string): string {
  return `${start.line}:${start.character} ${end.line}:${end.character} ${text}`;
}
