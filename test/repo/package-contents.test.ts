import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

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
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(client|server)\.cjs|(media|schemas|snippets\/generated)\/.+)$/;
    assert.deepEqual(
      [...shipped].filter((path) => !allowed.test(path)),
      [],
    );
  });
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
