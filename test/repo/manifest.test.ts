import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import picomatch from 'picomatch';
import { readText, root } from './repository-files.ts';

/** The parts of package.json these tests look at. */
interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly activationEvents: readonly string[];
  readonly bin?: { readonly [name: string]: string };
  readonly devDependencies: { readonly [name: string]: string };
  readonly contributes?: {
    readonly configuration?: {
      readonly properties?: {
        readonly [name: string]: { readonly markdownDescription?: string; readonly description?: string };
      };
    };
    readonly commands?: readonly { readonly command: string; readonly title: string }[];
    readonly snippets?: readonly { readonly path: string }[];
    readonly grammars?: readonly { readonly language: string; readonly scopeName: string; readonly path: string }[];
  };
}

// Our own file; the tests below notice a missing part.
const manifest = JSON.parse(readText('package.json')) as Manifest;
const settings = Object.entries(manifest.contributes?.configuration?.properties ?? {});

describe('package.json', () => {
  it('offers the command line', () => {
    assert.deepEqual(manifest.bin, { plumbline: 'dist/cli.cjs' });
  });

  it('pins every version', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies)) assert.match(version, /^\d/, name);
  });

  it('has settings that say what they do, and that the README names', () => {
    assert.ok(settings.length > 0);
    const readme = readText('README.md');
    for (const [name, { description, markdownDescription }] of settings) {
      assert.ok(description ?? markdownDescription, `${name} has no description`);
      assert.ok(readme.includes(`\`${name}\``), `README.md does not name ${name}`);
    }
  });

  it('has commands whose titles the README names', () => {
    const readme = readText('README.md');
    for (const { title } of manifest.contributes?.commands ?? [])
      assert.ok(readme.includes(title), `README.md does not name “${title}”`);
  });

  it('wakes the extension where a workspace holds a description, a schema, or what Plumbline keeps there', () => {
    const globs = manifest.activationEvents.flatMap((event) => /^workspaceContains:(.+)/.exec(event)?.[1] ?? []);
    const isHeld = picomatch(globs);
    for (const path of [
      'openapi.yaml',
      'api/openapi.json',
      'docs/my-openapi.yml',
      'openapi-v2.yaml',
      'swagger.json',
      'src/petstore.swagger.yaml',
      'prisma/schema.prisma',
      'plumbline.yaml',
      'apis/plumbline.review.yaml',
    ])
      assert.ok(isHeld(path), path);
    for (const path of ['package.json', 'pnpm-lock.yaml', 'docker-compose.yml', 'src/openapi.ts', 'README.md'])
      assert.ok(!isHeld(path), path);
  });

  it('leaves the colours of Prisma schemas to the Prisma extension where that is installed', () => {
    const [grammar, ...others] = manifest.contributes?.grammars ?? [];
    assert.deepEqual(others, []);
    assert.equal(grammar?.language, 'prisma');
    // The grammar of a language is that of the last extension, by the names of their folders; scopes are taken over, too.
    assert.ok(`${manifest.publisher}.${manifest.name}` < 'prisma.prisma');
    assert.notEqual(grammar.scopeName, 'source.prisma');
    assert.equal(JSON.parse(readText(grammar.path)).scopeName, grammar.scopeName);
  });

  it('contributes snippets that exist', () => {
    for (const { path } of manifest.contributes?.snippets ?? []) assert.ok(existsSync(join(root, path)), path);
  });
});
