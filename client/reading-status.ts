import { type Disposable, type LanguageStatusItem, languages, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { readingText } from '#client/reading-text.ts';
import { onNotification, request } from '#client/request.ts';
import { isReviewed } from '#client/reviewed-document.ts';
import { reviewedLanguages } from '#client/reviewed-languages.ts';

/** Shows in the language status how the active file was read; nothing for files that are part of nothing. */
export function showReadingStatus(client: LanguageClient): Disposable {
  const status = new ReadingStatus(client);
  const listeners = [
    onNotification(client, 'plumbline/reviewed', () => status.update()),
    window.onDidChangeActiveTextEditor(() => status.update()),
  ];
  return {
    dispose() {
      for (const listener of listeners) listener.dispose();
      status.dispose();
    },
  };
}

class ReadingStatus {
  readonly #client: LanguageClient;
  #item: LanguageStatusItem | undefined;
  #asked = 0;

  constructor(client: LanguageClient) {
    this.#client = client;
  }

  /** What was asked last is shown, whichever answer comes last. */
  async update(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const asked = ++this.#asked;
    const uri = document !== undefined && isReviewed(document) ? document.uri.toString() : undefined;
    const isAsked = uri !== undefined && this.#client.isRunning();
    const reading = isAsked ? await request(this.#client, 'plumbline/reading', { uri }).catch(() => null) : null;
    if (asked === this.#asked) this.#show(readingText(reading));
  }

  dispose(): void {
    this.#asked++;
    this.#item?.dispose();
  }

  #show(shown: ReturnType<typeof readingText>): void {
    if (shown === undefined) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= createItem();
    this.#item.text = shown.text;
    this.#item.detail = shown.detail;
  }
}

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('plumbline.reading', [...reviewedLanguages]);
  item.name = 'Plumbline';
  item.command = { title: 'How It Was Read', command: 'plumbline.showReading' };
  return item;
}
