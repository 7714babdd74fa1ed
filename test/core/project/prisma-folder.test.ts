import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readPackageSchema, readPrismaConfigFolder } from '#core/project/prisma-config.ts';
import { groupPrismaFiles } from '#core/project/prisma-folder.ts';

describe('groupPrismaFiles', () => {
  it('joins what lies at and below a folder with a datasource', () => {
    assert.deepEqual(group(['/p/schema/main.prisma*', '/p/schema/user.prisma', '/p/schema/models/post.prisma']), {
      '/p/schema': ['/p/schema/main.prisma', '/p/schema/user.prisma', '/p/schema/models/post.prisma'],
    });
  });
  it('takes the nearest datasource', () => {
    assert.deepEqual(group(['/a/a.prisma*', '/a/b/b.prisma*', '/a/b/c/c.prisma', '/a/d/d.prisma']), {
      '/a': ['/a/a.prisma', '/a/d/d.prisma'],
      '/a/b': ['/a/b/b.prisma', '/a/b/c/c.prisma'],
    });
  });
  it('keeps schemas beside each other apart', () => {
    assert.deepEqual(group(['/a/schema.prisma*', '/a/other.prisma*', '/a/rest.prisma']), {
      '/a/schema.prisma': ['/a/schema.prisma'],
      '/a/other.prisma': ['/a/other.prisma'],
      '/a': ['/a/rest.prisma'],
    });
  });
  it('joins the files of a folder without any datasource', () => {
    assert.deepEqual(group(['/a/x.prisma', '/a/y.prisma', '/b/z.prisma']), {
      '/a': ['/a/x.prisma', '/a/y.prisma'],
      '/b': ['/b/z.prisma'],
    });
  });
  it('believes a configuration first', () => {
    assert.deepEqual(
      group(['/a/x.prisma*', '/a/y/z.prisma*', '/a/y/w.prisma', '/b/c.prisma'], ['/a/', '/a/y/w.prisma']),
      {
        '/a': ['/a/x.prisma', '/a/y/z.prisma'],
        '/a/y/w.prisma': ['/a/y/w.prisma'],
        '/b': ['/b/c.prisma'],
      },
    );
  });
  it('does not mistake a longer name for a folder below', () => {
    assert.deepEqual(group(['/a/x.prisma*', '/ab/y.prisma'], ['/a']), {
      '/a': ['/a/x.prisma'],
      '/ab': ['/ab/y.prisma'],
    });
  });
});

describe('readPrismaConfigFolder', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["export default defineConfig({\n  schema: 'prisma/schema',\n});", 'prisma/schema'],
    ['export default { schema: "./prisma" }', './prisma'],
    ['export default { "schema": `db`, }', 'db'],
    ["import path from 'node:path';\nexport default { schema: path.join('prisma', 'schema') };", 'prisma/schema'],
    ["export default { schema: path.join(__dirname, 'prisma', 'schema.prisma') };", 'prisma/schema.prisma'],
    ["export default { schema: join(import.meta.dirname, 'db') };", 'db'],
    ["// schema: 'a'\n/* schema: 'b' */\nexport default { schema: 'c' };", 'c'],
    ["export default { url: 'http://x', schema: 'c' };", 'c'],
    ['export default { schema: process.env.X };', undefined],
    ["export default { schema: 'a' + b };", undefined],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a configuration
    ['export default { schema: `${folder}/x` };', undefined],
    ["export default { mySchema: 'a', options: x.schema };", undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`finds ${expected} in ${JSON.stringify(text)}`, () => assert.equal(readPrismaConfigFolder(text), expected));
  }
});

describe('readPackageSchema', () => {
  it('finds prisma.schema', () => {
    assert.equal(readPackageSchema('{ "prisma": { "schema": "db/schema" } }'), 'db/schema');
    assert.equal(readPackageSchema('{ "prisma": { "schema": 1 } }'), undefined);
    assert.equal(readPackageSchema('{ "prisma": '), undefined);
    assert.equal(readPackageSchema('[]'), undefined);
  });
});

/** Groups by root; a star marks a file with a datasource. */
function group(files: readonly string[], configured?: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const read = files.map((file) => ({ uri: file.replace('*', ''), hasDatasource: file.endsWith('*') }));
  return Object.fromEntries(groupPrismaFiles(read, configured).map(({ root, files: uris }) => [root, uris]));
}
