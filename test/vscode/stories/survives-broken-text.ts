import { languages, type Uri } from 'vscode';
import { closeWithoutSaving, findingOf, openFile, replaceText } from '../editor.ts';
import { waitUntil } from '../wait-until.ts';

describe('a file that is broken mid-word', () => {
  afterEach(closeWithoutSaving);

  const cases = [
    {
      file: 'orders.yaml',
      ruleId: 'openapi/get-no-request-body',
      whole: 'summary: Deletes an order.',
      half: 'summary: "Dele',
      isElsewhere: false,
    },
    {
      file: 'shipping.json',
      ruleId: 'openapi/get-no-request-body',
      whole: '"getParcel",',
      half: '"getPar',
      isElsewhere: false,
    },
    {
      file: 'schema.prisma',
      ruleId: 'prisma/money-exact',
      whole: 'email     String   @unique',
      half: 'email     Str @uni(',
      isElsewhere: true,
    },
  ] as const;
  for (const { file, ruleId, whole, half, isElsewhere } of cases) {
    it(`keeps what is found elsewhere, says what is broken, and recovers: ${file}`, async () => {
      const { document } = await openFile(file);
      await findingOf(document.uri, ruleId);
      const before = problemsOf(document.uri);
      await replaceText(document, whole, half);
      await waitUntil('a word about what is broken', () => problemsOf(document.uri) !== before);
      // Of the path or model that is broken nothing is said until it can be read again.
      if (isElsewhere) await findingOf(document.uri, ruleId);
      await replaceText(document, half, whole);
      await waitUntil('the problems of before', () => problemsOf(document.uri) === before);
    });
  }
});

/** Also those of the editor's own JSON support, which tells what is broken in JSON instead of us. */
function problemsOf(uri: Uri): string {
  return languages
    .getDiagnostics(uri)
    .map(({ range, message }) => `${range.start.line} ${message}`)
    .sort()
    .join('\n');
}
