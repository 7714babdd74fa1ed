import { remembered } from '#core/text/remembered.ts';

/** A description has a handful of media types, and asks for each all over. */
const mostNames = 500;

/** True for `application/json`, any `+json` suffix (RFC 6839 §3.1) and the like; parameters and case do not matter. */
export const isJsonMediaType = remembered(
  (name): boolean => /^[^/]+\/(?:[^/]+\+)?json$/.test(mediaTypeEssence(name)),
  mostNames,
);

/** True for `application/problem+json` and `application/problem+xml` (RFC 9457 §3). */
export function isProblemMediaType(name: string): boolean {
  return /^application\/problem\+(?:json|xml)$/.test(mediaTypeEssence(name));
}

/** True for `application/problem+json` (RFC 9457 §3). */
export function isProblemJson(name: string): boolean {
  return mediaTypeEssence(name) === 'application/problem+json';
}

/** True for `application/json-patch+json`: a list of changes to one thing (RFC 6902). */
export function isJsonPatch(name: string): boolean {
  return mediaTypeEssence(name) === 'application/json-patch+json';
}

/** Type and subtype in lower case, without parameters (RFC 9110 §8.3.1). */
export const mediaTypeEssence = remembered((name): string => {
  const [essence = ''] = name.split(';');
  return essence.trim().toLowerCase();
}, mostNames);
