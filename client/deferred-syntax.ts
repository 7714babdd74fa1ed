/** The values of the setting `plumbline.deferSyntax`. */
export type DeferSyntax = 'auto' | 'on' | 'off';

const extensionByLanguage = {
  yaml: 'redhat.vscode-yaml',
  json: 'vscode.json-language-features',
  prisma: 'Prisma.prisma',
} as const;

/** The languages whose plain syntax problems are left to another extension, in a fixed order. */
export function deferredSyntax(setting: DeferSyntax, isInstalled: (extensionId: string) => boolean): readonly string[] {
  if (setting === 'off') return [];
  return Object.entries(extensionByLanguage)
    .filter(([, extensionId]) => setting === 'on' || isInstalled(extensionId))
    .map(([language]) => language);
}
