import { largest } from '#core/work/largest.ts';

const amount = '\\W{0,3}?(\\d[\\d,_]*)';
const maximumPhrases = [
  `\\bmax(?:imum)?(?:\\s(?:value|number|size|limit|page|allowed|results?|items?|records?|is|of|for|per|this|set))*\\s?[:=]?\\s*${amount}`,
  `(?:\\bup\\sto|\\bat\\smost|\\bno\\smore\\sthan|\\bno\\s(?:larger|greater|higher)\\sthan|\\bcapped\\sat|\\blimited\\sto|\\bnot\\sexceed|\\bor\\sequal\\sto|<=|≤)\\s*${amount}`,
  `\\bbetween\\s\\W?\\d+\\W?\\s(?:and|to|-|–)\\s${amount}`,
  `\\bfrom\\s\\W?\\d+\\W?\\sto\\s${amount}`,
  `\\b(?:range|limit|values?)\\b[^.\\d]{0,20}\\d+\\s*(?:-|–|to|\\.\\.)\\s*${amount}`,
  `(?<![\\d,])(\\d[\\d,]{0,30})\\W{0,3}(?:(?:is|as)\\s(?:the\\s)?(?:largest|max))`,
].map((phrase) => new RegExp(phrase, 'i'));
const defaultPhrase = new RegExp(`\\bdefaults?(?:\\s(?:to|is|of|value|page|size|limit))*\\s?[:=]?\\s*${amount}`, 'i');

/** The largest number that descriptions allow: `max 100`, `between 1 and 100`; undefined where none is named. */
export function maximumInText(texts: readonly string[]): number | undefined {
  return texts.flatMap((text) => maximumPhrases.map((phrase) => numberIn(phrase, text))).find((found) => found > 0);
}

/** The default that descriptions name; 0 where they name none. */
export function defaultInText(texts: readonly string[]): number {
  return largest(
    0,
    texts.map((text) => numberIn(defaultPhrase, text)),
  );
}

/** The same, undefined where they name none. */
export function defaultOf(texts: readonly string[]): number | undefined {
  return defaultInText(texts) || undefined;
}

/** 0 where the phrase does not occur. */
function numberIn(phrase: RegExp, text: string): number {
  return Number(phrase.exec(text)?.[1]?.replaceAll(/[,_]/g, '') ?? 0);
}
