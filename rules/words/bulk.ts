import { wordSet } from '#rules/words/word-list.ts';

/** Words that say that an operation is about several things at once. */
export const bulkWords: ReadonlySet<string> = wordSet(
  'bulk batch batches many multiple several mass all each every reorder positions entire whole collection',
);

/** Words that say what becomes of the others where one of several fails, in texts. */
export const atomicityWords =
  /\batomic|\ball[- ]or[- ](?:nothing|none)\b|\btransaction|\bpartial|\beach [a-z]+|\bper[- ](?:item|entry|row|record)\b|\bindividual|\broll(?:ed)? ?back|\bno(?:ne)? (?:of (?:them|the)|item)|\bwhole (?:batch|request)|\bentire (?:batch|request)|\bcontinue|\bskip/i;
