import type { Description } from '#core/openapi/description/description.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';

type Described = Pick<Workspace, 'descriptions' | 'copies'>;

/** True where the root of a description is among the files of another one. */
export function isUsedElsewhere({ context: { rootUri } }: Description, workspace: Described): boolean {
  const uris = known.get(workspace) ?? urisOfOthers(workspace);
  known.set(workspace, uris);
  return uris.has(rootUri);
}

const known = new WeakMap<Described, ReadonlySet<string>>();

/** The files that descriptions have beside their roots. */
function urisOfOthers(workspace: Described): ReadonlySet<string> {
  const uris = new Set<string>();
  for (const { context, files } of allDescriptions(workspace)) {
    for (const uri of files.keys()) if (uri !== context.rootUri) uris.add(uri);
  }
  return uris;
}
