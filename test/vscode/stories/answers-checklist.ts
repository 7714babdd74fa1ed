import assert from 'node:assert/strict';
import { commands, type TextDocument, window, workspace } from 'vscode';
import { checklistRow, showRows } from '../checklist-rows.ts';
import { closeWithoutSaving, fileUri, findingOf, openFile, replaceText } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('the checklist', () => {
  afterEach(closeWithoutSaving);

  it('shows the rows of the guideline, and a page with the question of one', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, 'openapi/get-no-request-body');
    await showRows();
    await page.read('.pane-body >> text=Status codes');
    await page.click(checklistRow('Domain language'));
    await pageOf('Domain language');
    await page.click(linkInPreview('orders.yaml:'));
    await waitUntil('the file of the link', () => window.activeTextEditor?.document.uri.path.endsWith('orders.yaml'));
  });

  it('is drawn again when the files have changed', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, 'openapi/get-no-request-body');
    await showRows();
    await replaceText(document, 'title: Orders', 'title: Another name');
    await page.read(checklistRow('Another name'));
  });

  it('keeps an answer in plumbline.review.yaml, given with keys alone', async function () {
    skipWithoutPage(this);
    await showRows();
    await page.click(checklistRow('Domain language'));
    await commands.executeCommand('plumbline.checklist.focus');
    await page.press('Control+Enter');
    await page.read('.quick-input-widget >> text=Names come from the domain.');
    await page.press('Enter');
    const answers = await waitUntil('the answer', () => answersWith('review-domain-language:'));
    assert.match(answers, /answer: 'yes'/);
    assert.match(answers, /when: ['"]?\d{4}-\d{2}-\d{2}/);
  });

  it('asks for a note where the question asks what or which', async function () {
    skipWithoutPage(this);
    await showRows();
    await page.click(checklistRow('Retried writes'));
    await pageOf('Retried writes');
    void commands.executeCommand('plumbline.answerYes');
    await page.read('.quick-input-widget >> text=what makes a second one harmless');
    await page.type('Idempotency keys are kept for a day.');
    await page.press('Enter');
    const answers = await waitUntil('the answer with its note', () => answersWith('review-idempotency:'));
    assert.match(answers, /note: Idempotency keys are kept for a day\./);
  });

  it('asks what does not hold where the answer is no', async function () {
    skipWithoutPage(this);
    await showRows();
    await page.click(checklistRow('Agreement of consumers'));
    await pageOf('Agreement of consumers');
    void commands.executeCommand('plumbline.answerNo');
    await page.read('.quick-input-widget >> text=Who consumes this API');
    await page.type('Nobody has asked them.');
    await page.press('Enter');
    const answers = await waitUntil('the answer with its note', () => answersWith('note: Nobody has asked them.'));
    assert.match(answers, /review-consumers:\s+answer: 'no'/);
  });
});

/** The page of a row, once it holds the question. */
function pageOf(title: string) {
  const isPage = ({ uri, getText }: TextDocument) =>
    uri.path === `/checklist/${title}` && getText().includes('## Question');
  return waitUntil(`the page of “${title}”`, () => workspace.textDocuments.find(isPage));
}

/** A link in the Markdown preview, which is a page in a frame in a frame. */
function linkInPreview(text: string): string {
  const inner = ' >> internal:control=enter-frame >> ';
  return ['iframe.webview.ready', 'iframe#active-frame', `a:has-text("${text}")`].join(inner);
}

/** The answers file once it holds this text. */
async function answersWith(text: string): Promise<string | undefined> {
  try {
    const answers = Buffer.from(await workspace.fs.readFile(fileUri('plumbline.review.yaml'))).toString('utf8');
    return answers.includes(text) ? answers : undefined;
  } catch {
    return undefined;
  }
}
