import type { DeferredCompletion } from '#server/protocol.ts';

/** The values of the setting `plumbline.completion`. */
export type CompletionSetting = 'auto' | 'on' | 'off';

/**
 * What other extensions propose in the files that are reviewed. That of YAML knows fields where it knows a schema: by the name of the file.
 * That of JSON knows no schema of descriptions.
 */
const offers: { readonly [extensionId: string]: readonly DeferredCompletion[] } = {
  'Prisma.prisma': ['fields prisma', 'names prisma'],
  'redhat.vscode-yaml': ['usualFields yaml'],
};

const everything: readonly DeferredCompletion[] = [
  'fields yaml',
  'names yaml',
  'fields json',
  'names json',
  'fields prisma',
  'names prisma',
];

/** What of the completion is left to other extensions, in a fixed order. */
export function deferredCompletion(
  setting: CompletionSetting,
  isInstalled: (extensionId: string) => boolean,
): readonly DeferredCompletion[] {
  if (setting === 'on') return [];
  if (setting === 'off') return everything;
  return Object.entries(offers).flatMap(([extensionId, offered]) => (isInstalled(extensionId) ? offered : []));
}
