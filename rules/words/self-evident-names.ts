import { foldedName, wordsOf } from '#core/text/casing.ts';
import { limitNames, offsetNames, opaqueCursorNames } from '#rules/words/paging-parameters.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** Names, without casing and separators, that say all there is to say. */
const names: ReadonlySet<string> = wordSet(
  'id uuid guid email emailaddress phone phonenumber firstname lastname fullname createdat updatedat deletedat created updated modified createdon updatedon modifiedat createdby updatedby latitude longitude lat lng lon url href self total totalcount count hasmore haserror street city zip zipcode postalcode country countrycode currency currencycode locale language timezone width height username password filename mimetype contenttype contentlength message sort orderby order fields',
);

/** True for a name that needs no description: `id`, `orderId`, `limit`, `createdAt`. */
export function isSelfEvident(name: string): boolean {
  const folded = foldedName(name);
  if (names.has(folded) || limitNames.has(folded) || offsetNames.has(folded) || opaqueCursorNames.has(folded))
    return true;
  const words = wordsOf(name);
  return words.length > 1 && /^(?:ids?|uuid)$/.test(words.at(-1) ?? '');
}
