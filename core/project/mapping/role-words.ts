import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** Words that say which side of the API a schema serves, or how much it shows, and not which thing it describes. */
const roleWords: ReadonlySet<string> = new Set(
  [
    'dto dtos request requests req response responses resp res result input output in out body payload params form command cmd args argument arguments entity pojo vo',
    'change changes create created creation update updated upsert patch put post add edit get retrieve fetch insert save replace modify read write new register registration signup options props',
    'detail details detailed summary summarised summarized view full base basic common mini minimal short compact light lite brief simple partial extended expanded embedded nested',
    'public private internal external admin api model schema data resource object obj info shape overview preview representation attributes fields json rest meta',
  ].flatMap((line) => line.split(' ')),
);

/** What follows says how much of the thing is shown, or by what it is found: an order “with items”, a user “by id”. */
const endingWords: ReadonlySet<string> = new Set(['with', 'without', 'by', 'for', 'from', 'including', 'excluding']);

/** The words of a schema's name that say what it describes: `order`, `item` of `CreateOrderItemsRequestV2`. */
export function subjectWords(name: string): readonly string[] {
  const words = wordsOf(name);
  const end = words.findIndex((word, index) => index > 0 && endingWords.has(word));
  const kept = (end < 0 ? words : words.slice(0, end)).filter((word) => !roleWords.has(word) && !/^v\d+$/.test(word));
  return singularLast(kept);
}

/** The words of a name, the last one in the singular. */
export function nameWords(name: string): readonly string[] {
  return singularLast(wordsOf(name));
}

function singularLast(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  return last === undefined ? words : [...words.slice(0, -1), singularOf(last)];
}
