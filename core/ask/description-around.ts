import type { Description } from '#core/openapi/description/description.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';

/** The description that a file is part of: the one it is the root of, else the first of those that use it. */
export function descriptionAround(
  workspace: Pick<Workspace, 'descriptions' | 'copies'>,
  uri: string,
): Description | undefined {
  const around = allDescriptions(workspace).filter(({ files }) => files.has(uri));
  return around.find(({ context }) => context.rootUri === uri) ?? around[0];
}
