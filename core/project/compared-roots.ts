import { schemaFor } from '#core/project/nearest-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';

/** The roots of the descriptions that are compared with a Prisma schema, in their order, by the schema's root. */
export type ComparedRoots = ReadonlyMap<string, readonly string[]>;

/** Which descriptions of a workspace are compared with which of its schemas; found once for a workspace. */
export function comparedRoots(workspace: Workspace, settings: ReviewSettings): ComparedRoots {
  const known = found.get(workspace);
  if (known !== undefined) return known;
  const roots = new Map<string, string[]>();
  for (const { context } of workspace.schemas.length === 0 ? [] : workspace.descriptions) {
    const schema = schemaFor(context.rootUri, workspace, settings);
    if (schema === undefined) continue;
    const alike = roots.get(schema.root);
    if (alike === undefined) roots.set(schema.root, [context.rootUri]);
    else alike.push(context.rootUri);
  }
  found.set(workspace, roots);
  return roots;
}

/** A workspace was opened with its settings. */
const found = new WeakMap<Workspace, ComparedRoots>();
