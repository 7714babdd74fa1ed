import { ConfigurationTarget, workspace } from 'vscode';
import { closeWithoutSaving, fileUri, findingOf, findings, openFile, silenceOf } from '../editor.ts';
import { waitUntil } from '../wait-until.ts';

const rule = 'openapi/get-no-request-body';

describe('settings', () => {
  afterEach(async () => {
    await set('enable', undefined);
    await workspace.fs.delete(fileUri('plumbline.yaml')).then(undefined, () => undefined);
    await closeWithoutSaving();
  });

  it('are followed when the review is switched off and on', async () => {
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, rule);
    await set('enable', false);
    await waitUntil('no findings', () => findings(document.uri).length === 0);
    await set('enable', true);
    await findingOf(document.uri, rule);
  });

  it('are followed when plumbline.yaml switches a rule off', async () => {
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, rule);
    await workspace.fs.writeFile(fileUri('plumbline.yaml'), Buffer.from(`rules:\n  ${rule}: off\n`));
    await silenceOf(document.uri, rule);
    await workspace.fs.delete(fileUri('plumbline.yaml'));
    await findingOf(document.uri, rule);
  });
});

function set(name: string, value: boolean | undefined): Thenable<void> {
  return workspace.getConfiguration('plumbline').update(name, value, ConfigurationTarget.Workspace);
}
