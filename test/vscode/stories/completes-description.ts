import assert from 'node:assert/strict';
import { ConfigurationTarget, DiagnosticSeverity, languages, RelativePattern, type Uri, workspace } from 'vscode';
import { closeWithoutSaving, fileUri, findings, openAsPeople } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

/** Patterns are proposed, too, by longer names. */
const focused = (label: string): string => `.suggest-widget.visible .monaco-list-row.focused[aria-label^="${label}"]`;

/** Takes what is proposed first for what is typed. */
async function take(typed: string, proposed: string): Promise<void> {
  if (typed !== '') await page.type(typed);
  await see(proposed);
  await page.press('Enter');
}

/** Waits for a proposal; a busy editor may pass over what was typed, and is asked again. */
async function see(label: string): Promise<void> {
  let looks = 0;
  const look = async (): Promise<boolean> => {
    if (await page.has(focused(label))) return true;
    const isMissing = ++looks % 8 === 0 && !(await page.has('.suggest-widget.visible'));
    if (isMissing) await page.press('Control+Space');
    return false;
  };
  await waitUntil(label, look, 60);
}

describe('a description', () => {
  // A busy editor pauses between keys for longer than a person does.
  beforeEach(() => rest(10_000));
  afterEach(async () => {
    await rest(undefined);
    await closeWithoutSaving();
    await workspace.fs.delete(fileUri('typed'), { recursive: true });
  });

  it('is written from an empty file with what is proposed, and ends valid', async function () {
    skipWithoutPage(this);
    const uri = await emptyFile();
    const { document } = await openAsPeople(uri);
    const told = new Set<string>();
    const listener = languages.onDidChangeDiagnostics(() => {
      for (const { message } of findings(uri)) told.add(message);
    });
    await page.click('.monaco-editor .view-lines');
    await take('op', 'openapi');
    // A word of no other document: the editor proposes those, and Tab would take it.
    await page.type('Ledger');
    await page.press('Tab');
    await page.press('Tab');
    await page.type('/orders/{orderId}:');
    await page.press('Enter');
    await take('par', 'parameters');
    await see('orderId');
    await page.screenshot('description-parameters');
    await page.press('Enter');
    await take('', 'string');
    // The stops of what was written are left.
    await page.press('Escape');
    await page.press('Enter');
    for (let step = 0; step < 3; step++) await page.press('Shift+Tab');
    await take('ge', 'get');
    await page.screenshot('description-operation');
    await page.press('Tab');
    await page.press('Enter');
    await take('con', 'content');
    await take('', 'application/json');
    await take('ty', 'type');
    await take('obj', 'object');
    await page.screenshot('description-response');
    await waitUntil('the schema', () => document.getText().includes('type: object'));
    assert.equal(document.getText(), written);
    await waitUntil('what is said of the parameter', () => findings(uri).length > 0);
    listener.dispose();
    const left = findings(uri).map(({ message }) => message);
    assert.deepEqual(
      [...told].filter((message) => !left.includes(message)),
      [],
      'nothing was told that the next keystrokes took away',
    );
    assert.deepEqual(
      findings(uri)
        .filter(({ severity }) => severity === DiagnosticSeverity.Error)
        .map(({ message }) => message),
      [],
    );
  });
});

const written = `openapi: 3.1.1
info:
  title: Ledger
  version: 1.0.0
paths:
  /orders/{orderId}:
    parameters:
      - name: orderId
        in: path
        required: true
        schema:
          type: string
    get:
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema:
                type: object`;

/** That it was made is told by the disk, which ends the waiting of what is typed: that must not come in between. */
async function emptyFile(): Promise<Uri> {
  const uri = fileUri('typed/api.yaml');
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(fileUri('.'), 'typed/api.yaml'));
  let isTold = false;
  watcher.onDidCreate(() => {
    isTold = true;
  });
  await workspace.fs.writeFile(uri, new Uint8Array());
  await waitUntil('the disk to tell of the file', () => isTold);
  watcher.dispose();
  // The client gathers such news for a quarter of a second before it passes them on.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return uri;
}

async function rest(milliseconds: number | undefined): Promise<void> {
  await workspace.getConfiguration('plumbline').update('typingRest', milliseconds, ConfigurationTarget.Global);
}
