import type { Source } from '#core/source.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import type { ReadText } from '#files/read-source.ts';

/** Files that were asked for: the texts of some, and why there is none of the others. */
export interface LoadedSources {
  readonly sources: readonly Source[];
  readonly unread: ReadonlyMap<string, UnreadReason>;
}

/** Parts what was read from what was not. */
export function loadedSources(texts: ReadonlyMap<string, ReadText>): LoadedSources {
  const sources: Source[] = [];
  const unread = new Map<string, UnreadReason>();
  for (const [uri, result] of texts) {
    if (result.kind === 'read') sources.push({ uri, text: result.text });
    else unread.set(uri, result.reason);
  }
  return { sources, unread };
}
