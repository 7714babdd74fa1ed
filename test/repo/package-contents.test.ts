import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const notices = 'dist/notices.txt';

/** The libraries that ARCHITECTURE.md says are bundled. */
const bundled = ['js-yaml', 'yaml', 'jsonc-parser', 'vscode-languageserver', 'vscode-languageclient', 'vscode-uri'];

describe('the package', () => {
  let shipped: ReadonlySet<string>;

  before(() => {
    const listing = execFileSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies']);
    shipped = new Set(`${listing}`.trim().split('\n'));
  });

  it('holds every file its manifest names', () => {
    const { main, icon, contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [main, icon, ...stringsIn(contributes)].filter((text) => /^(\.\/|media\/)/.test(text));
    const missing = named.map((path) => path.replace('./', '')).filter((path) => !shipped.has(path));
    assert.deepEqual(missing, []);
  });

  it('holds nothing but bundles, assets and the pages a reader expects', () => {
    const allowed =
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/((client|server)\.cjs|webview\/diagram\.(css|js)|notices\.txt)|(media|schemas|snippets\/generated)\/.+)$/;
    assert.deepEqual(
      [...shipped].filter((path) => !allowed.test(path)),
      [],
    );
  });

  it('carries the licence of everything that is bundled, and so does the one for npm', () => {
    const packed = JSON.parse(`${execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'])}`);
    const forNpm: readonly string[] = packed[0].files.map(({ path }: { path: string }) => path);
    assert.deepEqual([...forNpm].sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/cli.cjs',
      notices,
      'package.json',
    ]);
    assert.ok(shipped.has(notices));
    const text = readFileSync(notices, 'utf8');
    for (const name of bundled) {
      const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      assert.ok(text.includes(`\n${name} ${version} (`), name);
    }
  });
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
