import { type Disposable, StatusBarAlignment, type StatusBarItem, type TextDocument, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { onNotification } from '#client/request.ts';
import { isReviewed } from '#client/reviewed-document.ts';
import { type FileStatus, statusText } from '#client/status-text.ts';
import type { FindingCounts, ReviewedNews } from '#server/protocol.ts';

/** A shorter review is not worth a message that comes and goes. */
const patience = 500;

/** Shows the number of findings of the active file; hidden for files that are not reviewed. */
export function showStatusBar(client: LanguageClient): Disposable {
  const status = new StatusBar();
  const listeners = [
    onNotification(client, 'plumbline/reviewed', (reviewed) => status.finish(reviewed)),
    window.onDidChangeActiveTextEditor(() => status.render()),
    workspace.onDidOpenTextDocument((document) => status.begin(document)),
    // The event also says that a file was saved; then there is no change.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) status.begin(document);
    }),
  ];
  return {
    dispose() {
      for (const listener of listeners) listener.dispose();
      status.dispose();
    },
  };
}

class StatusBar {
  readonly #item: StatusBarItem;
  readonly #files = new Map<string, FindingCounts>();
  #isSlow = false;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#item = window.createStatusBarItem('plumbline.findings', StatusBarAlignment.Left);
    this.#item.name = 'Plumbline Findings';
    this.#item.command = 'workbench.panel.markers.view.focus';
  }

  begin(document: TextDocument): void {
    if (!isReviewed(document)) return;
    this.#timer ??= setTimeout(() => this.#reportSlow(), patience);
  }

  finish({ isWhole, changed, gone }: ReviewedNews): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isSlow = false;
    if (isWhole) this.#files.clear();
    for (const [uri, counts] of Object.entries(changed)) this.#files.set(uri, counts);
    for (const uri of gone) this.#files.delete(uri);
    this.render();
  }

  render(): void {
    const shown = statusText(this.#statusOf(window.activeTextEditor?.document));
    if (shown === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = shown.text;
    this.#item.tooltip = shown.tooltip;
    this.#item.accessibilityInformation = { label: shown.tooltip };
    this.#item.show();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item.dispose();
  }

  #statusOf(document: TextDocument | undefined): FileStatus {
    if (document === undefined || !isReviewed(document)) return { kind: 'hidden' };
    const counts = this.#files.get(document.uri.toString());
    if (counts === undefined) return { kind: 'hidden' };
    return this.#isSlow ? { kind: 'reviewing' } : { kind: 'reviewed', counts };
  }

  #reportSlow(): void {
    this.#isSlow = true;
    this.render();
  }
}
