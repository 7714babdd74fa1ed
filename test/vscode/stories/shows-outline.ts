import assert from 'node:assert/strict';
import { commands, type DocumentSymbol, type FoldingRange, SymbolKind, type Uri, window, workspace } from 'vscode';
import { closeWithoutSaving, openFile, replaceText } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('the outline', () => {
  afterEach(closeWithoutSaving);

  it('shows paths with their operations, and components, and follows what is typed', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('orders.yaml');
    const [path] = await childrenOf(document.uri, 'paths');
    assert.deepEqual(
      path?.children.map(({ name, detail, kind }) => [name, detail, kind]),
      [
        ['orderId', 'path, string', SymbolKind.Variable],
        ['GET /orders/{orderId}', 'getOrder', SymbolKind.Method],
        ['DELETE /orders/{orderId}', 'deleteOrder', SymbolKind.Method],
      ],
    );
    await commands.executeCommand('outline.focus');
    await page.read(outlineRow('info'));
    await page.screenshot('outline');
    await replaceText(document, 'info:', 'tags:\n  - name: sales\ninfo:');
    await page.read(outlineRow('sales'));
  });

  it('shows models with their fields', async () => {
    const { document } = await openFile('schema.prisma');
    const names = (await childrenOf(document.uri, 'Customer')).map(({ name }) => name);
    assert.deepEqual(names.slice(0, 2), ['id', 'email']);
  });

  it('and folds follow what is written', async () => {
    const { document } = await openFile('orders.yaml');
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const first = document.getText().split('\n').indexOf('paths:');
    assert.ok(folds.some(({ start }) => start === first));
  });

  it('leaves the folds of other files to the editor', async () => {
    const content = 'services:\n  web:\n    image: web\nvolumes: {}\n';
    const document = await workspace.openTextDocument({ language: 'yaml', content });
    const editor = await window.showTextDocument(document);
    await waitUntil('the fold', async () => {
      await commands.executeCommand('editor.foldAll');
      return editor.visibleRanges.length > 1;
    });
  });
});

/** A line of the outline view. */
function outlineRow(name: string): string {
  return `.outline-tree .monaco-list-row:has-text("${name}")`;
}

/** What stands in an outermost part of a file, once the server tells it. */
function childrenOf(uri: Uri, name: string): Promise<readonly DocumentSymbol[]> {
  return waitUntil(`the symbols in ${name}`, async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return symbols?.find((symbol) => symbol.name === name)?.children;
  });
}
