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

/** True for a feature that is answered in files of one language at least: the client need not ask otherwise. */
export function navigatesSomewhere(
  abilities: Pick<ClientAbilities, 'deferredNavigation'>,
  feature: NavigationFeature,
): boolean {
  return languages.some((language) => navigates(abilities, feature, language));
}

const languages: readonly NavigationLanguage[] = ['yaml', 'json', 'prisma'];
