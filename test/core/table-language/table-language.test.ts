import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'mocha';
import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { endOf } from '../../cli/program.ts';
import { withFolder } from '../../support/with-folder.ts';
import { buildTableProgram } from './build-table-program.ts';
import type * as editingRun from './editing-run.ts';
import { TableClient } from './table-client.ts';

const users = `table users
  id int
  Name text # as they want to be called
`;

const orders = `${users}
table orders
  id text
  # plumbline-ignore table/column-lower-case: the bank calls it so
  IBAN text
  buyer -> people
`;

const files = {
  'users.table': users,
  'orders.table': orders,
  'broken.table': 'table a\n  total\n',
  'notes.txt': users,
};

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
    assert.ok(sum.findings > 3000 && sum.kept > 500, JSON.stringify(sum));
  });

  it('is reviewed on the command line, and fixed there', async () => {
    await withFolder(files, async (folder) => {
      const run = (...words: string[]) =>
        endOf(spawn(process.execPath, [built.cli, 'review', ...words], { cwd: folder }));
      const found = await run('--format', 'compact');
      assert.equal(found.stderr, '');
      assert.equal(
        found.stdout,
        `broken.table:2:1: error: “total” is no table and no column. [plumbline/syntax]
orders.table:3:3: warning: “Name” has capitals. [table/column-lower-case]
orders.table:6:6: warning: “id” is text here, int elsewhere. [table/column-alike]
orders.table:9:12: warning: There is no table “people”. [table/target-there]
users.table:3:3: warning: “Name” has capitals. [table/column-lower-case]
`,
      );
      assert.equal(found.code, 1);
      assert.match((await run('notes.txt')).stderr, /notes.txt: not reviewed/);
      await run('orders.table', '--fix');
      assert.equal(readFileSync(join(folder, 'orders.table'), 'utf8'), orders.replace('Name', 'name'));
      const [alone, inThreads] = [await run('--workers', '0'), await run('--workers', '2')];
      assert.equal(inThreads.stdout, alone.stdout);
    });
  });

  it('is reviewed, fixed and silenced in an editor, edit by edit', async () => {
    const document = TextDocument.create('untitled:orders', 'table', 1, orders);
    const [client, opened] = await TableClient.open(built.server, document);
    try {
      assert.deepEqual(codes(opened), ['table/column-lower-case', 'table/column-alike', 'table/target-there']);
      const [capital, , lost] = opened;
      assert.ok(capital !== undefined && lost !== undefined);
      const actions = await client.actionsAt(capital);
      const fix = actions.find(({ title }) => title === 'Write “name”');
      const fixed = await client.edit(editsOf(fix?.edit, document.uri));
      assert.equal(document.getText(), orders.replace('Name', 'name'));
      assert.deepEqual(codes(fixed), ['table/column-alike', 'table/target-there']);
      const silenced = await client.edit(editsOf(await client.ignore(lost, 'comes later'), document.uri));
      assert.deepEqual(codes(silenced), ['table/column-alike']);
      assert.match(
        document.getText(),
        /^ {2}# plumbline-ignore table\/target-there: comes later\n {2}buyer -> people$/m,
      );
      // The suppression has no use once the table is there.
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const added = await client.edit([{ range, newText: 'table people\n' }]);
      assert.deepEqual(codes(added), ['table/column-alike', 'plumbline/unused-ignore']);
    } finally {
      await client.close();
    }
  });
});

function codes(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}

function editsOf(edit: WorkspaceEdit | null | undefined, uri: string) {
  const edits = edit?.changes?.[uri] ?? [];
  assert.ok(edits.length > 0, JSON.stringify(edit));
  return edits;
}
