import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { markdownCode, markdownLine } from '#cli/markdown-text.ts';
import { rulebook } from '#rules/rulebook.ts';
import { inFolder } from '../files/in-folder.ts';
import { type RunResult, runIn } from './run-in-folder.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

const api = (version: string, more = ''): string => `openapi: 3.1.0
info: { title: shop, version: ${version} }
paths:
  /orders:
    get:
      responses: { '200': { description: The orders. } }
${more}`;

const creation = `    post:
      responses: { '201': { description: The order. } }
`;

describe('plumbline changes', () => {
  before(function () {
    if (!hasGit) this.skip();
  });

  it('says which version the changes ask for', async () => {
    const cases: readonly (readonly [string, string, string])[] = [
      [
        api('1.4.0', creation),
        api('1.4.0'),
        'api.yaml: the version was 1.4.0, make it 2.0.0 (major: 1 change breaks clients).',
      ],
      [
        api('1.4.0', creation),
        api('2.0.0'),
        'api.yaml: the version was 1.4.0, 2.0.0 says what changed (major: 1 change breaks clients).',
      ],
      [
        api('1.4.0'),
        api('1.4.0', creation),
        'api.yaml: the version was 1.4.0, make it 1.5.0 (minor: nothing breaks clients).',
      ],
      [
        api('1.4.0'),
        api('1.4.0').replace('The orders', 'Orders'),
        'api.yaml: the version was 1.4.0, make it 1.4.1 (patch: only texts changed).',
      ],
      [api('1.4.0'), api('1.4.1'), ''],
      [api('2026-01-01'), api('2026-01-01', creation), ''],
    ];
    for (const [before, after, expected] of cases) {
      const { stdout } = await changes({ 'api.yaml': before }, { 'api.yaml': after });
      assert.equal(/^api\.yaml: .*$/m.exec(stdout)?.[0] ?? '', expected);
    }
  });

  it('says so in JSON, too', async () => {
    const files = [{ 'api.yaml': api('1.4.0', creation) }, { 'api.yaml': api('1.4.0') }] as const;
    const { stdout, code } = await changes(...files, '--format', 'json');
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(stdout).versions, [
      { path: 'api.yaml', before: '1.4.0', after: '1.4.0', step: 'major', breaks: 1, next: '2.0.0', isSaid: false },
    ]);
  });

  it('leaves out what is accepted, and tells of lists with mistakes', async () => {
    const list = `changes:
  - rule: change/operation-kept
    what: POST /orders is gone
    why: It was never there.
    until: 2999-12-31
  - rule: change/version-raised
    what: 'The version is 1.4.0 as before, and clients break: POST /orders is gone'
    why: It was never there.
`;
    const before = { 'api.yaml': api('1.4.0', creation) };
    const after = { 'api.yaml': api('1.4.0'), 'plumbline.changes.yaml': list };
    const { stdout } = await changes(before, after, '--format', 'compact');
    const lines = stdout.split('\n').map((line) => line.replace(/^([^:]*:\d+).*\[(.*)\]$/, '$1 $2'));
    assert.deepEqual(lines, [
      'api.yaml:2 change/version-raised',
      'plumbline.changes.yaml:6 plumbline/accepted-change',
      '',
    ]);
  });

  it('writes a comment for a pull request', async () => {
    const schema = (name: string): string => `model User {\n  id Int @id\n  ${name} String?\n}\n`;
    const before = { 'api.yaml': api('1.4.0', creation), 'schema.prisma': schema('name') };
    const after = { 'api.yaml': api('1.4.0'), 'schema.prisma': schema('fullName') };
    const { stdout } = await changes(before, after, '--format', 'markdown');
    assert.equal(
      stdout,
      `### 2 changes against HEAD · 1 breaks clients · 1 loses data

| | Where | What |
|---|---|---|
| breaks clients | \`api.yaml:4\` | POST /orders is gone. Keep it, and say that it is deprecated. |
| loses data | \`schema.prisma:3\` | \`User.fullName\` looks like \`name\` under a new name: the column is dropped with all values. |
| warning | \`api.yaml:2\` | The version is 1.4.0 as before, and clients break: POST /orders is gone. Make it 2.0.0. |

- api.yaml: the version was 1.4.0, make it 2.0.0 (major: 1 change breaks clients).
`,
    );
  });

  it('writes ten rows at most, and says what it left out', async () => {
    const paths = (count: number): string =>
      Array.from(
        { length: count },
        (_, index) => `  /a${index}:\n    get: { responses: { '200': { description: A } } }\n`,
      ).join('');
    const { stdout } = await changes(
      { 'api.yaml': api('1.4.0', paths(30)) },
      { 'api.yaml': api('2.0.0') },
      '--format',
      'markdown',
      '--every',
    );
    assert.equal(stdout.split('\n').filter((line) => line.startsWith('| breaks')).length, 10);
    assert.ok(stdout.includes('### 30 changes against HEAD · 30 break clients\n'));
    assert.ok(stdout.includes('… and 20 more: `plumbline changes` tells all.'));
    const none = await changes({ 'api.yaml': api('1.4.0') }, { 'api.yaml': api('1.4.0') }, '--format', 'markdown');
    assert.equal(none.stdout, '### No change against HEAD breaks clients or rows\n');
  });

  it('writes a change log, with what came and what is on its way out', async () => {
    const schema = (more: string): string => `model User {\n  id Int @id\n  ${more}\n}\n`;
    const part = `components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
`;
    const before = { 'api.yaml': api('1.4.0', creation) + part, 'schema.prisma': schema('name String?') };
    const after = {
      'api.yaml': `${api('2.0.0').replace('responses: {', "deprecated: true\n      parameters: [{ name: limit, in: query, schema: { type: integer } }]\n      responses: { '404': { description: None. },")}  /users:
    get:
      summary: Lists users.
      responses: { '200': { description: The users. } }
${part}        note: { type: string }
`,
      'schema.prisma': schema('nick String[]'),
    };
    const { stdout } = await changes(before, after, '--format', 'changelog');
    assert.equal(
      stdout,
      `# Changes since HEAD

## api.yaml 1.4.0 → 2.0.0

### Breaks clients

- POST /orders is gone. Keep it, and say that it is deprecated.

### Added

- \`limit\` (query) of \`GET /orders\`
- the answer 404 of \`GET /orders\`
- \`GET /users\`: Lists users.
- \`note\` of \`Order\`

### Deprecated

- \`GET /orders\`

## schema.prisma

### Data

- \`User.name\` is gone: its column is dropped with all values. Keep it with \`@ignore\` for a release.

### Added

- \`User.nick\`
`,
    );
    const none = await changes(before, before, '--format', 'changelog');
    assert.equal(none.stdout, '# Changes since HEAD\n\nNothing changed that others would notice.\n');
  });

  it('plans the migration of a schema in SQL', async () => {
    const schema = (field: string): string =>
      `datasource db {\n  provider = "postgresql"\n}\n\nmodel User {\n  id Int @id\n  ${field}\n}\n`;
    const before = { 'schema.prisma': schema('name String?') };
    const { stdout } = await changes(before, { 'schema.prisma': schema('name String') }, '--format', 'sql');
    assert.match(stdout, /^-- schema\.prisma against HEAD, for PostgreSQL: a plan\. Nothing of it was run\.\n/);
    assert.match(stdout, /^ALTER TABLE "User" ALTER COLUMN "name" SET NOT NULL;$/m);
    const none = await changes(before, before, '--format', 'sql');
    assert.equal(none.stdout, '-- No Prisma schema has another database than in HEAD.\n');
  });

  it('mentions nobody, and lets no text become a mark', () => {
    assert.equal(
      markdownLine('“<b>a|b” of @ada, see #12 and `@map(a|b)`'),
      '“\\<b\\>a\\|b” of @\u2060ada, see #\u206012 and `@map(a\\|b)`',
    );
    assert.equal(markdownCode('a`b'), '``a`b``');
  });
});

type Files = { readonly [path: string]: string };

/** Runs it on files that were others in the latest commit. */
async function changes(before: Files, after: Files, ...words: readonly string[]): Promise<RunResult> {
  let result: RunResult | undefined;
  await inFolder(before, async (folder) => {
    for (const command of [
      ['init', '-q'],
      ['add', '-A'],
      ['commit', '-qm', 'first'],
    ])
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...command], { cwd: folder });
    for (const [path, text] of Object.entries(after)) writeFileSync(join(folder, path), text);
    result = await runIn(folder, ['changes', ...words], { rulebook });
  });
  assert.ok(result !== undefined);
  return result;
}
