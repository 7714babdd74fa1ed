import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { canonicalUri } from '#files/uri.ts';
import { runIn } from '../cli/run-in-folder.ts';
import { testRulebook } from '../cli/test-rulebook.ts';
import { askServer } from './ask-server.ts';

const path = (name: string) => `paths:\n  /pets:\n    $ref: ${name}\n`;
const root = (title: string, rest = 'paths: {}\n') =>
  `openapi: 3.1.0\ninfo:\n  title: ${title}\n  version: "1"\n${rest}`;
const model = (name: string) => `model ${name} {\n  id Int @id\n}\n`;

/** Names and folders that readers of files tend to see in different ways. */
const files = {
  'plain.yaml': root('One'),
  'with blank.yaml': root('Two', path("'./parts/a b.yaml'")),
  'hash#tag.yaml': root('Three', path("'./parts/a%23b.yaml'")),
  'per%20cent.yaml': root('Four', path("'./parts/a%2520b.yaml'")),
  'question?.yaml': root('Five'),
  'Ünï.yml': root('Six'),
  'UPPER.YAML': root('Seven'),
  'dots..yaml': root('Eight'),
  '.dot.yaml': root('Nine'),
  '.config/own.yaml': root('Ten'),
  '.hidden/own.yaml': root('Eleven'),
  'a#b/c?d/e%2Ff.yaml': root('Twelve'),
  'linked/real.yaml': root('Thirteen'),
  'db/sch#ema.prisma': model('first'),
  'db/UP.PRISMA': model('second'),
  'parts/a b.yaml': 'get: {}\n',
  'parts/a#b.yaml': 'get: {}\n',
  'parts/a%20b.yaml': 'get: {}\n',
  // A mistake, so that the command line tells of it, too.
  'off/plumbline.real.yaml': 'rulez: {}\n',
  'off/api.yaml': root('Fourteen'),
};

describe('the editor and the command line', () => {
  it('read the same files, whatever their names and links are', function () {
    if (process.platform === 'win32') this.skip();
    return askServer(
      files,
      async (client) => {
        const { folder } = client;
        symlinkSync('linked/real.yaml', join(folder, 'link.yaml'));
        symlinkSync('linked', join(folder, 'folder-link'));
        symlinkSync('nowhere.yaml', join(folder, 'broken-link.yaml'));
        symlinkSync('plumbline.real.yaml', join(folder, 'off/plumbline.yaml'));
        mkdirSync(join(folder, 'folder.yaml'));
        mkdirSync(join(folder, '.git'));
        const reviewed = await client.request('plumbline/reviewWorkspace', {});
        const inEditor = Object.entries(reviewed?.files ?? {}).map(([uri, { error, warning, info }]) => [
          decodeURIComponent(
            canonicalUri(uri)
              .slice(canonicalUri(client.uri('')).length)
              .replace(/^\//, ''),
          ),
          error + warning + info,
        ]);
        const { stdout } = await runIn(folder, ['review', '--format', 'json']);
        const inTerminal = (JSON.parse(stdout).files as ReportFile[]).map(({ path: name, findings }) => [
          name,
          findings.length,
        ]);
        const sorted = (list: unknown[][]) => list.map((each) => each.join(': ')).sort();
        assert.deepEqual(sorted(inEditor), sorted(inTerminal));
        assert.ok(inTerminal.length >= 14, `${inTerminal.length}`);
      },
      { rulebook: testRulebook },
    );
  });
});

interface ReportFile {
  readonly path: string;
  readonly findings: readonly unknown[];
}
