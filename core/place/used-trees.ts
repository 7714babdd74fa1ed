import type { Workspace } from '#core/project/workspace.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** The YAML and JSON files that belong to a description or are configuration, by uri. */
export function usedTrees(workspace: Workspace): readonly TreeDocument[] {
  const uris = new Set<string>(workspace.configs.keys());
  for (const description of workspace.descriptions) {
    for (const uri of description.urisToReview()) uris.add(uri);
  }
  return [...uris].sort().flatMap((uri) => workspace.trees.get(uri) ?? []);
}
