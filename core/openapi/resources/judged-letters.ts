import { isMount, isVersion } from '#core/openapi/resources/mount.ts';
import type { Judged } from '#core/openapi/resources/path-resource.ts';
import { aliasWords } from '#core/openapi/resources/path-words.ts';
import { shownWord } from '#core/openapi/resources/shown-word.ts';
import type { Word } from '#core/openapi/resources/word.ts';

/** What a word says by its letters alone: versions, custom methods, where an API is found. */
export function byItsLetters({ key, parent, held }: Word): Judged | undefined {
  const isAtFront = parent === undefined || parent.kind === 'prefix';
  if (isVersion(key)) return { kind: 'prefix', reason: `${shownWord(key)} is a version` };
  if (key.startsWith('.'))
    return { kind: 'prefix', reason: `${shownWord(key)} is where well-known paths stand (RFC 8615)` };
  if (key.startsWith(':'))
    return { kind: 'action', reason: `${shownWord(key)} begins with a colon, as custom methods do` };
  if (key.includes('(')) return { kind: 'action', reason: `${shownWord(key)} is a call, as in OData` };
  const isFront = isAtFront && isMount(key);
  const isHolder = held !== undefined && held.node.facts.length > 0 && /^(?:apis|apps?|services?)$/i.test(key);
  return isFront && !isHolder ? { kind: 'prefix', reason: `${shownWord(key)} says where the API is found` } : undefined;
}

/** What stands for one without an id: `/users/me`, `/users/@me`, `/me`. */
export function asAlias({ key, parent }: Word): Judged | undefined {
  if (!aliasWords.has(key.replace(/^@/, '').toLowerCase())) return undefined;
  if (parent?.kind === 'collection')
    return { kind: 'item', reason: `${shownWord(key)} stands for one of ${shownWord(parent.parts.at(-1)?.key ?? '')}` };
  return parent === undefined || parent.kind === 'prefix'
    ? { kind: 'singleton', reason: `${shownWord(key)} stands for what is the caller’s own` }
    : undefined;
}
