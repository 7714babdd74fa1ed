import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';

/** True for a POST by which somebody without credentials signs in, by its path or its text. */
export function signsIn({ method, path, summary, description }: Operation): boolean {
  if (method !== 'post') return false;
  const isPath = segmentsOf(path).some((segment) => signInSegment.test(segment));
  return isPath || [summary, description].some((text) => signInText.test(text?.value ?? ''));
}

const signInSegment = /^(?:log|sign)[-_]?(?:in|up)$|^(?:oauth2?|register)$/i;
/** Who signs up or in, or has forgotten the password, has no credentials yet. */
const signInText =
  /^(?:sign|log)[- ]?(?:up|in)\b|^register (?:an? )?(?:new )?(?:user|account|customer)\b|\bforgot(?:ten)? password/i;
