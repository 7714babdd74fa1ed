import assert from 'node:assert/strict';
import { type CodeAction, commands, type Diagnostic, type Uri, workspace } from 'vscode';
import { closeWithoutSaving, findingOf, findings, openFile, ruleOf, silenceOf } from '../editor.ts';
import { waitUntil } from '../wait-until.ts';

describe('fixes', () => {
  afterEach(closeWithoutSaving);

  it('take one finding away', async () => {
    const { document } = await openFile('orders.yaml');
    const finding = await findingOf(document.uri, 'openapi/status-no-body');
    const fix = await fixFor(document.uri, finding);
    assert.ok(fix.edit, 'the fix is resolved to an edit');
    await workspace.applyEdit(fix.edit);
    await silenceOf(document.uri, 'openapi/status-no-body');
    await findingOf(document.uri, 'openapi/get-no-request-body');
  });

  it('offer to ignore the finding and to read about the rule', async () => {
    const { document } = await openFile('orders.yaml');
    const finding = await findingOf(document.uri, 'openapi/status-no-body');
    const titles = (await actionsAt(document.uri, finding)).map(({ title }) => title);
    assert.ok(
      titles.some((title) => /^Ignore openapi\/status-no-body/.test(title)),
      titles.join(', '),
    );
    assert.ok(
      titles.some((title) => /page of openapi\/status-no-body/.test(title)),
      titles.join(', '),
    );
  });

  it('leave alone all at once what needs a decision', async () => {
    const { document } = await openFile('schema.prisma');
    await findingOf(document.uri, 'prisma/foreign-key-indexed');
    const before = document.getText();
    await commands.executeCommand('plumbline.fixAllSafe');
    assert.equal(document.getText(), before, 'an index asks for a migration');
    assert.ok(findings(document.uri).some((each) => ruleOf(each) === 'prisma/foreign-key-indexed'));
  });
});

function fixFor(uri: Uri, finding: Diagnostic): Promise<CodeAction> {
  return waitUntil(`a fix for “${finding.message}”`, async () =>
    (await actionsAt(uri, finding)).find(({ edit }) => edit !== undefined),
  );
}

/** Asks as the light bulb does; the first twenty are resolved to their edits. */
function actionsAt(uri: Uri, { range }: Diagnostic): Thenable<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix', 20);
}
