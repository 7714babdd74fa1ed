import assert from 'node:assert/strict';
import { commands, Position, Selection, window, workspace } from 'vscode';
import { closeWithoutSaving, fileUri, findingOf, openFile, replaceText } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

/** An element of the page of the diagram, which stands in a frame of a frame. */
function inDiagram(selector: string): string {
  const enter = 'internal:control=enter-frame';
  return `iframe.webview >> ${enter} >> #active-frame >> ${enter} >> ${selector}`;
}

const model = (name: string) => inDiagram(`.box[data-id="${name}"]`);

describe('the data model', () => {
  afterEach(closeWithoutSaving);

  it('is drawn beside its schema, finds models, and leads to them in the text', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('schema.prisma');
    await findingOf(document.uri, 'prisma/money-exact');
    await commands.executeCommand('plumbline.showDataModel');
    assert.match(await page.read(model('Order')), /Order/);
    assert.ok(await page.has(inDiagram('.box.error[aria-label^="Order, model, 5 columns, 1 relation"]')));
    assert.ok(await page.has(inDiagram('.relation .line')));
    await page.screenshot('data-model');
    await page.click(inDiagram('#search'));
    await page.type('custom');
    await page.read(inDiagram('#results [aria-selected="true"] >> text=Customer'));
    await page.press('Enter');
    await page.read(inDiagram('.box.selected[data-id="Customer"]'));
    await page.press('Enter');
    await waitUntil('the model', () => selectedText() === 'Customer');
    await page.click(inDiagram('.box[data-id="Order"] .column >> text=total'));
    await waitUntil('the field', () => selectedText() === 'total');
    assert.equal(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  it('goes through the models by keys', async function () {
    skipWithoutPage(this);
    const editor = await openFile('schema.prisma');
    editor.selection = new Selection(new Position(6, 0), new Position(6, 0));
    await commands.executeCommand('plumbline.showDataModel');
    // The model at the cursor is shown first.
    await page.read(inDiagram('.box.selected[data-id="Customer"]'));
    await page.press('ArrowRight');
    await page.read(inDiagram('.box.selected[data-id="Order"]'));
    await page.press('ArrowLeft');
    await page.read(inDiagram('.box.selected[data-id="Customer"]'));
    await page.press('Enter');
    await waitUntil('the model', () => selectedText() === 'Customer');
  });

  it('follows the text, and what is written there stays text', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('schema.prisma');
    await commands.executeCommand('plumbline.showDataModel');
    await page.read(model('Order'));
    await page.click(inDiagram('#zoom-in'));
    const zoomed = await page.read(inDiagram('#zoom-level'));
    await replaceText(document, 'total      Float', 'amount     Float\n  kind       Unsupported("<img/src=x>")');
    await page.read(inDiagram('.box[data-id="Order"] .type >> text=<img/src=x>'));
    assert.equal(await page.has(inDiagram('img')), false);
    assert.equal(await page.read(inDiagram('#zoom-level')), zoomed);
  });
});

describe('the data model as a file', () => {
  const dialog = '.quick-input-widget:visible .quick-input-title';

  afterEach(closeWithoutSaving);

  it('is written where the user says', async function () {
    skipWithoutPage(this);
    await openFile('schema.prisma');
    await commands.executeCommand('plumbline.showDataModel');
    await page.read(model('Order'));
    for (const [button, name, pattern] of [
      ['#export-mermaid', 'schema.mmd', /^erDiagram\n.*"Order" }o--\|\| "Customer" : "customer"\n$/s],
      ['#export-svg', 'schema.svg', /^<\?xml .*>customerId<.*<\/svg>\n$/s],
    ] as const) {
      await page.click(inDiagram(button));
      await page.read(`${dialog} >> text=Export Data Model`);
      const file = fileUri(name);
      const text = await waitUntil(name, async () => {
        // The dialog takes no key while it still looks at the folder.
        if (await page.has(dialog)) await page.press('Enter');
        return workspace.fs.readFile(file).then(
          (bytes) => new TextDecoder().decode(bytes) || undefined,
          () => undefined,
        );
      });
      assert.match(text, pattern);
      await workspace.fs.delete(file);
    }
  });
});

function selectedText(): string | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.getText(editor.selection);
}
