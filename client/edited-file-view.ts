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
import type { Place } from '#client/checklist-node.ts';
import { editedUri } from '#client/edited-uri.ts';
import { openCommand } from '#client/open-command.ts';
import { onNotification } from '#client/request.ts';

/** The view is drawn again at most this often while someone types. */
const refreshInterval = 1000;

/** A line of the view. */
export interface ViewNode<N> {
  /** Unique in the view and the same after a refresh. */
  readonly id: string;
  /** What the menus of the view look at; what is `missing` is grey. */
  readonly role: string;
  readonly label: string;
  readonly spoken: string;
  readonly description?: string;
  readonly tooltip: string;
  readonly icon: string;
  /** Where a click leads. */
  readonly place?: Place;
  readonly children: readonly N[];
}

/** What a view shows of one file, and its title. */
export interface ShownOfFile<N> {
  readonly title: string;
  readonly nodes: readonly N[];
}

/** What the view asks for a file; undefined where it has nothing to show of it. */
type Load<N> = (uri: string) => Promise<ShownOfFile<N> | undefined>;

/** A tree of what there is to say of the file that is edited; while another one is edited of which there is nothing to say, it stays. */
export class EditedFileView<N extends ViewNode<N>> implements TreeDataProvider<N>, Disposable {
  readonly #load: Load<N>;
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #view: TreeView<N>;
  readonly #disposables: readonly Disposable[];
  /** The file that is shown: the last one that was edited and had something to show. */
  #uri: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(client: LanguageClient, id: string, load: Load<N>) {
    this.#load = load;
    this.#view = window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
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

  async getChildren(node?: N): Promise<N[]> {
    return node === undefined ? [...(await this.#roots())] : [...node.children];
  }

  getTreeItem(node: N): TreeItem {
    const { None, Collapsed } = TreeItemCollapsibleState;
    const item = new TreeItem(node.label, node.children.length === 0 ? None : Collapsed);
    item.id = node.id;
    item.contextValue = node.role;
    item.tooltip = node.tooltip;
    if (node.description !== undefined) item.description = node.description;
    item.accessibilityInformation = { label: node.spoken };
    item.iconPath = new ThemeIcon(
      node.icon,
      node.role === 'missing' ? new ThemeColor('disabledForeground') : undefined,
    );
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

  async #roots(): Promise<readonly N[]> {
    for (const uri of new Set([editedUri(), this.#uri])) {
      const shown = uri === undefined ? undefined : await this.#load(uri);
      if (shown === undefined) continue;
      this.#uri = uri;
      this.#view.description = shown.title;
      return shown.nodes;
    }
    this.#view.description = '';
    return [];
  }
}
