import assert from 'node:assert/strict';
import { commands } from 'vscode';
import {
  closeWithoutSaving,
  findingOf,
  openFile,
  replaceText,
  silenceOf,
  startedExtension,
  summaryOf,
} from '../editor.ts';
import { waitUntil } from '../wait-until.ts';

const rule = 'openapi/get-no-request-body';

describe('a server that is killed', () => {
  afterEach(closeWithoutSaving);

  it('is started again, and the findings come back and follow the text', async () => {
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, rule);
    // Other stories typed just now: what waits for that to rest is shown by this.
    await commands.executeCommand('plumbline.reviewWorkspace');
    const before = summaryOf(document.uri);
    const { serverProcessId } = await startedExtension();
    const first = serverProcessId();
    assert.ok(first);
    process.kill(first, 'SIGKILL');
    await waitUntil('another server', () => serverProcessId() !== undefined && serverProcessId() !== first);
    await waitUntil('the findings of before', () => summaryOf(document.uri).join() === before.join());
    await replaceText(document, 'get:', 'post:');
    await silenceOf(document.uri, rule);
  });
});
