import assert from 'node:assert/strict';
import { closeWithoutSaving, fileUri, findingOf, openFile, replaceText, silenceOf } from '../editor.ts';

const rule = 'openapi/reference-resolves';

describe('a $ref to a second file', () => {
  afterEach(closeWithoutSaving);

  it('brings findings to that file, open or not, and they follow its text', async () => {
    await openFile('orders.yaml');
    const order = fileUri('schemas/order.yaml');
    const finding = await findingOf(order, rule);
    const { document } = await openFile('schemas/order.yaml');
    assert.match(document.getText(finding.range), /#\/Line/);
    await replaceText(document, '#/Line', '#/Order');
    await silenceOf(order, rule);
  });

  it('is a finding where the file is not there', async () => {
    const { document } = await openFile('orders.yaml');
    await replaceText(document, 'schemas/order.yaml', 'schemas/missing.yaml');
    const finding = await findingOf(document.uri, rule);
    assert.match(document.getText(finding.range), /missing\.yaml/);
  });
});
