import type { Group } from '#core/ask/group.ts';
import { openApiGroup } from '#core/ask/openapi-group.ts';
import { prismaGroup } from '#core/ask/prisma-group.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';

/** The descriptions and schemas that a file is part of. */
export function groupsOf(workspace: Workspace, uri: string): readonly Group[] {
  return [
    ...allDescriptions(workspace)
      .filter(({ files }) => files.has(uri))
      .map(openApiGroup),
    ...workspace.schemas.filter((schema) => schema.has(uri)).map(prismaGroup),
  ];
}
