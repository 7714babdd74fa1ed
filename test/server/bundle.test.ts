import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { before, describe, it } from 'mocha';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { uriOfPath } from '#files/file-uri.ts';
import { editorUri } from '#files/uri.ts';
import { worthThread } from '#server/background/node-threads.ts';
import { withFolder } from '../support/with-folder.ts';

const bundle = resolve('dist/test-server/server.cjs');

describe('the server as a program', () => {
  before(async () => {
    mkdirSync('dist/test-server', { recursive: true });
    await build({
      entryPoints: ['server/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      define: { PLUMBLINE_VERSION: '"0.0.0"' },
      outfile: bundle,
      logLevel: 'error',
    });
  });

  it('speaks over standard input and output, and ends when told', async () => {
    const server = spawn(process.execPath, [bundle, '--stdio'], { stdio: 'pipe' });
    let complaints = '';
    server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaints += chunk;
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const { serverInfo, capabilities } = await start(connection);
    assert.deepEqual(serverInfo, { name: 'plumbline', version: '0.0.0' });
    assert.equal(capabilities.textDocumentSync instanceof Object, true);
    const uri = 'untitled:Untitled-1';
    const published = publication(connection, uri);
    const text = 'openapi: 3.1.0\ninfo: {title: [\n';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 3, text },
    });
    const { version, diagnostics } = await published;
    assert.equal(version, 3);
    assert.ok(diagnostics.length > 0);
    await connection.sendRequest('shutdown');
    const ended = codeOf(server);
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
    // V8 says so here when it does not know a flag.
    assert.equal(complaints, '');
    connection.dispose();
  });

  it('reviews a large folder in a thread, and ends though that is at work', () => {
    const large = largeDescription();
    return withFolder({ 'a.yaml': large, 'b.yaml': large, 'c.yaml': large }, async (folder) => {
      const server = spawn(process.execPath, [bundle, '--stdio'], { stdio: 'pipe' });
      const connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      const errors: string[] = [];
      // Type 1 is an error; what is worth knowing is told with another (LSP 3.17, MessageType).
      connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
        if (type === 1) errors.push(message);
      });
      connection.listen();
      const uri = (name: string) => editorUri(uriOfPath(join(folder, name)));
      await start(connection, uri('').replace(/\/$/, ''));
      const published = await publication(connection, uri('a.yaml'));
      assert.ok(published.diagnostics.length > 0);
      const change = { changes: [{ uri: uri('b.yaml'), type: 2 }] };
      writeFileSync(join(folder, 'b.yaml'), large.replaceAll('paths', 'webhooks'));
      await connection.sendNotification('workspace/didChangeWatchedFiles', change);
      await connection.sendRequest('shutdown');
      const ended = codeOf(server);
      await connection.sendNotification('exit');
      assert.equal(await ended, 0);
      assert.deepEqual(errors, []);
      connection.dispose();
    });
  });
});

/** Three of them are worth a thread. */
function largeDescription(): string {
  const operation = 'get: { summary: Reads it, description: At length, responses: { "200": { description: Read } } }';
  const paths = Array.from({ length: 2000 }, (_, index) => `  /people${index}:\n    ${operation}\n`);
  const text = `openapi: 3.1.0\ninfo: { title: People, version: '1' }\npaths:\n${paths.join('')}`;
  assert.ok(text.length * 3 > worthThread);
  return text;
}

async function start(connection: ProtocolConnection, folder?: string): Promise<InitializeResult> {
  const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: 'folder' }];
  const params = { processId: process.pid, rootUri: null, workspaceFolders, capabilities: {} };
  const result = await connection.sendRequest<InitializeResult>('initialize', params);
  await connection.sendNotification('initialized', {});
  return result;
}

function publication(connection: ProtocolConnection, uri: string): Promise<PublishDiagnosticsParams> {
  return new Promise((resolvePublication) => {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (params.uri === uri) resolvePublication(params);
    });
  });
}

function codeOf(server: ChildProcess): Promise<number | null> {
  return new Promise((resolveCode) => server.once('exit', resolveCode));
}
