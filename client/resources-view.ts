import {
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { editedUri } from '#client/edited-uri.ts';
import { openCommand } from '#client/open-command.ts';
import { onNotification, request } from '#client/request.ts';
import { type ResourceNode, resourceNodes } from '#client/resource-node.ts';

/** The view is drawn again at most this often while someone types. */
const refreshInterval = 1000;

/** The resources of the description that is edited, with their operations, present and missing. */
export class ResourcesView implements TreeDataProvider<ResourceNode>, Disposable {
  readonly #client: LanguageClient;
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #view: TreeView<ResourceNode>;
  readonly #disposables: readonly Disposable[];
  /** The file whose description is shown: the last one that was edited and had one. */
  #uri: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#view = window.createTreeView('plumbline.resources', { treeDataProvider: this, showCollapseAll: true });
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

  async getChildren(node?: ResourceNode): Promise<ResourceNode[]> {
    return node === undefined ? [...(await this.#roots())] : [...node.children];
  }

  getTreeItem(node: ResourceNode): TreeItem {
    const { None, Collapsed } = TreeItemCollapsibleState;
    const item = new TreeItem(node.label, node.children.length === 0 ? None : Collapsed);
    item.id = node.id;
    item.contextValue = node.role;
    item.tooltip = node.tooltip;
    if (node.description !== undefined) item.description = node.description;
    item.accessibilityInformation = { label: node.spoken };
    const color = node.role === 'missing' ? new ThemeColor('disabledForeground') : undefined;
    item.iconPath = new ThemeIcon(node.icon, color);
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

  async #roots(): Promise<readonly ResourceNode[]> {
    for (const uri of new Set([editedUri(), this.#uri])) {
      if (uri === undefined) continue;
      const state = await request(this.#client, 'plumbline/resources', { uri }).catch(() => null);
      if (state === null) continue;
      this.#uri = uri;
      this.#view.description = state.title;
      return resourceNodes(uri, state.resources);
    }
    this.#view.description = '';
    return [];
  }
}
