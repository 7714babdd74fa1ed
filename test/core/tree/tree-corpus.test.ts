import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { isDescriptionText } from '#core/openapi/description-text.ts';
import { composeValue } from '#core/tree/compose.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { treeLanguageOf } from '#core/tree/tree-language.ts';
import { corpus, describeOnCorpus } from '../../support/corpus.ts';
import { assertSound } from './assert-sound.ts';

describeOnCorpus('cutDocument on real files', function () {
  this.timeout(3_600_000);

  for (const folder of ['openapi', 'openapi-invalid', 'pairs', 'perf']) {
    it(`gives the values of the whole file: ${folder}`, () => {
      for (const path of filesUnder(join(corpus, folder))) {
        const document = read(path);
        assertSound(document, path);
        const expected = wholeValue(document);
        if (expected === undefined) continue;
        assert.deepEqual(composeValue(document), expected.value, path);
        assert.equal(isDescriptionText(document.text), isDescription(expected.value), path);
      }
    });
  }
});

function isDescription(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('openapi' in value || 'swagger' in value);
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => treeLanguageOf(path) !== undefined)
    .map((path) => join(folder, path));
}

function read(path: string): TreeDocument {
  const language = treeLanguageOf(path) ?? 'yaml';
  return cutDescription({ uri: `file:///${path}`, text: readFileSync(path, 'utf8'), language });
}

/** What the libraries read from the whole file at once; undefined where they refuse it. */
function wholeValue({ text, language }: TreeDocument): { readonly value: unknown } | undefined {
  try {
    if (language === 'json') return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
    return { value: load(text, { schema: CORE_SCHEMA.withTags(mergeTag), json: true, maxTotalMergeKeys: -1 }) };
  } catch {
    return undefined;
  }
}
