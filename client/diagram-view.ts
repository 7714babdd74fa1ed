import { randomBytes } from 'node:crypto';
import { type Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { saveDiagram } from '#client/diagram-file.ts';
import {
  type PageMessage,
  type PageState,
  readPageMessage,
  readPageState,
  type ViewMessage,
} from '#client/diagram-message.ts';
import { diagramPage } from '#client/diagram-page.ts';
import { openModel } from '#client/open-model.ts';
import { onNotification, request } from '#client/request.ts';
import type { DataModelPlaceParams, SchemaSummary } from '#server/protocol.ts';

const viewType = 'plumbline.dataModel';

/** While someone types the diagram follows at most this often, in milliseconds. */
const refreshInterval = 300;

/** The diagram of a data model, in a tab of its own: one at a time, of the schema that was chosen last. */
export class DiagramView implements Disposable {
  readonly #client: LanguageClient;
  /** Where the script and the style of the page are. */
  readonly #folder: Uri;
  readonly #icon: { readonly light: Uri; readonly dark: Uri };
  readonly #disposables: readonly Disposable[];
  #panel: WebviewPanel | undefined;
  #shown: PageState | undefined;
  /** False until the page listens; a page that is hidden is gone, and is loaded again. */
  #isReady = false;
  /** The digest of what the page shows; undefined for a page that shows nothing yet. */
  #digest: string | undefined;
  /** The first file of the schema that is shown. */
  #first: string | undefined;
  #schemas: readonly SchemaSummary[] = [];
  /** Is shown in the middle as soon as the page is there. */
  #wanted: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(client: LanguageClient, { extensionUri }: Pick<ExtensionContext, 'extensionUri'>) {
    this.#client = client;
    this.#folder = Uri.joinPath(extensionUri, 'dist', 'webview');
    const icon = (theme: string) => Uri.joinPath(extensionUri, 'media', `data-model-${theme}.svg`);
    this.#icon = { light: icon('light'), dark: icon('dark') };
    const watcher = workspace.createFileSystemWatcher('**/*.prisma', false, true, false);
    this.#disposables = [
      watcher,
      watcher.onDidCreate(() => void this.#listSchemas()),
      watcher.onDidDelete(() => void this.#listSchemas()),
      onNotification(client, 'plumbline/reviewed', () => this.#refreshSoon()),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state) => this.#restore(panel, readPageState(state)),
      }),
    ];
  }

  /** The schema that is shown, and how; undefined where no diagram is open. */
  get shown(): Pick<PageState, 'uri' | 'detail'> | undefined {
    return this.#panel === undefined ? undefined : this.#shown;
  }

  /** True where the diagram is what the user looks at. */
  get isActive(): boolean {
    return this.#panel?.active === true;
  }

  /** Shows the schema that a file belongs to, with one of its models in the middle. */
  show(uri: string, model?: string): void {
    this.#wanted = model;
    const isOther = this.#shown?.uri !== uri;
    this.#shown = { uri, detail: this.#shown?.detail ?? 'all' };
    if (this.#panel === undefined) {
      const beside = window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside;
      this.#adopt(window.createWebviewPanel(viewType, 'Data Model', { viewColumn: beside }));
      return;
    }
    this.#panel.reveal();
    if (isOther) this.#digest = undefined;
    void this.#refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** What was shown may not have been kept; then the first schema is shown. */
  async #restore(panel: WebviewPanel, state: PageState | undefined): Promise<void> {
    const uri = state?.uri ?? (await request(this.#client, 'plumbline/dataModels', {}).catch(() => null))?.[0]?.uri;
    if (uri === undefined || this.#panel !== undefined) {
      panel.dispose();
      return;
    }
    this.#shown = { uri, detail: state?.detail ?? 'all' };
    this.#adopt(panel);
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel;
    this.#isReady = false;
    panel.iconPath = this.#icon;
    panel.onDidDispose(() => this.#forget(panel));
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isReady = false;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const known = readPageMessage(message);
      if (known !== undefined) void this.#hear(known);
    });
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.#folder] };
    const fileUri = (name: string) => webview.asWebviewUri(Uri.joinPath(this.#folder, name)).toString();
    webview.html = diagramPage({
      script: fileUri('diagram.js'),
      style: fileUri('diagram.css'),
      origin: webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
    });
  }

  #forget(panel: WebviewPanel): void {
    if (this.#panel !== panel) return;
    this.#panel = undefined;
    this.#isReady = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #hear(message: PageMessage): Promise<void> {
    const shown = this.#shown;
    if (shown === undefined) return;
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#digest = undefined;
        await this.#refresh();
        await this.#listSchemas();
        break;
      case 'open':
        await openModel(this.#client, openedPlace(shown.uri, message), this.#panel?.viewColumn);
        break;
      case 'choose':
        this.show(message.uri);
        break;
      case 'detail':
        this.#shown = { uri: shown.uri, detail: message.detail };
        await this.#refresh();
        break;
      case 'export':
        await saveDiagram(this.#client, shown, message.format);
        break;
      default:
        message satisfies never;
    }
  }

  #refreshSoon(): void {
    if (this.#panel?.visible !== true) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, refreshInterval);
  }

  async #refresh(): Promise<void> {
    const [panel, shown] = [this.#panel, this.#shown];
    if (panel === undefined || shown === undefined || !this.#isReady) return;
    const { uri, detail } = shown;
    const known = this.#digest === undefined ? {} : { known: this.#digest };
    const state = await request(this.#client, 'plumbline/dataModel', { uri, detail, ...known }).catch(() => null);
    // Something else was chosen meanwhile.
    if (this.#shown !== shown || this.#panel !== panel || !this.#isReady) return;
    if (state === null) {
      this.#digest = undefined;
      this.#tell({ kind: 'none' });
      return;
    }
    panel.title = `Data Model: ${state.title}`;
    this.#first = state.uri;
    if (state.picture !== undefined) this.#tell({ kind: 'model', state, detail });
    this.#digest = state.digest;
    if (this.#wanted !== undefined) this.#tell({ kind: 'show', model: this.#wanted });
    this.#wanted = undefined;
    this.#tellSchemas();
  }

  async #listSchemas(): Promise<void> {
    if (!this.#isReady) return;
    this.#schemas = (await request(this.#client, 'plumbline/dataModels', {}).catch(() => null)) ?? [];
    this.#tellSchemas();
  }

  #tellSchemas(): void {
    this.#tell({ kind: 'schemas', schemas: this.#schemas, chosen: this.#first ?? '' });
  }

  #tell(message: ViewMessage): void {
    void this.#panel?.webview.postMessage(message);
  }
}

function openedPlace(uri: string, { model, field }: Extract<PageMessage, { kind: 'open' }>): DataModelPlaceParams {
  return { uri, model, ...(field === undefined ? {} : { field }) };
}
