import { wordList, wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of text columns that hold several values. */
export const listTextWords: readonly string[] = wordList(
  'tags hashtags keywords ids uuids list csv emails roles permissions categories skills hobbies interests recipients participants attendees members usernames slugs skus phones items guests followers friends authors genres colors sizes',
);

/** Words before `list` that make one thing of it. */
export const listNouns: ReadonlySet<string> = wordSet(
  'check play wish wait waiting mailing price watch to todo task shopping packing reading guest',
);

/** Words beside them that make of the column one text: the keywords of a page. */
export const oneTextWords: ReadonlySet<string> = wordSet(
  'meta seo og search raw html text display formatted encrypted hash description prompt query pattern regex',
);

/** A comment that says how the values are parted. */
export const delimitedPhrases =
  /\b(?:comma|semicolon|semi-colon|pipe|space|tab|newline|line)s?[- ]?(?:separated|delimited|joined)\b|\bcsv\b|\b(?:separated|delimited|joined) (?:by|with) (?:an? )?(?:comma|semicolon|pipe|space|newline|["'`][,;|])|\bdelimited (?:list|string)\b/i;

/** Last words, in the singular, of what is kept in Json though it is rows: they are counted, changed and looked for one by one. */
export const rowNouns: readonly string[] = wordList(
  'item line address contact member participant attendee guest passenger order payment invoice product phone email variant review reply ingredient comment child employee student follower friend installment beneficiary dependent ticket dependant enrollment booking lesson appointment transaction shipment pupil teacher driver vehicle medication prescription allergy',
);

/** Words of columns and models whose Json is one value: a form, a picture of a past state, what another system sent. */
export const documentWords: ReadonlySet<string> = wordSet(
  'raw payload payloads meta metadata config configuration settings setting options option snapshot snapshots schema schemas form forms layout ui input inputs output outputs request response result results body data event events cache cached log logs audit history template templates draft drafts version versions revision revisions import imported export ai generated parsed extracted original previous before after diff backup archive archived webhook preview report reports summary showcase translation translations content stats demo example sample json menu navigation nav',
);
