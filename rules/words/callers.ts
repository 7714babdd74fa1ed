import { wordSet } from '#rules/words/word-list.ts';

/** Who may be calling, as the last word of a foreign key without its `id`: each query of theirs may ask for their rows alone. */
export const callerWords: ReadonlySet<string> = wordSet(
  'user owner author account customer member profile person creator client merchant seller buyer patient student employee subscriber player',
);

/** Names of a path parameter that say only that it is an id: the segment before it says of what. */
export const plainIdNames: ReadonlySet<string> = wordSet(
  'id uuid guid key slug name code identifier ref handle pk number',
);
