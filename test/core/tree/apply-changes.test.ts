import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { applyEdits } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { composeValue } from '#core/tree/compose.ts';
import { equalValues, isMap } from '#core/tree/equal-values.ts';
import type { TreeDocument, TreeLanguage } from '#core/tree/section.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { applyChanges } from '#core/tree/write/apply-changes.ts';
import { changeValue } from '#core/tree/write/change-value.ts';
import { corpus, describeOnCorpus } from '../../support/corpus.ts';

const folder = `${corpus}/openapi`;
const yaml = `openapi: 3.1.0
info:
  title: Shop
  version: '1'
# everything
paths:
  # the users
  /users:
    get:
      responses:
        '200':
          description: OK

  /orders:
    get:
      responses:
        '200':
          description: OK
components:
  schemas:
    User:
      type: object
    # money
    Order:
      type: object
`;

describe('applying changes', () => {
  check(
    'writes in one section',
    yaml,
    [set('paths /users get responses 404', { description: 'None' })],
    [
      [
        '          description: OK\n\n  /orders',
        "          description: OK\n        '404':\n          description: None\n\n  /orders",
      ],
    ],
  );
  check(
    'spells references to files beside this one as those that are there',
    'paths:\n  /a:\n    $ref: paths/a.yaml\n  /b:\n    $ref: paths/b.yaml\n',
    [set('paths /c', { $ref: './paths/c.yaml#/x' }), set('paths /d', { $ref: '../d.yaml' })],
    [
      [
        '    $ref: paths/b.yaml\n',
        '    $ref: paths/b.yaml\n  /c:\n    $ref: paths/c.yaml#/x\n  /d:\n    $ref: ../d.yaml\n',
      ],
    ],
  );
  check(
    'keeps the dot where others have it',
    'paths:\n  /a:\n    $ref: ./paths/a.yaml\n',
    [set('paths /c', { $ref: './paths/c.yaml' })],
    [['    $ref: ./paths/a.yaml\n', '    $ref: ./paths/a.yaml\n  /c:\n    $ref: ./paths/c.yaml\n']],
  );
  check(
    'writes a component under a header that is there',
    yaml,
    [set('components schemas Problem', { type: 'object' })],
    [['    Order:\n      type: object\n', '    Order:\n      type: object\n    Problem:\n      type: object\n']],
  );
  check(
    'writes a header that is not there',
    yaml,
    [set('components responses None', { description: 'None' })],
    [
      [
        '    Order:\n      type: object\n',
        '    Order:\n      type: object\n  responses:\n    None:\n      description: None\n',
      ],
    ],
  );
  check(
    'writes a root key before another',
    yaml,
    [set('servers', [{ url: '/' }], { before: ['paths'] })],
    [['# everything\n', 'servers:\n  - url: /\n# everything\n']],
  );
  check(
    'sees the changes before, and makes the same one once',
    yaml,
    [
      set('components responses None', { description: 'None' }, { ifAbsent: true }),
      set('components responses None', { description: 'Other' }, { ifAbsent: true }),
      set('paths /users get responses 404', { $ref: '#/components/responses/None' }),
      { kind: 'rename', uri: '', pointer: ['components', 'responses', 'None'], name: 'NotFound' },
      set('paths /users get responses 404 $ref', '#/components/responses/NotFound'),
    ],
    [
      [
        '          description: OK\n\n  /orders',
        "          description: OK\n        '404':\n          $ref: '#/components/responses/NotFound'\n\n  /orders",
      ],
      [
        '    Order:\n      type: object\n',
        '    Order:\n      type: object\n  responses:\n    NotFound:\n      description: None\n',
      ],
    ],
  );
  check(
    'renames a path',
    yaml,
    [{ kind: 'rename', uri: '', pointer: ['paths', '/users'], name: '/people' }],
    [['  /users:', '  /people:']],
  );
  check(
    'removes a component with its comment',
    yaml,
    [{ kind: 'remove', uri: '', pointer: ['components', 'schemas', 'Order'] }],
    [['    # money\n    Order:\n      type: object\n', '']],
  );
  check(
    'moves a component with its comment',
    yaml,
    [{ kind: 'move', uri: '', pointer: ['components', 'schemas', 'Order'], to: ['components', 'x-old', 'Order'] }],
    [['    # money\n    Order:\n      type: object\n', '  x-old:\n    # money\n    Order:\n      type: object\n']],
  );

  it('names the changes it cannot make, and makes the others', () => {
    const impossible = set('info title x', 1);
    const changes = [impossible, set('info license', { name: 'MIT' })];
    const { text, skipped } = applyChanges(read(yaml), changes, reread);
    assert.deepEqual(skipped, [impossible]);
    assert.equal(text, yaml.replace("version: '1'\n", "version: '1'\n  license:\n    name: MIT\n"));
  });

  it('leaves a text that is broken at the place alone', () => {
    const broken = yaml.replace('    get:\n', '    get: [\n');
    assert.equal(applyChanges(read(broken), [set('paths /users get x', 1)], reread).text, broken);
  });
});

describe('applying changes to JSON', () => {
  const json = JSON.stringify(composeValue(read(yaml)), undefined, 2);
  checkJson('writes in one section', [set('paths /users get responses 404', { description: 'None' })]);
  checkJson('writes the first section of a header', [set('paths /users/{id}', { get: {} }, { before: ['/users'] })]);
  checkJson('writes the last section of a header', [set('components schemas X', {})]);
  checkJson('writes a header that is not there', [set('components responses None', { description: 'None' })]);
  checkJson('removes the last section of a header', [
    { kind: 'remove', uri: '', pointer: ['components', 'schemas', 'Order'] },
  ]);
  checkJson('moves a section', [{ kind: 'move', uri: '', pointer: ['paths', '/users'], to: ['x-paths', '/users'] }]);

  function checkJson(title: string, changes: readonly TreeChange[]): void {
    it(title, () => {
      const expected = changes.reduce<PlainValue>(
        (value, change) => changeValue(value, change) ?? null,
        JSON.parse(json),
      );
      const { text, skipped } = applyChanges(read(json, 'json'), changes, reread);
      assert.deepEqual(skipped, []);
      assert.deepEqual(JSON.parse(text), expected);
      assert.deepEqual(text.split('\n').sort(), JSON.stringify(expected, undefined, 2).split('\n').sort());
    });
  }
});

describeOnCorpus('applying changes to files of others', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .sort();
  const descriptions = files.filter((file) =>
    /["']?(?:openapi|swagger)["']?:/.test(readFileSync(file, 'utf8').slice(0, 4000)),
  );
  for (const file of descriptions.filter((_, index) => index % 4 === 0).slice(0, 16)) {
    it(`adds a response to each operation of ${file.slice(folder.length + 1)}`, () => checkFile(file)).timeout(600_000);
  }
});

function checkFile(file: string): void {
  const source = readFileSync(file, 'utf8');
  if (source.length > 2_000_000) return;
  const document = read(source, file.endsWith('.json') ? 'json' : 'yaml');
  const before = composeValue(document);
  const changes = [
    set('components responses TooManyRequests', { description: 'Slow down' }, { ifAbsent: true }),
    ...operationsOf(before).map((pointer) =>
      set(
        [...pointer, 'responses', '429'].join(' '),
        { description: 'Slow: down' },
        { after: ['404', '400'], before: ['500', 'default'] },
      ),
    ),
  ];
  const { text, edits, skipped } = applyChanges(document, changes, reread);
  assert.equal(applyEdits(source, edits), text);
  // What stands behind an alias is not written there.
  const usesAliases = /: \*\w/.test(source);
  assert.ok(usesAliases || skipped.length * 20 <= changes.length, `${skipped.length} of ${changes.length} skipped`);
  const made = changes.filter((change) => !skipped.includes(change));
  const expected = made.reduce<PlainValue>((value, change) => changeValue(value, change) ?? null, before);
  assert.ok(equalValues(composeValue(read(text, document.language)), expected));
  assert.deepEqual(applyChanges(reread(text, document), made, reread).edits, []);
}

function operationsOf(value: PlainValue): readonly string[][] {
  const paths = isMap(value) ? value['paths'] : undefined;
  if (paths === undefined || !isMap(paths)) return [];
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      isMap(item)
        ? ['get', 'post', 'delete']
            .filter((method) => isMap(item[method] ?? null))
            .map((method) => ['paths', path, method])
        : [],
    )
    .filter((pointer) => !pointer.some((step) => step.includes(' ')));
}

function check(
  title: string,
  before: string,
  changes: readonly TreeChange[],
  replaced: readonly (readonly [string, string])[],
): void {
  it(title, () => {
    const document = read(before);
    const { text, edits, skipped } = applyChanges(document, changes, reread);
    assert.deepEqual(skipped, []);
    assert.equal(
      text,
      replaced.reduce((sofar, [old, next]) => sofar.replace(old, next), before),
    );
    assert.equal(applyEdits(before, edits), text);
    assert.ok(edits.length <= replaced.length);
  });
}

function set(
  path: string,
  value: PlainValue,
  more: { before?: string[]; after?: string[]; ifAbsent?: boolean } = {},
): TreeChange {
  return { kind: 'set', uri: '', pointer: path.split(' '), value, ...more };
}

function read(text: string, language: TreeLanguage = 'yaml'): TreeDocument {
  return cutDescription({ uri: `file:///api.${language}`, text, language });
}

function reread(text: string, previous: TreeDocument): TreeDocument {
  return cutDescription({ uri: previous.uri, text, language: previous.language }, previous);
}
