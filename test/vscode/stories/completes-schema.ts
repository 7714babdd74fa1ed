import assert from 'node:assert/strict';
import { type Uri, workspace } from 'vscode';
import { closeWithoutSaving, fileUri, findings, openAsPeople } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

const focused = (text: string): string => `.suggest-widget.visible .monaco-list-row.focused:has-text("${text}")`;

const start = `datasource db {
  provider = "postgresql"
}

model Customer {
  id    Int    @id
  email String @unique
}

`;

describe('a Prisma schema', () => {
  afterEach(async () => {
    await closeWithoutSaving();
    await workspace.fs.delete(fileUri('typed'), { recursive: true });
  });

  it('is completed while it is typed', async function () {
    skipWithoutPage(this);
    const uri = await fileWith(start);
    const { document } = await openAsPeople(uri);
    await page.click('.monaco-editor .view-lines');
    await page.press('Control+End');
    await page.type('mo');
    await page.read(focused('model'));
    await page.screenshot('schema-blocks');
    await page.press('Enter');
    await page.type('Order');
    await page.press('Tab');
    await page.read(focused('autoincrement'));
    // That was the last but one stop.
    await page.press('Enter');
    await page.type('customerId In');
    await page.read(focused('Int'));
    await page.press('Enter');
    await page.press('Enter');
    await page.type('customer Cu');
    await page.read(focused('Customer'));
    await page.press('Enter');
    await page.type(' @rel');
    await page.read(focused('@relation'));
    await page.press('Enter');
    await page.read(focused('customerId'));
    await page.screenshot('schema-fields');
    await page.press('Enter');
    await page.press('Tab');
    await page.press('Tab');
    await page.press('End');
    await page.press('Enter');
    await page.type('@@in');
    await page.read(focused('@@index'));
    await page.press('Enter');
    await page.read(focused('id'));
    await page.type('cus');
    await page.read(focused('customerId'));
    await page.press('Enter');
    await page.screenshot('schema-index');
    await waitUntil('the model', () => document.getText().includes('@@index([customerId])'));
    assert.equal(
      document.getText().slice(start.length),
      `model Order {
  id Int @id @default(autoincrement())
  customerId Int
  customer Customer @relation(fields: [customerId], references: [id])
  @@index([customerId])
}`,
    );
    const errors = findings(uri).filter(({ severity }) => severity === 0);
    assert.deepEqual(errors, []);
  });
});

async function fileWith(text: string): Promise<Uri> {
  const uri = fileUri('typed/shop.prisma');
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
