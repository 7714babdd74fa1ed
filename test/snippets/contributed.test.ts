import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parse, stringify } from 'yaml';
import { itemSchema } from '#snippets/openapi/resource.ts';
import type { OpenApiContext } from '#snippets/pattern.ts';
import { openApiPatterns, prismaPatterns } from '#snippets/patterns.ts';
import { contributedSnippets, type SnippetLanguage } from '#snippets/render/contributed-snippets.ts';
import { expandSnippet } from './expand-snippet.ts';
import { hostProviders, prismaErrors, prismaHost } from './prisma-hosts.ts';
import { assertClean } from './review-document.ts';

type Json = { readonly [key: string]: unknown };

const contributions = openApiPatterns.flatMap(({ id, contributions: all }) =>
  all.map(({ prefix = id, context }) => ({ prefix, context })),
);

describe('contributed snippets', () => {
  it('are thirty patterns with prefixes of their own', () => {
    assert.equal(openApiPatterns.length, 18);
    assert.equal(prismaPatterns.length, 12);
    for (const language of ['yaml', 'json', 'prisma'] as const) {
      const prefixes = [...contributedSnippets(language).values()].map(({ prefix }) => prefix);
      assert.deepEqual([...new Set(prefixes)], prefixes);
    }
  });

  it('are listed, each in a file called after it', () => {
    const list = readFileSync('snippets/patterns.ts', 'utf8');
    for (const folder of ['openapi', 'prisma']) {
      for (const file of readdirSync(`snippets/${folder}`)) {
        const isPattern = readFileSync(`snippets/${folder}/${file}`, 'utf8').includes(`language: '${folder}'`);
        assert.equal(list.includes(`'#snippets/${folder}/${file}'`), isPattern, file);
      }
    }
  });

  for (const { prefix, context } of contributions) {
    it(`${prefix} says the same in YAML and JSON`, () => {
      assert.deepEqual(parse(bodyOf('yaml', prefix)), JSON.parse(`{${bodyOf('json', prefix)}}`));
    });

    for (const version of ['3.0.3', '3.1.0']) {
      if (context === 'webhooks' && version === '3.0.3') continue;
      it(`${prefix} is clean in its place (${version})`, () => {
        const description = hostFor(context, prefix, parse(bodyOf('yaml', prefix)), version);
        assertClean({ 'openapi.json': JSON.stringify(description, undefined, 2) }, prefix);
        assertClean({ 'openapi.yaml': stringify(description) }, prefix);
      });
    }
  }

  for (const { id, context } of prismaPatterns) {
    it(`${id} is valid and clean in its place`, () => {
      for (const provider of hostProviders) {
        // Nothing is known of the database there: what only these two lack or write otherwise does not fit them.
        if (provider === 'sqlserver' || provider === 'mongodb') continue;
        const text = prismaWith(id, context, bodyOf('prisma', id), prismaHost(provider));
        assert.deepEqual(prismaErrors(text), [], text);
        // They know nothing of the schema around them.
        assertClean({ 'schema.prisma': text }, `${id} for ${provider}`, [
          'prisma/time-zone-consistent',
          'prisma/key-not-exhausted',
          'prisma/uuid-native',
        ]);
      }
    });
  }
});

function bodyOf(language: SnippetLanguage, wanted: string): string {
  const snippet = [...contributedSnippets(language).values()].find(({ prefix }) => prefix === wanted);
  assert.ok(snippet !== undefined, `${wanted} in ${language}`);
  return expandSnippet(snippet.body);
}

const idParameter = { name: 'itemId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const ok = { '204': { description: 'Done.' }, '400': { $ref: '#/components/responses/BadRequest' } };
/** Says where a callback goes. */
const addressed = {
  content: {
    'application/json': {
      schema: { type: 'object', properties: { callbackUrl: { type: 'string', format: 'uri', maxLength: 2000 } } },
      example: { callbackUrl: 'https://example.com/told' },
    },
  },
};
const onCollection = ['oas-list-cursor', 'oas-list-offset', 'oas-create-201', 'oas-idempotency-key'];

/** A description with a snippet in its place, and what the snippet says it stands beside. */
function hostFor(context: OpenApiContext, prefix: string, body: Json, version: string): Json {
  const { schemas, responses } = parse(bodyOf('yaml', 'oas-problem'));
  const components = {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: { ...schemas, Item: itemSchema, ...(context === 'schemas' ? body : {}) },
    responses,
    ...(context === 'components' ? body : {}),
  };
  return {
    openapi: version,
    info: { title: 'Host', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    security: [prefix === 'oas-security-bearer' ? { bearerAuth: [] } : { token: [] }],
    paths: {
      '/health': { get: { security: [], operationId: 'getHealth', summary: 'Tell', responses: ok } },
      ...pathsFor(context, prefix, body),
    },
    ...(context === 'webhooks' ? { webhooks: body } : {}),
    components,
  };
}

function pathsFor(context: OpenApiContext, prefix: string, body: Json): Json {
  const post = { operationId: 'restart', summary: 'Restart', security: [], responses: ok };
  switch (context) {
    case 'paths':
      return body;
    case 'path item':
      return onCollection.includes(prefix)
        ? { '/items': body }
        : { '/items/{itemId}': { parameters: [idParameter], ...body } };
    case 'operation':
      return {
        '/restart': { post: { ...post, ...(prefix === 'oas-callback' ? { requestBody: addressed } : {}), ...body } },
      };
    case 'responses':
      return { '/restart': { post: { ...post, responses: { ...ok, ...body } } } };
    default:
      return {};
  }
}

/** The host with a snippet in its place, and the other side of its relations. */
function prismaWith(id: string, context: 'schema' | 'model', body: string, host: string): string {
  const item = `model Item {
  id        String   @id @default(uuid())
  name      String
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt`;
  const tag = item.replace('Item', 'Tag');
  if (context === 'model') {
    const tenant = id === 'prisma-tenant' ? `${item.replace('Item', 'Tenant')}\n  items     Item[]\n}\n` : '';
    return `${host}\n${item}\n${body.replace(/^(?=.)/gm, '  ')}\n}\n${tenant}`;
  }
  if (id !== 'prisma-join') return `${host}\n${body}\n`;
  return `${host}\n${item}\n  tags      ItemTag[]\n}\n\n${tag}\n  items     ItemTag[]\n}\n\n${body}\n`;
}
