import { configFor } from '#core/config/nearest-config.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { DatabaseMap } from '#core/project/mapping/database-map.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Scope } from '#core/rule.ts';

/** The map between a description and the schema it is compared with, as its configuration has it. */
export function databaseMapOf(
  { context: { rootUri } }: Description,
  schema: PrismaSchema,
  { configs }: Pick<Workspace, 'configs'>,
  { folders }: Pick<ReviewSettings, 'folders'>,
  scope: Scope,
): DatabaseMap {
  return new DatabaseMap(schema, rootUri, configFor(rootUri, configs, folders).mapping, scope);
}
