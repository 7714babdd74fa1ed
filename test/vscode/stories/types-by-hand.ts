import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, languages, Range, Selection, type TextEditor, workspace } from 'vscode';
import { closeWithoutSaving, findingOf, findings, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

/** Longer than the story takes: what waits is not shown because time passes. In milliseconds. */
const longRest = 60_000;

describe('what is typed by hand', () => {
  afterEach(async () => {
    await closeWithoutSaving();
    await setRest(undefined);
    await configure('editor', 'quickSuggestions', undefined);
    await configure('editor', 'stickyScroll.enabled', undefined);
  });

  it('is left alone until the cursor goes elsewhere', async function () {
    skipWithoutPage(this);
    await configure('editor', 'quickSuggestions', { other: 'off', comments: 'off', strings: 'off' });
    await setRest(longRest);
    const editor = await openFile('orders.yaml');
    const { uri } = editor.document;
    await findingOf(uri, 'openapi/get-no-request-body');
    const before = messagesIn(editor);
    const seen = new Set<string>();
    const listener = languages.onDidChangeDiagnostics(() => {
      for (const message of messagesIn(editor)) seen.add(message);
    });
    await commands.executeCommand('workbench.actions.view.problems');
    await configure('editor', 'stickyScroll.enabled', false);
    await goBehind(editor, 'summary: Deletes an order.');
    await page.press('Enter');
    await page.type('parameters');
    await reviewed(editor);
    await page.screenshot('typing-key');
    await page.type(':');
    await page.press('Enter');
    await page.type('- $ref: ');
    await page.type("'#/components/parameters/Reason");
    await reviewed(editor);
    await page.screenshot('typing-reference');
    assert.deepEqual(
      [...seen].filter((message) => !before.includes(message)),
      [],
    );
    await goBehind(editor, 'scheme: bearer');
    await findingOf(uri, 'openapi/reference-resolves');
    await page.screenshot('typing-left');
    listener.dispose();
  });

  it('is judged when it rests', async function () {
    skipWithoutPage(this);
    await setRest(300);
    const editor = await openFile('schema.prisma');
    await findingOf(editor.document.uri, 'prisma/foreign-key-indexed');
    const before = messagesIn(editor);
    await goBehind(editor, 'email     String   @unique');
    await page.press('Enter');
    await page.type('nick');
    await waitUntil('a word about the field without a type', () =>
      messagesIn(editor).some((message) => !before.includes(message)),
    );
    await page.screenshot('typing-rested');
  });
});

/** Puts the cursor behind a text, and shows it. */
async function goBehind(editor: TextEditor, text: string): Promise<void> {
  const { document } = editor;
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const place = document.positionAt(document.getText().indexOf(text) + text.length);
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place));
  // Answered when the editor has made the selection: keys come another way.
  await commands.executeCommand('cursorLineEnd');
}

/** Resolves when the text as it is now is reviewed. */
async function reviewed({ document }: TextEditor): Promise<void> {
  await commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(0, 0, 0, 0),
    'source.fixAll.plumbline',
  );
}

function messagesIn({ document }: TextEditor): readonly string[] {
  return findings(document.uri).map(({ message }) => message);
}

function setRest(milliseconds: number | undefined): Thenable<void> {
  return configure('plumbline', 'typingRest', milliseconds);
}

function configure(section: string, name: string, value: unknown): Thenable<void> {
  return workspace.getConfiguration(section).update(name, value, ConfigurationTarget.Global);
}
