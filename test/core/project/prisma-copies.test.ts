import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { schemaFor } from '#core/project/nearest-schema.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';

const folder = 'file:///w/';
const settings: ReviewSettings = { folders: [folder], preset: 'recommended', unread: new Map() };
const rulebook = { rules: [], presets: [] };
const model = 'model User {\n  id Int @id\n}\n';

/** A schema whose client goes to `output`, as it is written. */
function schemaWith(output: string, provider = 'prisma-client-js'): string {
  return `generator client {\n  provider = "${provider}"\n  output   = ${output}\n}\ndatasource db {\n  provider = "sqlite"\n}\n${model}`;
}

describe('what a generator wrote', () => {
  const cases: readonly {
    readonly title: string;
    readonly files: Readonly<Record<string, string>>;
    readonly copies: readonly string[];
  }[] = [
    {
      title: 'is a copy, beside the schema',
      files: {
        'prisma/schema.prisma': schemaWith('"../generated/prisma"'),
        'generated/prisma/schema.prisma': schemaWith('"../generated/prisma"'),
      },
      copies: ['generated/prisma/schema.prisma'],
    },
    {
      title: 'is a copy below the schema, in a schema of several files, too',
      files: {
        'prisma/base.prisma': schemaWith('"./generated/client"', 'prisma-client'),
        'prisma/post.prisma': 'model Post {\n  id Int @id\n}\n',
        'prisma/generated/client/deep/schema.prisma': schemaWith('"./generated/client"'),
      },
      copies: ['prisma/generated/client/deep/schema.prisma'],
    },
    {
      title: 'is found from an output with backslashes, and one that ends in a slash',
      files: {
        'a/schema.prisma': schemaWith('"..\\\\out put\\\\"'),
        'out%20put/schema.prisma': model,
      },
      copies: ['out%20put/schema.prisma'],
    },
    {
      title: 'is told from a folder with a longer name',
      files: { 'a/schema.prisma': schemaWith('"../gen"'), 'generated/schema.prisma': model },
      copies: [],
    },
    {
      title: 'is unknown where the output is computed, empty or missing',
      files: {
        'a/schema.prisma': schemaWith('env("OUT")'),
        'b/schema.prisma': schemaWith('""'),
        'c/schema.prisma': schemaWith('').replace(/ *output.*\n/, ''),
        'd/schema.prisma': model,
      },
      copies: [],
    },
    {
      title: 'is no file of the folder the generator itself stands in',
      files: {
        'prisma/schema.prisma': schemaWith('"."'),
        'prisma/user.prisma': model,
        'prisma/sub/more.prisma': model,
      },
      copies: [],
    },
    {
      title: 'does not count as a generator of its own',
      files: {
        'db/schema.prisma': schemaWith('"../copy"'),
        'copy/schema.prisma': schemaWith('"../other"'),
        'other/schema.prisma': model,
      },
      copies: ['copy/schema.prisma'],
    },
    {
      title: 'is a schema where a configuration names it',
      files: {
        'db/schema.prisma': schemaWith('"../copy"'),
        'copy/schema.prisma': model,
        'prisma.config.ts': "export default { schema: 'copy/schema.prisma' };",
      },
      copies: [],
    },
    {
      title: 'is a copy where a configuration names a folder above both',
      files: {
        'db/schema.prisma': schemaWith('"./copy"'),
        'db/copy/schema.prisma': model,
        'prisma.config.ts': "export default { schema: 'db' };",
      },
      copies: ['db/copy/schema.prisma'],
    },
  ];
  for (const { title, files, copies } of cases) {
    it(title, () => {
      const { files: reviewed, workspace } = review(sourcesOf(files), rulebook, settings);
      const roles = [...reviewed.values()].filter(({ role }) => role === 'prisma-copy');
      assert.deepEqual(
        roles.map(({ uri }) => uri.slice(folder.length)),
        copies,
      );
      const inSchemas = workspace.schemas.flatMap(({ documents }) => documents.map(({ uri }) => uri));
      assert.ok(!inSchemas.some((uri) => copies.includes(uri.slice(folder.length))));
    });
  }

  it('is a schema again when the output leads elsewhere, and is not read anew then', () => {
    const files = { 'a/schema.prisma': schemaWith('"../b"'), 'b/schema.prisma': model };
    const before = open(files);
    const now = open({ ...files, 'a/schema.prisma': schemaWith('"../c"') }, before);
    const uri = `${folder}b/schema.prisma`;
    assert.equal(now.documents.get(uri), before.documents.get(uri));
    assert.deepEqual(
      now.schemas.map(({ root }) => root),
      [`${folder}a`, `${folder}b`],
    );
  });
});

describe('the schema that Prisma is configured for', () => {
  const others = { 'prisma/schema.prisma': schemaWith('"./x"'), 'api/old/schema.prisma': schemaWith('"./x"') };

  it('is the schema of every description below the configuration', () => {
    const files = { ...others, 'db/a.prisma': model, 'db/b/c.prisma': model };
    const configs: readonly (readonly [string, string])[] = [
      ['prisma.config.ts', "export default defineConfig({ schema: path.join('db') });"],
      ['.config/prisma.ts', "export default { schema: '../db/' };"],
      ['package.json', '{ "prisma": { "schema": "./db" } }'],
    ];
    for (const [name, text] of configs) {
      const workspace = open({ ...files, [name]: text });
      assert.equal(schemaFor(`${folder}api/old/openapi.yaml`, workspace, settings)?.root, `${folder}db`, name);
    }
  });

  it('is the one of the nearest configuration, not one above, beside or for a schema that is not there', () => {
    const files = {
      ...others,
      'prisma.config.ts': "export default { schema: 'prisma' };",
      'api/package.json': '{ "prisma": { "schema": "old/schema.prisma" } }',
      'web/prisma.config.mjs': "export default { schema: 'none' };",
    };
    const rootOf = (uri: string) => schemaFor(`${folder}${uri}`, open(files), settings)?.root.slice(folder.length);
    assert.equal(rootOf('openapi.yaml'), 'prisma');
    assert.equal(rootOf('api/openapi.yaml'), 'api/old/schema.prisma');
    assert.equal(rootOf('web/openapi.yaml'), 'prisma');
  });

  it('is not asked from package.json beside a prisma.config.ts', () => {
    const files = {
      ...others,
      'package.json': '{ "prisma": { "schema": "api/old" } }',
      'prisma.config.ts': "export default { schema: 'prisma' };",
    };
    assert.equal(schemaFor(`${folder}api/openapi.yaml`, open(files), settings)?.root, `${folder}prisma`);
  });
});

function sourcesOf(files: Readonly<Record<string, string>>) {
  return Object.entries(files).map(([path, text]) => ({ uri: `${folder}${path}`, text }));
}

function open(files: Readonly<Record<string, string>>, previous?: Workspace): Workspace {
  return openWorkspace(sourcesOf(files), rulebook, settings, previous);
}
