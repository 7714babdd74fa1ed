import assert from 'node:assert/strict';
import { closeWithoutSaving, findingOf, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';

const hovered = '.monaco-hover:not(.hidden) .hover-contents:has-text("Operation Object")';

describe('a field of a description', () => {
  afterEach(closeWithoutSaving);

  it('is explained where the pointer is, with a link to the specification', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, 'openapi/get-no-request-body');
    await page.hover('.view-line span:text-is("operationId")');
    const text = await page.read(hovered);
    assert.match(text, /^operationId · text: A name that no other operation has/);
    await page.screenshot('field-hover');
    assert.match(await page.read(`${hovered} a[data-href*="spec.openapis.org"]`), /Operation Object/);
  });
});
