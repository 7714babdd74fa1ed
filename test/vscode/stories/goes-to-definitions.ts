import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Hover,
  type Location,
  type LocationLink,
  MarkdownString,
  type Position,
  Selection,
  type Uri,
  workspace,
} from 'vscode';
import { closeWithoutSaving, findingOf, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('names and references', () => {
  afterEach(closeWithoutSaving);

  const cases = [
    {
      file: 'orders.yaml',
      text: 'schemas/order.yaml#/Order',
      target: 'order.yaml',
      line: 0,
      shows: /lines\*: Line\[\]/,
    },
    { file: 'orders.yaml', text: 'token: []', target: 'orders.yaml', line: 55, shows: /scheme: bearer/ },
    {
      file: 'schema.prisma',
      text: 'Customer @relation',
      target: 'schema.prisma',
      line: 5,
      shows: /email String @unique/,
    },
  ] as const;
  for (const { file, text, target, line, shows } of cases) {
    it(`lead from “${text}” to what it names, which a hover shows`, async () => {
      const { uri, position } = await placeOf(file, text);
      const found = await waitUntil(`a definition of ${text}`, async () => (await definitions(uri, position))[0]);
      const [at, range] =
        'targetUri' in found ? [found.targetUri, found.targetSelectionRange] : [found.uri, found.range];
      assert.equal(at.path.split('/').at(-1), target);
      assert.equal(range?.start.line, line);
      assert.match(await hoverText(uri, position), shows);
    });
  }

  it('are found from what they name', async () => {
    const { uri, position } = await placeOf('orders.yaml', 'Problem:');
    const found = await waitUntil('references', async () => {
      const places = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, position);
      return places.length > 0 ? places : undefined;
    });
    assert.equal(found.length, 3);
  });

  it('are marked together in their file', async () => {
    const { uri, position } = await placeOf('schema.prisma', 'customerId]');
    const found = await waitUntil('highlights', async () => {
      const marked = await commands.executeCommand<DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        uri,
        position,
      );
      return marked?.some(({ kind }) => kind === DocumentHighlightKind.Write) ? marked : undefined;
    });
    assert.deepEqual(found.map(({ range }) => range.start.line).sort(), [16, 19]);
  });

  it('are left alone where that is switched off, until it is switched on again', async () => {
    const { uri, position } = await placeOf('schema.prisma', 'Customer @relation');
    const isFound = async () => (await definitions(uri, position)).length > 0;
    await waitUntil('a definition', isFound);
    await setNavigation('off');
    await waitUntil('no definition', async () => !(await isFound()));
    await setNavigation(undefined);
    await waitUntil('a definition again', isFound);
  });

  it('can be peeked at', async function () {
    skipWithoutPage(this);
    const editor = await openFile('orders.yaml');
    await findingOf(editor.document.uri, 'openapi/get-no-request-body');
    const { position } = await placeOf('orders.yaml', "'#/components/schemas/Problem'");
    editor.selection = new Selection(position, position);
    await commands.executeCommand('editor.action.peekDefinition');
    assert.match(await page.read('.peekview-widget .filename'), /orders\.yaml/);
  });
});

function setNavigation(value: string | undefined): Thenable<void> {
  return workspace.getConfiguration('plumbline').update('navigation', value, ConfigurationTarget.Workspace);
}

async function placeOf(file: string, text: string): Promise<{ readonly uri: Uri; readonly position: Position }> {
  const { document } = await openFile(file);
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0);
  return { uri: document.uri, position: document.positionAt(offset + 1) };
}

async function definitions(uri: Uri, position: Position): Promise<readonly (Location | LocationLink)[]> {
  return commands.executeCommand('vscode.executeDefinitionProvider', uri, position);
}

async function hoverText(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (part instanceof MarkdownString ? part.value : '')).join('\n');
}
