import assert from 'node:assert/strict';
import { window, workspace } from 'vscode';

describe('the editor', () => {
  it('opens the workspace folder and a YAML file in it', async () => {
    const [file] = await workspace.findFiles('orders.yaml');
    assert.ok(file, 'orders.yaml is in the workspace folder');
    const editor = await window.showTextDocument(file);
    assert.equal(editor.document.languageId, 'yaml');
  });
});
