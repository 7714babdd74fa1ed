/**
 * True when a text holds what is not allowed in YAML (1.2.2 §5.1), a byte order mark (§5.2), or a carriage return that is a
 * line break by itself (§5.4).
 */
export function hasForbiddenCharacter(text: string): boolean {
  return suspicious.test(text) && forbidden.test(text);
}

/** Whatever may be forbidden: to find that there is none of these is cheap. */
const suspicious =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
  /[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]/;

const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\p{Surrogate}]|\r(?!\n)/u;
