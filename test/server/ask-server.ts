import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Rulebook } from '#core/rulebook.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { editorUri } from '#files/uri.ts';
import type { BackgroundPlan } from '#server/background/background-thread.ts';
import { nodePlatform } from '#server/node-platform.ts';
import type {
  InitializationOptions,
  PlumblineRequests,
  ReviewedNews,
  ReviewedParams,
  ServerSettings,
} from '#server/protocol.ts';
import { startServer } from '#server/start-server.ts';
import type { Clock } from '#server/typing/clock.ts';
import { patternBook } from '#snippets/pattern-book.ts';
import { withFolder } from '../support/with-folder.ts';
import { testRulebook } from './test-rulebook.ts';

/** What takes so many milliseconds never ends. */
const hangLimit = 300_000;

/** How a test client differs from the usual one. */
export interface AskOptions {
  readonly initializationOptions?: InitializationOptions;
  readonly settings?: Partial<ServerSettings>;
  /** True: the client has no settings to tell, and answers null. */
  readonly hasNoSettings?: boolean;
  readonly capabilities?: ClientCapabilities;
  /** False: no workspace folder is open. */
  readonly hasFolder?: boolean;
  /** The rules, where not those of the tests. */
  readonly rulebook?: Rulebook;
  /** How time passes for the server, where not as on the wall. */
  readonly clock?: Clock;
  /** How files that are not open are reviewed in the background; undefined: they are not. */
  readonly background?: BackgroundPlan;
}

/** What most clients can do. */
const usualCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

/** Plays a story against a server in this process whose workspace folder holds these files; the folder is gone afterwards. */
export async function askServer(
  files: { readonly [path: string]: string },
  story: (client: TestClient) => Promise<void>,
  options: AskOptions = {},
): Promise<void> {
  await withFolder(files, async (folder) => {
    const client = new TestClient(folder, options);
    try {
      await client.start();
      await story(client);
      assert.deepEqual(client.errors, []);
    } finally {
      await client.stop();
    }
  });
}

/** A language client that keeps what the server published and waits for it. */
export class TestClient {
  readonly folder: string;
  /** Every publication in the order it came. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly errors: string[] = [];
  /** What the server said in so many words. */
  readonly messages: string[] = [];
  /** What was known of all files after each review. */
  readonly reviewed: ReviewedParams[] = [];
  /** What the server asked to be told of, or asked. */
  readonly registrations: Registration[] = [];
  /** What the server said it can do. */
  capabilities: ServerCapabilities = {};
  settings: Partial<ServerSettings>;
  hasFolder: boolean;
  readonly #options: AskOptions;
  readonly #connection: ProtocolConnection;
  readonly #documents = new Map<string, TextDocument>();
  #listeners: (() => void)[] = [];

  constructor(folder: string, options: AskOptions) {
    this.folder = folder;
    this.settings = options.settings ?? {};
    this.hasFolder = options.hasFolder !== false;
    this.#options = options;
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    const { rulebook = testRulebook, background, clock } = options;
    const platform = { ...nodePlatform(), background, heapPace: undefined };
    const parts = { rulebook, patterns: patternBook, version: '0.0.0', platform, typingClock: clock };
    // The first review knows all files, however slow the machine is.
    startServer(server, { ...parts, walkPatience: hangLimit });
    server.listen();
    this.#connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const listener of this.#listeners) listener();
    });
    this.#connection.onNotification(
      'window/logMessage',
      ({ type, message }) => void (type === 1 && this.errors.push(message)),
    );
    this.#connection.onNotification('window/showMessage', ({ message }) => void this.messages.push(message));
    this.#connection.onRequest('window/showMessageRequest', ({ message }) => {
      this.messages.push(message);
      return null;
    });
    this.#connection.onNotification('plumbline/reviewed', (news: ReviewedNews) => this.#hear(news));
    this.#connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(() => (options.hasNoSettings === true ? null : this.#allSettings)),
    );
    this.#connection.onRequest('workspace/workspaceFolders', () => this.#workspaceFolders());
    this.#connection.onRequest('client/registerCapability', ({ registrations }) => {
      this.registrations.push(...registrations);
      return null;
    });
    this.#connection.listen();
  }

  async start(): Promise<void> {
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      workspaceFolders: this.#workspaceFolders(),
      capabilities: this.#options.capabilities ?? usualCapabilities,
      initializationOptions: this.#options.initializationOptions,
    };
    const { capabilities } = await this.#connection.sendRequest<InitializeResult>('initialize', params);
    this.capabilities = capabilities;
    await this.#connection.sendNotification('initialized', {});
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    this.#connection.dispose();
  }

  /** The uri of a file below the folder, as VS Code spells it. */
  uri(path: string): string {
    return editorUri(uriOfPath(join(this.folder, path)));
  }

  /** Writes a file on disk; the server is not told. */
  writeFile(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  deleteFile(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Tells the server that files changed on disk: created, changed or deleted, whatever is the case. */
  async filesChanged(...paths: readonly string[]): Promise<void> {
    const changes = paths.map((path) => ({ uri: this.uri(path), type: 2 }));
    await this.#connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async changeSettings(settings: Partial<ServerSettings>): Promise<void> {
    this.settings = settings;
    await this.#connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { plumbline: this.#allSettings },
    });
  }

  async open(path: string, text: string, languageId = languageOf(path)): Promise<void> {
    const uri = this.uri(path);
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async close(path: string): Promise<void> {
    this.#documents.delete(this.uri(path));
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Replaces the first occurrence of a text in an open document, as an incremental change. */
  async replace(path: string, text: string, newText: string): Promise<void> {
    const document = this.document(path);
    const start = document.getText().indexOf(text);
    assert.ok(start >= 0, `“${text}” is not in ${path}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + text.length) };
    await this.edit(path, [{ range, newText }]);
  }

  /** Changes an open document; the edits count from the text before all of them. */
  async edit(path: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.document(path);
    const version = document.version + 1;
    // Changes of one notification build on each other: from the end of the text on, they do not move one another.
    const contentChanges = [...edits]
      .sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    TextDocument.update(document, contentChanges, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  /** Applies a workspace edit: to open documents as changes, to others on disk. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    for (const change of edit.documentChanges ?? []) {
      if ('kind' in change) continue;
      const { uri, version } = change.textDocument;
      const path = this.#pathOf(uri);
      const edits = change.edits.filter((one): one is TextEdit => 'newText' in one);
      if (!this.#documents.has(uri)) {
        assert.equal(version, null);
        const before = TextDocument.create(uri, 'yaml', 0, '');
        this.writeFile(path, TextDocument.applyEdits(before, edits));
        await this.filesChanged(path);
        continue;
      }
      assert.equal(version, this.document(path).version);
      await this.edit(path, edits);
    }
  }

  document(path: string): TextDocument {
    const document = this.#documents.get(this.uri(path));
    assert.ok(document !== undefined, `${path} is not open`);
    return document;
  }

  /** The range of the first occurrence of a text in an open document. */
  rangeOf(path: string, text: string): Range {
    const document = this.document(path);
    const start = document.getText().indexOf(text);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  /** What the editor shows for a file now; undefined when nothing was ever published. */
  shown(path: string): readonly Diagnostic[] | undefined {
    return this.published.findLast(({ uri }) => uri === this.uri(path))?.diagnostics;
  }

  /** Waits until what the editor shows for a file is as expected, at the version of the text where the file is open. */
  async until(
    path: string,
    isExpected: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    const version = this.#documents.get(this.uri(path))?.version;
    const find = () => {
      const last = this.published.findLast(({ uri }) => uri === this.uri(path));
      return last !== undefined && (version === undefined || last.version === version) && isExpected(last.diagnostics)
        ? last.diagnostics
        : undefined;
    };
    return this.#waitFor(
      find,
      () => `${path} at ${version}: ${JSON.stringify(this.published.slice(-3), undefined, 1)}`,
    );
  }

  /** Waits until exactly these rules are found in a file, in this order. */
  async untilRules(path: string, ...ruleIds: readonly string[]): Promise<readonly Diagnostic[]> {
    return this.until(path, (diagnostics) => diagnostics.map(({ code }) => code).join() === ruleIds.join());
  }

  async request<M extends keyof PlumblineRequests>(
    method: M,
    params: PlumblineRequests[M]['params'],
  ): Promise<PlumblineRequests[M]['result']> {
    return this.#connection.sendRequest(method, params);
  }

  async send<R>(method: string, params: unknown): Promise<R> {
    return this.#connection.sendRequest(method, params);
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.#connection.sendNotification(method, params);
  }

  /** The code actions at a text of an open document. */
  async actionsAt(path: string, text: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const actions = await this.send<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri: this.uri(path) },
      range: this.rangeOf(path, text),
      context: { diagnostics: this.shown(path) ?? [], ...(only === undefined ? {} : { only }) },
    });
    return actions ?? [];
  }

  /** Takes the action of this title: resolves it and applies its edit. */
  async take(actions: readonly CodeAction[], title: string): Promise<void> {
    const listed = actions.find((action) => action.title === title);
    assert.ok(listed !== undefined, `no “${title}” among ${actions.map((action) => action.title).join(', ')}`);
    const { edit } = listed.edit === undefined ? await this.send<CodeAction>('codeAction/resolve', listed) : listed;
    assert.ok(edit !== undefined, `“${title}” has no edit`);
    await this.apply(edit);
  }

  /** What is new is shown while it is typed, but where a test is about that. */
  get #allSettings(): Partial<ServerSettings> {
    return { typingRest: 0, ...this.settings };
  }

  #hear({ isWhole, changed, gone, milliseconds }: ReviewedNews): void {
    const known = isWhole ? {} : this.reviewed.at(-1)?.files;
    const files = Object.entries({ ...known, ...changed }).filter(([uri]) => !gone.includes(uri));
    this.reviewed.push({ files: Object.fromEntries(files), milliseconds });
  }

  #workspaceFolders() {
    return !this.hasFolder ? null : [{ uri: this.uri('').replace(/\/$/, ''), name: 'folder' }];
  }

  #pathOf(uri: string): string {
    return decodeURIComponent(uri.slice(this.uri('').replace(/\/$/, '').length + 1));
  }

  #waitFor<T>(find: () => T | undefined, describe: () => string): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        this.#listeners = this.#listeners.filter((listener) => listener !== check);
      };
      const check = () => {
        const found = find();
        if (found === undefined) return;
        finish();
        resolve(found);
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`Not shown in time. ${describe()} ${this.errors.join('\n')}`));
      }, hangLimit);
      this.#listeners.push(check);
      check();
    });
  }
}

function languageOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return ending === 'yml' ? 'yaml' : ending;
}
