/** What texts begin and end with, and what is left of each without it. */
export interface SharedWords {
  /** `POST … takes no key`; empty when they share too little to be told apart from. */
  readonly shared: string;
  readonly parts: readonly string[];
}

/** Fewer words are no burden. */
const fewestWords = 2;

/** Takes from several texts the whole words all of them begin and end with, as long as something is left of each. */
export function sharedWords(texts: readonly string[]): SharedWords {
  const [first = [], ...others] = texts.map((text) => text.trim().split(/\s+/));
  const nothing = { shared: '', parts: texts };
  if (others.length === 0) return nothing;
  const shortest = others.reduce((least, words) => Math.min(least, words.length), first.length);
  const isShared = (place: number) => others.every((words) => words.at(place) === first.at(place));
  let start = 0;
  while (start < shortest - 1 && isShared(start)) start++;
  let end = 0;
  while (end < shortest - 1 - start && isShared(-1 - end)) end++;
  if (start + end < fewestWords) return nothing;
  const shared = [...first.slice(0, start), '…', ...(end === 0 ? [] : first.slice(-end))].join(' ');
  const parts = [first, ...others].map((words) => words.slice(start, words.length - end).join(' '));
  return { shared, parts };
}
