import { openApi } from '#core/openapi/language.ts';
import { prisma } from '#core/prisma/language.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { treeLanguageOf } from '#core/tree/tree-language.ts';
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
  const { role, language } = sourceKindOf(uri);
  if (role === 'text' && language === prisma) return 'prisma';
  if (role === 'text' && language !== openApi) return undefined;
  return role === 'config' || role === 'answers' ? undefined : (treeLanguageOf(uri) ?? 'yaml');
}
