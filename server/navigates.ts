import type { Review } from '#core/review.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import type { NavigationFeature, NavigationLanguage } from '#server/protocol.ts';

/** False for a feature that is left to another extension in files of a language, or switched off. */
export function navigates(
  { deferredNavigation }: Pick<ClientAbilities, 'deferredNavigation'>,
  feature: NavigationFeature,
  language: NavigationLanguage,
): boolean {
  return !deferredNavigation.has(`${feature} ${language}`);
}

/** The same for a file of a review; false, too, for one that was not parsed, or in which nobody finds the way. */
export function navigatesIn(
  { workspace }: Review,
  uri: string,
  feature: NavigationFeature,
  abilities: Pick<ClientAbilities, 'deferredNavigation'>,
): boolean {
  const document = workspace.documents.get(uri);
  if (document?.kind === 'prisma') return navigates(abilities, feature, document.kind);
  return document?.kind === 'tree' && navigates(abilities, feature, document.language);
}

/** True for a feature that is answered in files of one language at least: the client need not ask otherwise. */
export function navigatesSomewhere(
  abilities: Pick<ClientAbilities, 'deferredNavigation'>,
  feature: NavigationFeature,
): boolean {
  return languages.some((language) => navigates(abilities, feature, language));
}

const languages: readonly NavigationLanguage[] = ['yaml', 'json', 'prisma'];
