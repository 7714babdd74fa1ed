import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readingText } from '#client/reading-text.ts';
import type { FileReadingState } from '#server/protocol.ts';

const description: FileReadingState = {
  role: 'description',
  version: 'OpenAPI 3.1',
  roots: ['api/shop.yaml'],
  schema: 'prisma/schema.prisma',
  config: 'plumbline.yaml',
  preset: 'strict',
};

describe('readingText', () => {
  it('says of a description its version, its schema and its configuration', () => {
    assert.deepEqual(readingText(description), {
      text: 'OpenAPI 3.1',
      detail: 'compared with prisma/schema.prisma, configured by plumbline.yaml',
    });
    const { schema, config, ...alone } = description;
    assert.deepEqual(readingText(alone), { text: 'OpenAPI 3.1', detail: 'preset strict' });
    assert.ok(schema !== config);
  });

  it('says what a fragment is part of, and what a copy is one of', () => {
    const part = { ...description, role: 'fragment' } as const;
    assert.equal(readingText(part)?.text, 'Part of api/shop.yaml (OpenAPI 3.1)');
    const { version, ...several } = { ...part, roots: ['a.yaml', 'b.yaml'] };
    assert.equal(readingText(several)?.text, 'Part of 2 descriptions (OpenAPI)');
    assert.equal(readingText({ ...description, role: 'copy' })?.text, 'Copy of api/shop.yaml');
    assert.equal(version, 'OpenAPI 3.1');
  });

  it('says what a schema is compared with', () => {
    const schema = { role: 'schema', roots: ['api/shop.yaml'], preset: 'recommended' } as const;
    assert.deepEqual(readingText(schema), {
      text: 'Prisma schema',
      detail: 'compared with api/shop.yaml, preset recommended',
    });
    assert.equal(readingText({ ...schema, roots: [] })?.detail, 'preset recommended');
  });

  it('says nothing of other files', () => {
    assert.equal(readingText(null), undefined);
    assert.equal(readingText({ role: 'unused', roots: [], preset: 'strict' }), undefined);
  });
});
