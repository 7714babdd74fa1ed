import { spawn } from 'node:child_process';
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** An editor with one document open, and a server that is a program of its own. */
export class TableClient {
  document: TextDocument;
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Map<number, (diagnostics: readonly Diagnostic[]) => void>();

  private constructor(program: string, document: TextDocument) {
    this.document = document;
    const { stdin, stdout } = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (news: PublishDiagnosticsParams) => {
      if (news.uri === document.uri) this.#waiting.get(news.version ?? 0)?.(news.diagnostics);
    });
    this.#connection.listen();
  }

  /** Opens the document; what is found is shown while it is typed. */
  static async open(program: string, document: TextDocument): Promise<[TableClient, readonly Diagnostic[]]> {
    const client = new TableClient(program, document);
    const initializationOptions = { settings: { typingRest: 0 } };
    const params = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} };
    await client.#connection.sendRequest('initialize', { ...params, initializationOptions });
    await client.#connection.sendNotification('initialized', {});
    const shown = client.#published(document.version);
    const { uri, languageId, version } = document;
    const textDocument = { uri, languageId, version, text: document.getText() };
    await client.#connection.sendNotification('textDocument/didOpen', { textDocument });
    return [client, await shown];
  }

  /** What is shown after an edit of the document. */
  async edit(edits: readonly TextEdit[]): Promise<readonly Diagnostic[]> {
    const { uri } = this.document;
    const version = this.document.version + 1;
    const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
    TextDocument.update(this.document, contentChanges, version);
    const shown = this.#published(version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    return shown;
  }

  async actionsAt({ range }: Diagnostic): Promise<readonly CodeAction[]> {
    const { uri } = this.document;
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    return (await this.#connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
  }

  async ignore({ range, code }: Diagnostic, reason: string): Promise<WorkspaceEdit | null> {
    const { uri } = this.document;
    return this.#connection.sendRequest('plumbline/ignore', { uri, range, ruleId: code, reason });
  }

  async close(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
  }

  #published(version: number): Promise<readonly Diagnostic[]> {
    return new Promise((resolve) => this.#waiting.set(version, resolve));
  }
}
