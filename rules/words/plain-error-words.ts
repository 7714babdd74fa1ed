import { wordSet } from '#rules/words/word-list.ts';
/** Words an error is described by that may be said of any request; names of things are not among them. */
export const plainErrorWords = wordSet(
  'bad invalid malformed wrong incorrect illegal missing unknown unexpected duplicate conflict conflicting request requests input inputs parameter parameters param params query path header headers argument arguments body payload data json format syntax schema value values field fields property properties id ids identifier key name names supplied provided given sent validation valid error errors failed failure fail fails unprocessable unprocessed entity entities content could cannot can must should may already exist exists existing found find such resource resources object objects item items record records entry response message details client caller server user operation code status one more some any other required nothing none',
);

/** Words of an English sentence that say nothing by themselves. */
export const englishFunctionWords = wordSet(
  'a an the of in on at or and is are was were be been has have had not does do did for to from with without by as it its this that these those there which your you already used when while because still',
);

/** Words that only an English sentence has. */
export const englishWords: ReadonlySet<string> = new Set([
  ...englishFunctionWords,
  ...wordSet(
    'bad invalid malformed wrong missing unknown unexpected required failed found already exists supplied provided given taken',
  ),
]);
