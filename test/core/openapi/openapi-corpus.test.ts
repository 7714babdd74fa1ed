import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { Description } from '#core/openapi/description/description.ts';
import type { FindFile } from '#core/openapi/description/fragment-index.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { finish } from '#core/work/steps.ts';
import { corpus, describeOnCorpus } from '../../support/corpus.ts';
import { nodesOf, nodesOfKind } from './describe-openapi.ts';

const manifest = join(corpus, 'MANIFEST.tsv');

/** References that lead nowhere in these files as they were published. */
const knownBroken = [
  ['square', '#/components/schemas/CatalogModifierToggleOverrideType'],
  // Its parts point at the root as `#/…`, which is right only after they were put into one file.
  ['launchdarkly', '#/'],
] as const;

describeOnCorpus('OpenAPI corpus', () => {
  for (const path of rootPaths()) {
    it(`reads ${path}`, function () {
      this.timeout(600_000);
      const description = openDescription(path);
      assert.ok(nodesOf(description).length > 0);
      const missing = nodesOfKind(description, 'openapi.reference').filter((node) => {
        const resolution = description.resolution(node);
        return 'missing' in resolution && !isKnownBroken(path, node.target);
      });
      assert.deepEqual(
        missing.map(({ target }) => target),
        [],
      );
    });
  }
});

function rootPaths(): readonly string[] {
  const rows = readFileSync(manifest, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.flatMap(([path = '', , , , , , , kind = '']) =>
    /^openapi-[23]\.\d$/.test(kind) && !path.startsWith('openapi-invalid') ? path : [],
  );
}

function openDescription(path: string): Description {
  const root = readDocument(pathToFileURL(join(corpus, path)).href);
  assert.ok(root);
  // biome-ignore lint/correctness/useYield: files are read at once
  const findFile: FindFile = function* find(uri) {
    return readDocument(uri);
  };
  return finish(Description.read(root, findFile));
}

function readDocument(uri: string): TreeDocument | undefined {
  const file = fileURLToPath(uri);
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  return cutDescription({ uri, text: readFileSync(file, 'utf8'), language: uri.endsWith('.json') ? 'json' : 'yaml' });
}

function isKnownBroken(path: string, target: string): boolean {
  return knownBroken.some(([name, start]) => path.includes(name) && target.startsWith(start));
}
