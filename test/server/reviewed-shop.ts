import { type Review, review } from '#core/review.ts';
import { finish, type Steps } from '#core/work/steps.ts';
import { LineIndexes } from '#server/texts/line-indexes.ts';
import { shopFiles } from './shop-files.ts';
import { testRulebook } from './test-rulebook.ts';

/** Where the files of `reviewedShop` lie. */
export const shopFolder = 'file:///w';

/** A review of the shop, as a feature is given it. */
export function reviewedShop(files: { readonly [path: string]: string } = shopFiles): Review {
  const sources = Object.entries(files).map(([path, text]) => ({ uri: `${shopFolder}/${path}`, text }));
  return review(sources, testRulebook, { folders: [shopFolder], preset: 'recommended', unread: new Map() });
}

/** What features take beside reviews, where no client is there: lines, uris as they are, work done at once. */
export const plainInput = {
  lines: new LineIndexes(),
  documents: { clientDocument: (uri: string) => ({ uri, version: null }) },
  finish: async <T>(steps: Steps<T>) => finish(steps),
} as const;
