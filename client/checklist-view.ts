import {
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { checklistItem } from '#client/checklist-item.ts';
import type { ChecklistNode, HumanRow } from '#client/checklist-node.ts';
import { checklistTree, folderNode } from '#client/checklist-tree.ts';
import { onNotification, request } from '#client/request.ts';

/** The view is drawn again at most this often while someone types. */
const refreshInterval = 1000;

/** The checklist of every workspace folder, in its own container of the activity bar; drawn again after reviews. */
export class ChecklistView implements TreeDataProvider<ChecklistNode>, Disposable {
  readonly #client: LanguageClient;
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #view: TreeView<ChecklistNode>;
  readonly #disposables: readonly Disposable[];
  #timer: NodeJS.Timeout | undefined;

  /** `tick` is called when a checkbox is clicked, with its new state. */
  constructor(client: LanguageClient, tick: (row: HumanRow, isChecked: boolean) => void) {
    this.#client = client;
    this.#view = window.createTreeView('plumbline.checklist', {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    this.#disposables = [
      this.#view,
      this.#changes,
      this.#view.onDidChangeCheckboxState(({ items }) => {
        for (const [{ human }, state] of items) if (human) tick(human, state === TreeItemCheckboxState.Checked);
      }),
      onNotification(client, 'plumbline/reviewed', () => this.#refreshSoon()),
      workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
    ];
  }

  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changes.fire(undefined);
  }

  async getChildren(node?: ChecklistNode): Promise<ChecklistNode[]> {
    if (node !== undefined) return [...node.children];
    const folders = workspace.workspaceFolders ?? [];
    const sections = await Promise.all(folders.map((folder) => this.#sectionsOf(folder)));
    if (folders.length === 1) return sections.flat();
    return folders.map((folder, index) => folderNode(folder.name, folder.uri.toString(), sections[index] ?? []));
  }

  getTreeItem(node: ChecklistNode): TreeItem {
    return checklistItem(node);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => this.refresh(), refreshInterval);
  }

  /** Empty while the server cannot answer; the review after its return draws the view again. */
  async #sectionsOf({ uri }: WorkspaceFolder): Promise<readonly ChecklistNode[]> {
    const folder = uri.toString();
    const state = await request(this.#client, 'plumbline/checklist', { folder }).catch(() => null);
    return state === null ? [] : checklistTree(state, folder);
  }
}
