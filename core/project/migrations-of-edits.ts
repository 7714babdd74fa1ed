import type { FileEdits } from '#core/fix/file-edits.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { type FeltMigration, migrationsBetween } from '#core/project/migrations-between.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { applyEdits } from '#core/text/span.ts';

/** What edits ask of the tables that are there, schema by schema. */
export function migrationsOfEdits(
  workspace: Pick<Workspace, 'schemas' | 'sources'>,
  files: readonly FileEdits[],
): readonly FeltMigration[] {
  const edits = new Map(files.map((file) => [file.uri, file.edits]));
  const touched = workspace.schemas.filter(({ documents }) => documents.some(({ uri }) => edits.has(uri)));
  const after = touched.map(({ root, documents }) => {
    const edited = documents.map((document) => {
      const { uri } = document;
      const text = workspace.sources.get(uri)?.text ?? '';
      const own = edits.get(uri);
      return own === undefined ? document : cutPrisma({ uri, text: applyEdits(text, own) }, document);
    });
    return new PrismaSchema(root, edited);
  });
  return migrationsBetween({ schemas: touched }, { schemas: after });
}
