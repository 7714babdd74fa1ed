import { readFileSync } from 'node:fs';
import type { TreeLanguage } from '#core/tree/section.ts';
import { corpus, hasCorpus } from '../../support/corpus.ts';

const paths = ['Redocly-museum-openapi-example/openapi.yaml', 'dotnet-eShop/src/Catalog.API/Catalog.API.json'];

/** A real description in each language; none where the corpus is not there. */
export function realTexts(): readonly { readonly text: string; readonly language: TreeLanguage }[] {
  if (!hasCorpus) return [];
  return paths.map((path) => ({
    text: readFileSync(`${corpus}/openapi/${path}`, 'utf8'),
    language: path.endsWith('.json') ? 'json' : 'yaml',
  }));
}
