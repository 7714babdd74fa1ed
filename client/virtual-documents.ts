import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { RowId } from '#client/checklist-node.ts';
import { onNotification, request } from '#client/request.ts';

const scheme = 'plumbline';
const rulePath = '/rules/';

/** The uri of a rule's page is this text and the rule id; findings link there. */
export const rulePageBase = `${scheme}:${rulePath}`;

/** The uri of a rule's page. */
export function rulePageUri(ruleId: string): Uri {
  return Uri.from({ scheme, path: `${rulePath}${ruleId}` });
}

const rowPath = '/checklist/';

/** The uri of the page of a row of the checklist; its title names the tab. */
export function rowPageUri({ service, itemId, title }: RowId): Uri {
  return Uri.from({ scheme, path: `${rowPath}${title}`, query: JSON.stringify({ service, itemId }) });
}

const readingPath = '/reading/';

/** The uri of the page that says how a file was read; its title names the tab. */
export function readingPageUri(file: Uri): Uri {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return Uri.from({
    scheme,
    path: `${readingPath}How ${name} Was Read`,
    query: JSON.stringify({ uri: file.toString() }),
  });
}

/** The uri of the review report. */
export const reportUri = Uri.from({ scheme, path: '/Plumbline report.md' });

/** Rule pages, rows of the checklist, how files were read, and the report as read-only Markdown documents, asked from the server when they are opened. */
export class VirtualDocuments implements Disposable {
  readonly #client: LanguageClient;
  readonly #changes = new EventEmitter<Uri>();
  readonly #registrations: readonly Disposable[];

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changes.event,
        provideTextDocumentContent: (uri) => this.#contentOf(uri),
      }),
      onNotification(client, 'plumbline/reviewed', () => this.#refreshAll([rowPath, readingPath])),
    ];
  }

  /** Asks the server for the document again where it is open. */
  refresh(uri: Uri): void {
    this.#changes.fire(uri);
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#changes.dispose();
  }

  /** Asks again for the rows that are open. */
  refreshRows(): void {
    this.#refreshAll([rowPath]);
  }

  #refreshAll(paths: readonly string[]): void {
    for (const { uri } of workspace.textDocuments)
      if (uri.scheme === scheme && paths.some((path) => uri.path.startsWith(path))) this.refresh(uri);
  }

  async #contentOf({ path, query }: Uri): Promise<string> {
    if (path.startsWith(rowPath)) {
      return (
        (await request(this.#client, 'plumbline/rowPage', JSON.parse(query))) ?? 'There is no such row any more.\n'
      );
    }
    if (path.startsWith(readingPath)) {
      const text = await request(this.#client, 'plumbline/readingPage', JSON.parse(query));
      return text ?? 'Plumbline has not read this file.\n';
    }
    if (path === reportUri.path)
      return (await request(this.#client, 'plumbline/report', {})) ?? 'There is no report.\n';
    const ruleId = path.startsWith(rulePath) ? path.slice(rulePath.length) : path;
    return (await request(this.#client, 'plumbline/rulePage', { ruleId })) ?? `There is no rule “${ruleId}”.\n`;
  }
}
