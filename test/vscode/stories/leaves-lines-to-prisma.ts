import { ConfigurationTarget, Diagnostic, DiagnosticSeverity, languages, workspace } from 'vscode';
import { closeWithoutSaving, findingOf, openFile, silenceOf } from '../editor.ts';

const rule = 'prisma/foreign-key-indexed';

describe('beside the extension of Prisma', () => {
  const others = languages.createDiagnosticCollection('Prisma’s own');

  after(async () => {
    others.dispose();
    await set(undefined);
    await closeWithoutSaving();
  });

  it('a line in which it reports something is not told again, until it is content', async () => {
    await set('on');
    const { document } = await openFile('schema.prisma');
    const { range } = await findingOf(document.uri, rule);
    others.set(document.uri, [
      new Diagnostic(range, 'The relation is missing its other side.', DiagnosticSeverity.Error),
    ]);
    await silenceOf(document.uri, rule);
    others.delete(document.uri);
    await findingOf(document.uri, rule);
  });
});

function set(value: string | undefined): Thenable<void> {
  return workspace.getConfiguration('plumbline').update('deferSyntax', value, ConfigurationTarget.Workspace);
}
