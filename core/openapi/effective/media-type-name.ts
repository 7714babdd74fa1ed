/** True for `application/json`, any `+json` suffix (RFC 6839 §3.1) and the like; parameters and case do not matter. */
export function isJsonMediaType(name: string): boolean {
  const essence = mediaTypeEssence(name);
  return /^[^/]+\/(?:[^/]+\+)?json$/.test(essence);
}

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
export function mediaTypeEssence(name: string): string {
  const [essence = ''] = name.split(';');
  return essence.trim().toLowerCase();
}
