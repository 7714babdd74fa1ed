import {
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { checklistItem } from '#client/checklist-item.ts';
import type { ChecklistNode } from '#client/checklist-node.ts';
import { checklistTree, folderNode } from '#client/checklist-tree.ts';
import { openWork } from '#client/open-work.ts';
import { onNotification, request } from '#client/request.ts';
import type { ServiceState } from '#server/protocol.ts';

/** The view is drawn again at most this often while someone types. */
const refreshInterval = 1000;

/** The checklists of every workspace folder, in a container of the activity bar of their own; drawn again after reviews. */
export class ChecklistView implements TreeDataProvider<ChecklistNode>, Disposable {
  readonly #client: LanguageClient;
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #view: TreeView<ChecklistNode>;
  readonly #disposables: readonly Disposable[];
  /** The services that are unfolded: their rows are asked for. */
  readonly #unfolded = new Set<string>();
  /** One service alone is unfolded at first. */
  #isAlone = false;
  /** While lines are asked for again, the view does not know what is selected. */
  #selected: ChecklistNode | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#view = window.createTreeView('plumbline.checklist', { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#view,
      this.#changes,
      this.#view.onDidChangeSelection(({ selection }) => {
        this.#selected = selection[0];
      }),
      this.#view.onDidExpandElement(({ element }) => void (element.service && this.#unfolded.add(element.service))),
      this.#view.onDidCollapseElement(({ element }) => void this.#unfolded.delete(element.service ?? '')),
      onNotification(client, 'plumbline/reviewed', () => this.#refreshSoon()),
      workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
    ];
  }

  /** The line that is selected, for commands that come from the keyboard. */
  get selected(): ChecklistNode | undefined {
    return this.#view.selection[0] ?? this.#selected;
  }

  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changes.fire(undefined);
  }

  async getChildren(node?: ChecklistNode): Promise<ChecklistNode[]> {
    if (node?.service !== undefined && node.children.length === 0) return this.#rowsOf(node.service);
    if (node !== undefined) return [...node.children];
    const folders = workspace.workspaceFolders ?? [];
    const states = await Promise.all(folders.map(({ uri }) => this.#servicesOf(uri.toString())));
    this.#count(states.flat());
    const trees = states.map((services) => checklistTree({ services }));
    if (folders.length === 1) return trees.flat();
    return folders.map((folder, index) => folderNode(folder.name, folder.uri.toString(), trees[index] ?? []));
  }

  getTreeItem(node: ChecklistNode): TreeItem {
    return checklistItem(node, this.#isAlone || this.#unfolded.has(node.id));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => this.refresh(), refreshInterval);
  }

  /** Empty while the server cannot answer; the review after its return draws the view again. */
  async #servicesOf(folder: string): Promise<readonly ServiceState[]> {
    const services = await this.#ask({ folder, services: [...this.#unfolded] });
    const [only] = services;
    if (services.length !== 1 || only === undefined || only.sections !== undefined) return services;
    return this.#ask({ folder });
  }

  async #rowsOf(service: string): Promise<ChecklistNode[]> {
    const services = await this.#ask({ services: [service] });
    return checklistTree({ services: services.filter(({ id }) => id === service) }).flatMap(({ children }) => [
      ...children,
    ]);
  }

  async #ask(params: {
    readonly folder?: string;
    readonly services?: readonly string[];
  }): Promise<readonly ServiceState[]> {
    const state = await request(this.#client, 'plumbline/checklist', params).catch(() => null);
    return state?.services ?? [];
  }

  #count(services: readonly ServiceState[]): void {
    this.#isAlone = services.length === 1;
    this.#view.badge = openWork(services.map(({ counts }) => counts));
  }
}
