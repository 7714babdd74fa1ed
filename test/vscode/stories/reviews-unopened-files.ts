import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { workspace } from 'vscode';
import { closeWithoutSaving, fileUri, findingOf, findings, openFile, replaceText, silenceOf } from '../editor.ts';
import { waitUntil } from '../wait-until.ts';

const rule = 'openapi/path-parameters-match';

/** More text than the server reviews on its main thread for files that are not open. */
const description = [
  "openapi: 3.1.0\ninfo: { title: Stock, version: '1' }\npaths:\n  /lots/{id}:\n    get:\n      responses: {}\ncomponents:\n  schemas:\n",
  ...Array.from(
    { length: 900 },
    (_, index) => `    Lot${index}:\n      type: object\n      properties:\n        weight: { type: integer }\n`,
  ),
].join('');

describe('a large description that nobody has opened', () => {
  const uri = fileUri('stock.yaml');

  beforeEach(async () => {
    await openFile('orders.yaml');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(description));
  });

  afterEach(async () => {
    await closeWithoutSaving();
    await rm(uri.fsPath, { force: true });
  });

  it('has its findings, which follow the disk until it is gone', async () => {
    const finding = await findingOf(uri, rule);
    assert.equal(finding.range.start.line, 3);
    const declared = description.replace('/lots/{id}', '/lots');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(declared));
    await silenceOf(uri, rule);
    assert.notEqual(findings(uri).length, 0);
    await workspace.fs.delete(uri, { useTrash: false });
    await waitUntil('no findings of a deleted file', () => findings(uri).length === 0);
  });

  it('keeps them when it is opened, and they follow the text', async () => {
    await findingOf(uri, rule);
    const { document } = await openFile('stock.yaml');
    await replaceText(document, '/lots/{id}', '/lots');
    await silenceOf(uri, rule);
    await replaceText(document, '/lots', '/lots/{lot}');
    const finding = await findingOf(uri, rule);
    assert.match(finding.message, /lot/);
  });
});
