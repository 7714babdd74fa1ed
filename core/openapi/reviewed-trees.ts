import type { Workspace } from '#core/project/workspace.ts';
import type { FileRole } from '#core/review-finding.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** The YAML and JSON files that belong to a description or are configuration, by uri. */
export function reviewedTrees(workspace: Workspace): readonly TreeDocument[] {
  return [...reviewedUris(workspace)].sort().flatMap((uri) => {
    const document = workspace.documents.get(uri);
    return document?.kind === 'tree' ? [document] : [];
  });
}

const known = new WeakMap<Workspace, ReadonlySet<string>>();

function reviewedUris(workspace: Workspace): ReadonlySet<string> {
  const uris = known.get(workspace) ?? readUris(workspace);
  known.set(workspace, uris);
  return uris;
}

function readUris({ configs, descriptions }: Workspace): ReadonlySet<string> {
  const uris = new Set<string>(configs.keys());
  for (const description of descriptions) for (const uri of description.urisToReview()) uris.add(uri);
  return uris;
}

/** What a YAML or JSON file is to the descriptions. */
export function roleOfTree(uri: string, workspace: Workspace): FileRole | undefined {
  const { descriptions, copies } = workspace;
  if (descriptions.some(({ context }) => context.rootUri === uri)) return 'openapi-root';
  if (copies.some(({ description }) => description.context.rootUri === uri)) return 'openapi-copy';
  return reviewedUris(workspace).has(uri) ? 'openapi-fragment' : undefined;
}
