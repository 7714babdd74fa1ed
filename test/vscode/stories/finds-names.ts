import assert from 'node:assert/strict';
import { commands, type DocumentLink, type SymbolInformation, window } from 'vscode';
import { closeWithoutSaving, fileUri, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('names', () => {
  afterEach(closeWithoutSaving);

  it('of operations and models are found in all files', async () => {
    await openFile('orders.yaml');
    await waitUntil('GET /orders/{orderId}', () => isFound('getorders', 'GET /orders/{orderId}', 'orders.yaml'));
    await waitUntil('Customer', () => isFound('cust', 'Customer', 'schema.prisma'));
  });

  it('lead to their places', async function () {
    skipWithoutPage(this);
    await openFile('orders.yaml');
    await waitUntil('the server to answer', () => isFound('customer', 'Customer', 'schema.prisma'));
    await commands.executeCommand('workbench.action.showAllSymbols');
    await page.type('Customer');
    await page.read('.quick-input-list .monaco-list-row.focused:has-text("Customer")');
    await page.press('Enter');
    await waitUntil('the schema', () => window.activeTextEditor?.document.uri.path.endsWith('schema.prisma'));
    const editor = window.activeTextEditor;
    assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? '', /^model Customer/);
  });

  it('of files are links', async () => {
    const { document } = await openFile('orders.yaml');
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    const link = links.find(({ range }) => document.getText(range).includes('schemas/order.yaml'));
    assert.equal(link?.target?.with({ fragment: '' }).toString(), fileUri('schemas/order.yaml').toString());
    assert.match(link?.target?.fragment ?? '', /^L\d+,\d+$/);
  });
});

async function isFound(query: string, name: string, file: string): Promise<boolean> {
  const symbols = await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
  return symbols.some((symbol) => symbol.name === name && symbol.location.uri.path.endsWith(file));
}
