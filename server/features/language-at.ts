import { documentAt } from '#core/ask/section-at.ts';
import type { Review } from '#core/review.ts';
import type { NavigationLanguage } from '#server/protocol.ts';

/** What a reviewed file is written in; undefined for one that was not parsed, or in which nobody finds the way. */
export function languageAt({ workspace }: Review, uri: string): NavigationLanguage | undefined {
  const document = documentAt(workspace, uri);
  if (document?.kind === 'tree') return document.language;
  return document?.kind === 'prisma' ? document.kind : undefined;
}
