import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { askServer, type TestClient } from './ask-server.ts';

const files = {
  'api/shop.yaml': `# Ours
openapi: 3.1.0
info: {title: 'Shop | one', version: '1'}
paths:
  /orders: {$ref: orders.yaml}
  /lost: {$ref: lost.yaml}
  /far: {$ref: 'https://example.com/far.yaml'}
components:
  schemas:
    Order: {$ref: '#/components/schemas/Odrer'}
    Broken: {a: [}
  schema: {}
`,
  'api/orders.yaml': 'get: {}\n',
  'schema.prisma': 'datasource db {\n  provider = "sqlite"\n}\n\nmodel Order {\n  id Int @id\n}\n',
  'plumbline.yaml': "preset: quiet\nexclude: ['old/**']\nentries: ['api/*', 'old/*']\n",
  'old/shop.yaml': 'openapi: 3.0.0\npaths: {}\n',
  'new.yaml': 'openapi: 3.0.0\npaths: {}\n',
  'other.yaml': 'a: 1\n',
};

describe('the page on how a file was read', () => {
  it('tells of a description its version, schema, configuration, lost references, unclear text and sections', () =>
    askServer(files, async (client) => {
      const text = await page(client, 'api/shop.yaml');
      assert.match(text, /^# How api\/shop\.yaml was read\n\nIt is the root of an OpenAPI description\./);
      assert.match(text, /\[plumbline\.yaml\]\(<\/plumbline\.yaml>\) holds for it; the preset is `quiet`/);
      assert.match(text, /^\| Description \| Shop \\\| one \|$/m);
      assert.match(text, /^\| Read as \| OpenAPI 3\.1, written “3\.1\.0” \|$/m);
      assert.match(text, /^\| Files \| 2 \|$/m);
      assert.match(text, /^\| Compared with \| \[schema\.prisma\]/m);
      assert.match(text, /^## References without a target \(3\)$/m);
      assert.match(text, /^- \[line 6\]\(.*#L6>\): “lost\.yaml”: there is no such file$/m);
      assert.match(text, /^- \[line 7\]\(.*\): “https:\/\/example\.com\/far\.yaml”: other hosts are not asked$/m);
      assert.match(text, /^- \[line 10\]\(.*\): “#\/components\/schemas\/Odrer”: /m);
      assert.match(
        text,
        /^## Not understood \(2\)\n\n- \[line 11\].*\n- \[line 12\]\(.*\): OpenAPI has no “schema” here\.$/m,
      );
      assert.match(text, /^- \[line 5\]\(.*\): path \/orders$/m);
      assert.match(text, /^- \[line 10\]\(.*\): schema Order$/m);
    }));

  it('tells what was taken over from prisma-lint, and what was not', () => {
    const rules = {
      'require-field-index': ['error', { forAllRelations: true }],
      'field-order': ['error', { order: ['id'] }],
    };
    const told = {
      ...files,
      '.prismalintrc.json': JSON.stringify({ rules }),
      'old/.prismalintrc.cjs': 'module.exports = {}',
      'old/schema.prisma': files['schema.prisma'],
    };
    return askServer(
      told,
      async (client) => {
        const text = await page(client, 'schema.prisma');
        assert.match(text, /^## Taken over from prisma-lint \(1\)$/m);
        assert.match(
          text,
          /^- `require-field-index` is `error` in \[\.prismalintrc\.json\]\(.*\): so is `prisma\/foreign-key-indexed`, unless `plumbline\.yaml` sets it$/m,
        );
        assert.match(text, /^Of \[\.prismalintrc\.json\]\(.*\) this is not taken over: `field-order`\.$/m);
        assert.match(await page(client, '.prismalintrc.json'), /It is read for what it says of Prisma schemas/);
      },
      { rulebook },
    );
  });

  it('tells of a fragment what leads to it, and of a schema its blocks', () =>
    askServer(files, async (client) => {
      const fragment = await page(client, 'api/orders.yaml');
      assert.match(fragment, /references lead here/);
      assert.match(fragment, /: whole file as path-item$/m);
      const schema = await page(client, 'schema.prisma');
      assert.match(schema, /^\| Provider \| sqlite \|$/m);
      assert.match(schema, /^\| Compared with \| \[api\/shop\.yaml\]/m);
      assert.match(schema, /: datasource db$/m);
      assert.match(schema, /^- \[lines 4–7\]\(.*\): model Order$/m);
    }));

  it('tells of others why they are not reviewed', () =>
    askServer(files, async (client) => {
      await client.open('old/shop.yaml', files['old/shop.yaml']);
      assert.match(await page(client, 'old/shop.yaml'), /`exclude` of the configuration leaves it out/);
      assert.match(await page(client, 'new.yaml'), /not among the `entries`/);
      await client.open('other.yaml', files['other.yaml']);
      assert.match(await page(client, 'other.yaml'), /neither `openapi` nor `swagger` at its root/);
      assert.equal(await client.request('plumbline/readingPage', { uri: client.uri('nowhere.yaml') }), null);
    }));

  it('lists no more than can be read', () =>
    askServer({}, async (client) => {
      const schemas = Array.from({ length: 500 }, (_, index) => `    S${index}: {$ref: 'lost.yaml#/${index}'}\n`);
      await client.open('api.yaml', `openapi: 3.1.0\ncomponents:\n  schemas:\n${schemas.join('')}`);
      const text = await page(client, 'api.yaml');
      assert.ok(text.split('\n').length < 500);
      assert.match(text, /^- and 300 more$/m);
    }));
});

async function page(client: TestClient, path: string): Promise<string> {
  await client.request('plumbline/reviewWorkspace', {});
  const text = await client.request('plumbline/readingPage', { uri: client.uri(path) });
  assert.ok(text !== null);
  return text;
}
