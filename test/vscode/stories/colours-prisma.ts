import { closeWithoutSaving, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';

describe('A Prisma schema', () => {
  afterEach(closeWithoutSaving);

  it('has colours where no other extension brings them', async function () {
    skipWithoutPage(this);
    await openFile('schema.prisma');
    for (const token of ['model', 'String']) await page.read(`.view-line span[class^="mtk"]:text-is("${token}")`);
  });
});
