/** What `\p{…}` is read of: the general categories and the properties that patterns of texts name. Others are not known. */
const expressions: ReadonlyMap<string, RegExp> = new Map([
  ['L', /^\p{L}$/u],
  ['Letter', /^\p{L}$/u],
  ['Alphabetic', /^\p{Alphabetic}$/u],
  ['Alpha', /^\p{Alphabetic}$/u],
  ['Lu', /^\p{Lu}$/u],
  ['Uppercase_Letter', /^\p{Lu}$/u],
  ['Uppercase', /^\p{Uppercase}$/u],
  ['Ll', /^\p{Ll}$/u],
  ['Lowercase_Letter', /^\p{Ll}$/u],
  ['Lowercase', /^\p{Lowercase}$/u],
  ['Lt', /^\p{Lt}$/u],
  ['Lm', /^\p{Lm}$/u],
  ['Lo', /^\p{Lo}$/u],
  ['M', /^\p{M}$/u],
  ['Mark', /^\p{M}$/u],
  ['Mn', /^\p{Mn}$/u],
  ['N', /^\p{N}$/u],
  ['Number', /^\p{N}$/u],
  ['Nd', /^\p{Nd}$/u],
  ['digit', /^\p{Nd}$/u],
  ['P', /^\p{P}$/u],
  ['Punctuation', /^\p{P}$/u],
  ['Pd', /^\p{Pd}$/u],
  ['S', /^\p{S}$/u],
  ['Symbol', /^\p{S}$/u],
  ['Sc', /^\p{Sc}$/u],
  ['Z', /^\p{Z}$/u],
  ['Separator', /^\p{Z}$/u],
  ['Zs', /^\p{Zs}$/u],
  ['Space_Separator', /^\p{Zs}$/u],
  ['White_Space', /^\p{White_Space}$/u],
  ['C', /^\p{C}$/u],
  ['Cc', /^\p{Cc}$/u],
  ['Control', /^\p{Cc}$/u],
  ['ASCII', /^\p{ASCII}$/u],
  ['Any', /^\p{Any}$/u],
  ['Script=Latin', /^\p{Script=Latin}$/u],
  ['Script=Han', /^\p{Script=Han}$/u],
  ['Script=Cyrillic', /^\p{Script=Cyrillic}$/u],
  ['Script=Greek', /^\p{Script=Greek}$/u],
]);

/** Tells of a code point whether it has a property of Unicode; undefined for one that is not known. */
export function unicodeProperty(name: string): ((code: number) => boolean) | undefined {
  const expression = expressions.get(name);
  return expression && ((code) => expression.test(String.fromCodePoint(code)));
}
