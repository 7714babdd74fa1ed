import type { Operation } from '#core/openapi/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isUpsert } from '#rules/detectors/openapi/upsert.ts';
import { repeatableVerbs } from '#rules/words/post-verbs.ts';

/**
 * True for a POST that a text calls an upsert, a change or a query, or of which it says that a repetition does no harm: “Sync an
 * order”, “safe to retry”, “duplicates are ignored”.
 */
export function mayBeRepeated(operation: Operation): boolean {
  const { summary, operationId, description } = operation;
  const texts = [summary?.value, operationId?.value, description?.value].map((text) => text ?? '');
  if (texts.some((text) => repeatableVerbs.has(wordsOf(text.slice(0, 100))[0] ?? ''))) return true;
  return isUpsert(operation) || texts.some((text) => harmless.test(text));
}

const harmless = new RegExp(
  [
    String.raw`\b(?:safe|safely|ok) (?:be |to (?:be )?)?(?:call|called|retry|retried|repeat|repeated|resend|resent|send again)\b`,
    String.raw`\b(?:can|may) (?:be )?(?:safely|freely) (?:call|called|retry|retried|repeat|repeated|resent)\b`,
    String.raw`\bupdat(?:es?|ed|ing) (?:the|an|any|your) (?:existing|same|known)\b`,
    String.raw`\b(?:already exists?|same [\w ]{1,40}(?:again|twice|more than once))\b[^.]{0,80}\b(?:updat|overwrit|replac|return|ignor|reus|reject|no effect)`,
    String.raw`\bduplicates?\b[^.]{0,60}\b(?:ignored|rejected|detected|discarded|dropped|refused|prevented|updat\w*)\b|\b(?:avoid|prevent|detect|ignore|reject)(?:s|ed|ing)? (?:\w+ ){0,2}duplicat`,
    String.raw`\bde-?dup(?:licat\w*|ed|es?)?\b|\bidempot`,
    String.raw`\b(?:unique|own) (?:\w+ ){0,2}(?:id|identifier|reference|key|number)\b[^.]{0,60}\b(?:by|from) (?:the |your )?(?:client|caller|merchant|integrator|you)\b`,
  ].join('|'),
  'i',
);
