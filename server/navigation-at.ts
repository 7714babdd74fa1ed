import { type SourceKind, sourceKindOf } from '#core/source.ts';
import { treeLanguageOf } from '#core/tree/cut/language.ts';
import type { Session } from '#server/session.ts';

/** What finds the way in files, and may be left to another extension. */
export type NavigationFeature = 'documentSymbol' | 'workspaceSymbol' | 'folding' | 'documentLink';

/** False where a feature is left to another extension in a file, or switched off. */
export function navigatesAt(_session: Session, _feature: NavigationFeature, uri: string): boolean {
  return languageAt(uri, sourceKindOf(uri)) !== undefined;
}

/** What a file is written in. A document that was not saved yet is told by its language alone, and counts as YAML. */
function languageAt(uri: string, kind: SourceKind): 'yaml' | 'json' | 'prisma' | undefined {
  if (kind === 'prisma') return 'prisma';
  return kind === 'config' || kind === 'answers' ? undefined : (treeLanguageOf(uri) ?? 'yaml');
}
