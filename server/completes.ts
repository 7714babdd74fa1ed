import { openApi } from '#core/openapi/language.ts';
import { prisma } from '#core/prisma/language.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { treeLanguageOf } from '#core/tree/tree-language.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import type { CompletionFeature, NavigationLanguage } from '#server/protocol.ts';

type Abilities = Pick<ClientAbilities, 'deferredCompletion'>;

/** False for proposals that are left to another extension in a file, or switched off. */
export function completes(
  { deferredCompletion }: Abilities,
  uri: string,
  language: NavigationLanguage,
  isGiven: boolean,
): boolean {
  const isDeferred = (feature: CompletionFeature) => deferredCompletion.has(`${feature} ${language}`);
  if (!isGiven) return !isDeferred('names');
  return !isDeferred('fields') && !(isDeferred('usualFields') && hasUsualName(uri));
}

/** True where anything is proposed in files of a language. */
export function completesIn({ deferredCompletion }: Abilities, language: NavigationLanguage): boolean {
  return !(deferredCompletion.has(`fields ${language}`) && deferredCompletion.has(`names ${language}`));
}

/** The names by which catalogues of schemas know an OpenAPI description. */
function hasUsualName(uri: string): boolean {
  return /\/openapi\.ya?ml$/i.test(uri);
}

/** What a file is written in; undefined for one in which nothing is proposed. One that was not saved yet counts as YAML. */
export function writtenLanguage(uri: string): NavigationLanguage | undefined {
  const { role, language } = sourceKindOf(uri);
  if (role === 'text' && language === prisma) return 'prisma';
  if (role === 'text' && language !== openApi) return undefined;
  return role === 'config' || role === 'accepted' || role === 'answers' ? undefined : (treeLanguageOf(uri) ?? 'yaml');
}
