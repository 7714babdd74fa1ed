import {
  type Disposable,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type DataMapNode, dataMapNodes } from '#client/data-map-node.ts';
import { editedUri } from '#client/edited-uri.ts';
import { openCommand } from '#client/open-command.ts';
import { onNotification, request } from '#client/request.ts';

/** The view is drawn again at most this often while someone types. */
const refreshInterval = 1000;

/** Which schemas of the description that is edited are which models of the database. */
export class DataMapView implements TreeDataProvider<DataMapNode>, Disposable {
  readonly #client: LanguageClient;
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #view: TreeView<DataMapNode>;
  readonly #disposables: readonly Disposable[];
  /** The file whose description is shown: the last one that was edited and had a map. */
  #uri: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#view = window.createTreeView('plumbline.dataMap', { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#view,
      this.#changes,
      onNotification(client, 'plumbline/reviewed', () => this.#refreshSoon()),
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      this.#view.onDidChangeVisibility(({ visible }) => void (visible && this.refresh())),
    ];
  }

  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#view.visible) this.#changes.fire(undefined);
  }

  async getChildren(node?: DataMapNode): Promise<DataMapNode[]> {
    return node === undefined ? [...(await this.#roots())] : [...node.children];
  }

  getTreeItem(node: DataMapNode): TreeItem {
    const { None, Collapsed } = TreeItemCollapsibleState;
    const item = new TreeItem(node.label, node.children.length === 0 ? None : Collapsed);
    item.id = node.id;
    item.contextValue = node.role;
    item.tooltip = node.tooltip;
    if (node.description !== undefined) item.description = node.description;
    item.accessibilityInformation = { label: node.spoken };
    item.iconPath = new ThemeIcon(node.icon);
    if (node.place !== undefined) item.command = openCommand(node.place);
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => this.refresh(), refreshInterval);
  }

  /** Another file may be part of another description. */
  #follow(): void {
    const uri = editedUri();
    if (uri !== undefined && uri !== this.#uri) this.refresh();
  }

  async #roots(): Promise<readonly DataMapNode[]> {
    for (const uri of new Set([editedUri(), this.#uri])) {
      if (uri === undefined) continue;
      const state = await request(this.#client, 'plumbline/dataMap', { uri }).catch(() => null);
      if (state === null) continue;
      this.#uri = uri;
      this.#view.description = state.title;
      return dataMapNodes(uri, state);
    }
    this.#view.description = '';
    return [];
  }
}
