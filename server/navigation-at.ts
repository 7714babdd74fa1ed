import { sourceKindOf } from '#core/source.ts';
import { treeLanguageOf } from '#core/tree/cut/language.ts';
import { navigates } from '#server/navigates.ts';
import type { NavigationFeature, NavigationLanguage } from '#server/protocol.ts';
import type { Session } from '#server/session.ts';

/** False where a feature is left to another extension in a file, or switched off. */
export function navigatesAt({ abilities }: Session, feature: NavigationFeature, uri: string): boolean {
  const language = languageAt(uri);
  return language !== undefined && navigates(abilities, feature, language);
}

/** What a file is written in. A document that was not saved yet is told by its language alone, and counts as YAML. */
function languageAt(uri: string): NavigationLanguage | undefined {
  const kind = sourceKindOf(uri);
  if (kind === 'prisma') return 'prisma';
  return kind === 'config' || kind === 'answers' ? undefined : (treeLanguageOf(uri) ?? 'yaml');
}
