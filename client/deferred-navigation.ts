import type { DeferredNavigation, NavigationFeature, NavigationLanguage } from '#server/protocol.ts';

/** The values of the setting `plumbline.navigation`. */
export type NavigationSetting = 'auto' | 'on' | 'off';

const features: { readonly [F in NavigationFeature]: true } = {
  definition: true,
  refDefinition: true,
  references: true,
  highlight: true,
  hover: true,
  documentSymbol: true,
  workspaceSymbol: true,
  folding: true,
  documentLink: true,
};

const languages: { readonly [L in NavigationLanguage]: true } = { yaml: true, json: true, prisma: true };

/**
 * What other extensions answer in the files that are reviewed. That of YAML follows anchors and aliases only, and those of YAML and
 * JSON explain keys by a schema: definitions and hovers of ours say something else. `$ref`s are followed by those for OpenAPI.
 */
const offers: { readonly [extensionId: string]: readonly DeferredNavigation[] } = {
  'Prisma.prisma': ['definition prisma', 'references prisma', 'hover prisma', 'documentSymbol prisma'],
  'redhat.vscode-yaml': ['documentSymbol yaml', 'folding yaml'],
  'vscode.json-language-features': ['documentSymbol json', 'folding json'],
  '42Crunch.vscode-openapi': ['refDefinition yaml', 'refDefinition json'],
  'Redocly.openapi-vs-code': ['refDefinition yaml'],
};

/** What of the navigation is left to other extensions, in a fixed order. */
export function deferredNavigation(
  setting: NavigationSetting,
  isInstalled: (extensionId: string) => boolean,
): readonly DeferredNavigation[] {
  if (setting === 'on') return [];
  if (setting === 'off') return everything();
  const deferred = Object.entries(offers).flatMap(([extensionId, offered]) =>
    isInstalled(extensionId) ? offered : [],
  );
  return [...new Set(deferred)];
}

function everything(): readonly DeferredNavigation[] {
  const isFeature = (name: string): name is NavigationFeature => name in features;
  const isLanguage = (name: string): name is NavigationLanguage => name in languages;
  return Object.keys(features)
    .filter(isFeature)
    .flatMap((feature) =>
      Object.keys(languages)
        .filter(isLanguage)
        .map((language) => `${feature} ${language}` as const),
    );
}
