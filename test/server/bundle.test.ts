import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
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
    connection.dispose();
  });
});

async function start(connection: ProtocolConnection): Promise<InitializeResult> {
  const params = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} };
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
