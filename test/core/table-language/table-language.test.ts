import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'mocha';
import {
  createProtocolConnection,
  type Diagnostic,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { endOf } from '../../cli/program.ts';
import { withFolder } from '../../cli/run-in-folder.ts';
import { buildTableProgram } from './build-table-program.ts';
import type * as editingRun from './editing-run.ts';

const users = `table users
  id int
  Name text # as they want to be called
`;

const orders = `table orders
  id text
  # plumbline-ignore table/column-lower-case: the bank calls it so
  IBAN text
  buyer -> people
  total int
  total
`;

const files = { 'users.table': users, 'orders.table': `${users}${orders}`, 'notes.txt': users };

/** A third language is one folder and one entry in a list: nothing of the product knows more of it. */
describe('a language of its own', function () {
  this.timeout(600_000);

  const built = { cli: '', server: '', run: '' };

  before(async () => {
    built.cli = await buildTableProgram('cli/main.ts');
    built.server = await buildTableProgram('server/main.ts');
    built.run = await buildTableProgram('test/core/table-language/editing-run.ts');
  });

  it('says the same with and without the previous review, through hundreds of edits', () => {
    const { playTables }: typeof editingRun = createRequire(resolve('test'))(built.run);
    const sum = { edits: 0, findings: 0, kept: 0 };
    for (let seed = 1; seed <= 10; seed++) {
      const { edits, findings, kept, breach } = playTables(seed, 60);
      assert.deepEqual(breach?.[0], breach?.[1], `seed ${seed}, edit ${edits}`);
      sum.edits += edits;
      sum.findings += findings;
      sum.kept += kept;
    }
    assert.equal(sum.edits, 600);
    assert.ok(sum.findings > 1000 && sum.kept > 1000, JSON.stringify(sum));
  });

  it('is reviewed on the command line, and fixed there', async () => {
    await withFolder(files, async (folder) => {
      const run = (...words: string[]) =>
        endOf(spawn(process.execPath, [built.cli, 'review', ...words], { cwd: folder }));
      const found = await run('--format', 'compact');
      assert.equal(found.stderr, '');
      assert.equal(
        found.stdout,
        `orders.table:3:3: warning: “Name” has capitals. [table/column-lower-case]
`,
      );
      assert.equal(found.code, 1);
      assert.equal((await run('orders.table', '--fix')).code, 1);
      const fixed = readFileSync(join(folder, 'orders.table'), 'utf8');
      assert.equal(fixed, `${users}${orders}`.replace('Name', 'name'));
      assert.equal(
        (await run('--workers', '2', '--format', 'json')).stdout,
        (await run('--workers', '0', '--format', 'json')).stdout,
      );
    });
  });

  it('is reviewed, fixed and silenced in an editor', async () => {
    const server = spawn(process.execPath, [built.server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    client.listen();
    const params = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} };
    await client.sendRequest('initialize', params);
    await client.sendNotification('initialized', {});
    const uri = 'untitled:orders';
    let document = TextDocument.create(uri, 'table', 0, '');
    /** What is published of a version of the text. */
    const published = (version: number) =>
      new Promise<readonly Diagnostic[]>((resolveWith) => {
        client.onNotification('textDocument/publishDiagnostics', (news: PublishDiagnosticsParams) => {
          if (news.uri === uri && news.version === version) resolveWith(news.diagnostics);
        });
      });
    const change = async (edits: readonly TextEdit[]): Promise<readonly Diagnostic[]> => {
      const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
      const version = document.version + 1;
      document = TextDocument.update(document, contentChanges, version);
      const news = published(version);
      await client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      return news;
    };
    const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
    const text = `${users}${orders}`;
    const first = published(1);
    document = TextDocument.create(uri, 'table', 1, text);
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'table', version: 1, text },
    });
    const opened = await first;
    assert.deepEqual(codes(opened), []);
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    client.dispose();
  });
});
