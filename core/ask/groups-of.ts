import type { Group } from '#core/ask/group.ts';
import { navigations } from '#core/ask/navigations.ts';
import type { Workspace } from '#core/project/workspace.ts';

/** The descriptions and schemas that a file is part of. */
export function groupsOf(workspace: Workspace, uri: string): readonly Group[] {
  return navigations.flatMap((navigation) => navigation.groupsOf(workspace, uri));
}
