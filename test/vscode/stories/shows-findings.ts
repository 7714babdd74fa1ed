import assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { closeWithoutSaving, findingOf, openFile } from '../editor.ts';

describe('findings', () => {
  afterEach(closeWithoutSaving);

  const cases = [
    { file: 'orders.yaml', ruleId: 'openapi/get-no-request-body', text: 'requestBody' },
    { file: 'shipping.json', ruleId: 'openapi/get-no-request-body', text: 'requestBody' },
    { file: 'schema.prisma', ruleId: 'prisma/money-exact', text: 'total' },
  ] as const;
  for (const { file, ruleId, text } of cases) {
    it(`are shown in ${file}, under the words they are about, with a link to the rule's page`, async () => {
      const { document } = await openFile(file);
      const finding = await findingOf(document.uri, ruleId);
      assert.match(document.getText(finding.range), new RegExp(text));
      assert.ok(typeof finding.code === 'object');
      assert.equal(finding.code.target.toString(), `plumbline:/rules/${ruleId}`);
    });
  }

  it('lead to a page that says why', async () => {
    await commands.executeCommand('plumbline.openRulePage', 'openapi/get-no-request-body');
    const page = await workspace.openTextDocument(Uri.parse('plumbline:/rules/openapi/get-no-request-body'));
    assert.match(page.getText(), /RFC 9110/);
  });
});
