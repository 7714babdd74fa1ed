/** Runs of one character that stand for what is not shown, and dots for what is left out. */
const mask = /([x*#•_-])\1{3}|(?:\.{3}|…)/i;

/** A whole text in brackets names what belongs there: `<string>`, `{id}`, `[token]`, `%NAME%`. */
const bracketed = /^(?:<[^<>]+>|\{+[\w .-]+\}+|\[[\w .-]+\]|%[^%\s]+%|\$\{[\w .-]+\})$/;

/** A name that is to be replaced: `YOUR_API_KEY`. */
const named = /^(?:your|insert|replace)[-_ ]/i;

/** True for a text that stands for another one: it fits neither a pattern nor a type, and is not meant to. */
export function isPlaceholder(text: string): boolean {
  return mask.test(text) || bracketed.test(text.trim()) || named.test(text);
}
