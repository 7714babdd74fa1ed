import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { uriOfPath } from '#files/file-uri.ts';
import { writeProbe } from './probe.ts';

/** What a process holds, in MB (a million bytes): as it is, and what is left of the heap after garbage collection. */
export interface ServerMemory {
  readonly rss: number;
  readonly heap: number;
}

/** Where the server runs, and where the probe and profiles go. */
export interface ServerPlace {
  /** The workspace folder of the client. */
  readonly workspace: string;
  readonly folder: string;
  /** A folder for a CPU profile of the server. */
  readonly profile: string | undefined;
}

/** The bundled language server as a process of its own, spoken to over standard input and output as an editor does. */
export class ServerProcess {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #published = new Map<string, (params: PublishDiagnosticsParams) => void>();

  private constructor(process: ChildProcess, connection: ProtocolConnection) {
    this.#process = process;
    this.#connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#published.get(params.uri)?.(params),
    );
  }

  /** Starts the server and makes the handshake. */
  static async start({ workspace, folder, profile }: ServerPlace): Promise<ServerProcess> {
    const profiling = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
    const words = [...profiling, '--expose-gc', '-r', writeProbe(folder), resolve('dist/server.cjs'), '--stdio'];
    const process = spawn(globalThis.process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
    const { stdin, stdout } = process;
    if (stdin === null || stdout === null) throw new Error('The server was started without pipes.');
    const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    connection.listen();
    const uri = uriOfPath(workspace);
    await connection.sendRequest('initialize', {
      processId: globalThis.process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: {
        textDocument: {
          publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    await connection.sendNotification('initialized', {});
    return new ServerProcess(process, connection);
  }

  /** Opens a document; resolves when its diagnostics are there. */
  async open(uri: string, languageId: string, text: string): Promise<void> {
    const published = this.#publication(uri, 1);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    await published;
  }

  /** Sends a change; resolves when the diagnostics of the new version are there. */
  async change(uri: string, version: number, contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    const published = this.#publication(uri, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    await published;
  }

  /** Asks a question; resolves when the answer is there. */
  ask(method: string, params: unknown): Promise<unknown> {
    return this.#connection.sendRequest(method, params);
  }

  /** What it holds: `collected` lets the garbage be collected before the heap is told. */
  memory(wanted: 'now' | 'collected'): Promise<ServerMemory> {
    return new Promise((resolveMemory) => {
      // What the probe sends.
      this.#process.once('message', (memory) => resolveMemory(memory as ServerMemory));
      this.#process.send(wanted);
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolveEnd) => this.#process.once('exit', resolveEnd));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
  }

  #publication(uri: string, version: number): Promise<void> {
    return new Promise((resolvePublication) => {
      this.#published.set(uri, (params) => {
        if (params.version === version) resolvePublication();
      });
    });
  }
}
