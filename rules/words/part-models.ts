/** Last words, in the singular, of models that are a record of their own though they are called after their owner. */
export const ownRecordNouns: ReadonlySet<string> = new Set(
  'account address approval assignment contact contract credential customer device document employee enrollment environment file invitation invite key member membership note participant session student subscriber subscription task token user'.split(
    ' ',
  ),
);

/** Last words, in the singular, of what an owner has some of, set up with it and deleted with it. */
export const ownedModelWords: ReadonlySet<string> = new Set(
  'action answer column condition criterion expression field item layer level line mapping option param parameter part policy position price rate rule step template tier translation value variant'.split(
    ' ',
  ),
);
