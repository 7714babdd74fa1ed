import { mountWords } from '#core/openapi/resources/path-words.ts';

/** True for a version of an API: `v1`, `v2.1beta`, `2010-04-01`. */
export function isVersion(key: string): boolean {
  return /^v\d+(?:[._]\d+)*(?:(?:alpha|beta|rc|p\d+)\w*)?$/i.test(key) || /^\d{4}-\d{2}(?:-\d{2})?$/.test(key);
}

/** True for a word or a version that says where an API is found. */
export function isMount(key: string): boolean {
  return isVersion(key) || mountWords.has(key.toLowerCase());
}
