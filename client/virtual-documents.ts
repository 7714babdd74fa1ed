import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { request } from '#client/request.ts';

const scheme = 'plumbline';
const rulePath = '/rules/';

/** The uri of a rule's page is this text and the rule id; findings link there. */
export const rulePageBase = `${scheme}:${rulePath}`;

/** The uri of a rule's page. */
export function rulePageUri(ruleId: string): Uri {
  return Uri.from({ scheme, path: `${rulePath}${ruleId}` });
}

/** The uri of the review report. */
export const reportUri = Uri.from({ scheme, path: '/Plumbline report.md' });

/** Rule pages and the report as read-only Markdown documents, asked from the server when they are opened. */
export class VirtualDocuments implements Disposable {
  readonly #client: LanguageClient;
  readonly #changes = new EventEmitter<Uri>();
  readonly #registration: Disposable;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#changes.event,
      provideTextDocumentContent: (uri) => this.#contentOf(uri),
    });
  }

  /** Asks the server for the document again where it is open. */
  refresh(uri: Uri): void {
    this.#changes.fire(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changes.dispose();
  }

  async #contentOf({ path }: Uri): Promise<string> {
    if (path === reportUri.path)
      return (await request(this.#client, 'plumbline/report', {})) ?? 'There is no report.\n';
    const ruleId = path.startsWith(rulePath) ? path.slice(rulePath.length) : path;
    return (await request(this.#client, 'plumbline/rulePage', { ruleId })) ?? `There is no rule “${ruleId}”.\n`;
  }
}
