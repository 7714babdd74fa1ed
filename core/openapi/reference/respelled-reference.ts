import { parsePointer, splitReference } from '#core/openapi/reference/reference-target.ts';

/**
 * A reference with other steps in its JSON Pointer, as many as before. What stays is written as it was; what is new is
 * percent-encoded (RFC 3986 §3.5, RFC 6901 §6) where the reference encodes already.
 */
export function respelledReference(target: string, steps: readonly string[]): string {
  const hash = target.indexOf('#');
  const fragment = target.slice(hash + 1);
  const before = parsePointer(splitReference(target).fragment);
  const written = fragment.split('/').slice(1);
  // An encoded slash parts steps, too.
  const isSplitAlike = written.length === before.length;
  const spelled = steps.map((step, index) =>
    isSplitAlike && step === before[index] ? (written[index] ?? '') : spelledStep(step, fragment),
  );
  return `${target.slice(0, hash + 1)}${spelled.map((step) => `/${step}`).join('')}`;
}

function spelledStep(step: string, like: string): string {
  const escaped = step.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('%', '%25');
  if (!like.includes('%')) return escaped;
  const isLowerCase = /%(?:[a-f][0-9a-f]|\d[a-f])/.test(like);
  return escaped.replaceAll(notInFragment, (character) => {
    const encoded = encodeURIComponent(character);
    return isLowerCase ? encoded.toLowerCase() : encoded;
  });
}

/** Whole characters that a fragment may not hold as they are (RFC 3986 §3.5), but for `%`; a lone surrogate has no encoding. */
const notInFragment = /[^\w\-.~!$&'()*+,;=:@/?%\p{Surrogate}]/gu;
