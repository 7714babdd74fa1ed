import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { build } from 'esbuild';
import { describe, it } from 'mocha';

const folder = 'file:///shop';
const uri = `${folder}/openapi.yaml`;
const text = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /createOrder:
    $ref: orders.yaml
`;
const orders = `post:
  responses:
    '201': { description: Made }
`;

/** Server and rules in one script, as for a browser; what the bundle is made of is given with it. */
async function bundled(): Promise<{ readonly code: string; readonly inputs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: ['test/server/worker-server.ts'],
    bundle: true,
    platform: 'browser',
    conditions: ['browser'],
    mainFields: ['browser', 'module', 'main'],
    format: 'iife',
    target: 'es2022',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const imported = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  return { code: outputFiles[0]?.text ?? '', inputs: [...Object.keys(metafile.inputs), ...imported] };
}

describe('the server on a platform without Node', () => {
  it('has no module of Node in it, and reviews a workspace in memory', async function () {
    this.timeout(600_000);
    const { code, inputs } = await bundled();
    const ofNode = inputs.filter((path) => path.startsWith('node:') || builtinModules.includes(path));
    assert.deepEqual(ofNode, []);
    for (const file of ['server/node-platform.ts', 'files/read-source.ts', 'files/find-sources.ts'])
      assert.ok(!inputs.includes(file), file);
    const { port1, port2 } = new MessageChannel();
    try {
      const browser = { performance, URL, TextEncoder, TextDecoder, setTimeout, clearTimeout, MessageChannel };
      const texts = [
        [uri, text],
        [`${folder}/orders.yaml`, orders],
      ];
      runInContext(code, createContext({ ...browser, console, workerPort: port2, workerTexts: texts }));
      const client = new PortClient(port1);
      await client.request('initialize', {
        processId: null,
        rootUri: folder,
        capabilities: {},
        workspaceFolders: [{ uri: folder, name: 'shop' }],
      });
      client.notify('initialized', {});
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      const told = await client.until(({ method, params }) => {
        const { diagnostics = [] } = Object(params);
        return method === 'textDocument/publishDiagnostics' && diagnostics.length > 0;
      });
      assert.match(JSON.stringify(told), /openapi\/path-no-crud-verb/);
      const hover = await client.request('textDocument/hover', {
        textDocument: { uri },
        position: { line: 3, character: 5 },
      });
      assert.match(JSON.stringify(hover), /createOrder/);
      await client.request('shutdown', undefined);
    } finally {
      port1.close();
      port2.close();
    }
  });
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** Speaks JSON-RPC over a port. */
class PortClient {
  readonly #port: MessagePort;
  readonly #seen: Message[] = [];
  #listeners: (() => void)[] = [];
  #lastId = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (message: Message) => {
      this.#seen.push(message);
      // The server asks for its settings, and registers.
      if (message.id !== undefined && message.method !== undefined)
        port.postMessage({ jsonrpc: '2.0', id: message.id, result: null });
      for (const listener of this.#listeners) listener();
    });
  }

  notify(method: string, params: unknown): void {
    this.#port.postMessage({ jsonrpc: '2.0', method, params });
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    this.#port.postMessage({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });
    const answer = await this.until((message) => message.id === id && message.method === undefined);
    return answer.result;
  }

  /** The first message so far, or from now on, that is meant. */
  until(isMeant: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.#seen.find(isMeant);
        if (found !== undefined) resolve(found);
      };
      this.#listeners.push(look);
      look();
    });
  }
}
