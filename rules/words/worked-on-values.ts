/** Words for work on a value, as a path names it: behind one of these stands what is worked on, not the id of something stored. */
export const workWords: ReadonlySet<string> = new Set(
  [
    'validate validates validation validator verify verification verifier check checker convert converts converter scanner',
    'calculate calculates calculator calculation calc compute computes estimate echo hash encode decode encrypt decrypt parse parser',
    'format formatter translate translation transliterate normalize normalise whois geocode geocoding autocomplete typeahead tokenize',
  ].flatMap((line) => line.split(' ')),
);

/** Such words that may be what is stored as well: `/search/{term}`, but `/search/{searchId}`. */
export const workOrThing: ReadonlySet<string> = new Set(
  'search find lookup score scoring suggest detect resolve analyze analyse predict classify simulate conversion reputation'.split(
    ' ',
  ),
);

/** How the text of an operation begins that makes its answer from what it is given. */
export const inferringVerbs: ReadonlySet<string> = new Set(
  'infer infers guess guesses estimate estimates predict predicts romanize romanizes transliterate translate translates convert converts calculate calculates compute computes parse parses geocode geocodes'.split(
    ' ',
  ),
);

/** What a value is called that can be judged without being stored. */
export const judgedValues: ReadonlySet<string> = new Set(
  'email mail phone msisdn iban bic swift bin vin vat ip ipv4 ipv6 domain hostname host url uri address postcode zipcode zip isbn ean gtin card pan text word sentence phrase expression password'.split(
    ' ',
  ),
);

/** Last words of the names of ids. */
export const idWords: ReadonlySet<string> = new Set('id ids uuid guid sid key ref reference slug'.split(' '));

/** What is looked for or computed with, and stored nowhere by this name; words that stand together in the name of a parameter. */
export const inputNames: readonly string[] = [
  'surname',
  'first name',
  'last name',
  'given name',
  'family name',
  'full name',
  'name full',
  'personal name',
  'proper noun',
  'gender',
  'latin',
  'kanji',
  'pinyin',
  'phone number',
  'postcode',
  'post code',
  'postal code',
  'zip',
  'zipcode',
  'town',
  'city',
  'country',
];
