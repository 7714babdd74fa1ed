import { type MigratedSchema, migrationNote } from '#core/prisma/migration/migration-note.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';

/** What the next migration of a schema is felt by. */
export interface FeltMigration {
  /** The uri of the schema's only file, or of its folder. */
  readonly uri: string;
  readonly note: string;
}

/** Of each schema that both workspaces have what the change from one to the other asks of the tables that are there. */
export function migrationsBetween(
  before: Pick<Workspace, 'schemas'>,
  after: Pick<Workspace, 'schemas'>,
): readonly FeltMigration[] {
  return before.schemas.flatMap((schema) => {
    const now = after.schemas.find(({ root }) => root === schema.root);
    const note = now === undefined || now === schema ? undefined : migrationNote(migrated(schema), migrated(now));
    return note === undefined ? [] : [{ uri: uriOf(schema), note }];
  });
}

function uriOf({ root, documents }: PrismaSchema): string {
  const [first, ...others] = documents;
  return first !== undefined && others.length === 0 ? first.uri : root;
}

function migrated(schema: PrismaSchema): MigratedSchema {
  return { models: schema.all('prisma.model'), datasources: schema.all('prisma.datasource') };
}
