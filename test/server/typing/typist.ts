import type { Diagnostic } from 'vscode-languageserver';
import type { TestClient } from '../ask-server.ts';
import type { Key } from './typed-keys.ts';

/** Somebody who types in one document, and waits after each key until its findings are there. */
export class Typist {
  readonly #client: TestClient;
  readonly #path: string;
  /** True: the client tells where the cursor is, as VS Code does. */
  readonly #tellsCursor: boolean;
  /** How many publications there were when the typing began. */
  readonly #begin: number;

  constructor(client: TestClient, path: string, tellsCursor: boolean) {
    this.#client = client;
    this.#path = path;
    this.#tellsCursor = tellsCursor;
    this.#begin = client.published.length;
  }

  async press({ span, newText }: Key): Promise<void> {
    const document = this.#client.document(this.#path);
    const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
    await this.#client.edit(this.#path, [{ range, newText }]);
    if (this.#tellsCursor) await this.moveTo(span.start + newText.length);
    await this.#client.until(this.#path, () => true);
  }

  async type(keys: Iterable<Key>): Promise<void> {
    for (const key of keys) await this.press(key);
  }

  /** Tells that the cursor is at an offset of a document. */
  async moveTo(offset: number, path = this.#path): Promise<void> {
    const document = this.#client.document(path);
    const { uri, version } = document;
    await this.#client.notify('plumbline/cursor', { uri, version, positions: [document.positionAt(offset)] });
  }

  /** What was published since the typing began, each finding once. */
  get told(): readonly string[] {
    return distinct(
      this.#client.published.slice(this.#begin).flatMap(({ uri, diagnostics }) => textsOf(uri, diagnostics)),
    );
  }

  /** How many findings came into the list of problems, or went from it. */
  get changes(): number {
    const shown = new Map<string, readonly string[]>();
    let changes = 0;
    for (const [index, { uri, diagnostics }] of this.#client.published.entries()) {
      const texts = textsOf(uri, diagnostics);
      if (index >= this.#begin) changes += difference(shown.get(uri) ?? [], texts);
      shown.set(uri, texts);
    }
    return changes;
  }
}

/** What is shown of all files. */
export function shownTexts({ published }: TestClient): readonly string[] {
  const last = new Map(published.map(({ uri, diagnostics }) => [uri, textsOf(uri, diagnostics)]));
  return [...last.values()].flat();
}

function textsOf(uri: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, message }) => `${uri.slice(uri.lastIndexOf('/') + 1)} ${code}: ${message}`);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** Each as often as it is there. */
function difference(before: readonly string[], after: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const text of before) counts.set(text, (counts.get(text) ?? 0) - 1);
  for (const text of after) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}
