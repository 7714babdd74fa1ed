import type { Description } from '#core/openapi/description/description.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import { titleOf } from '#core/project/content-sum.ts';
import type { Workspace } from '#core/project/workspace.ts';

/**
 * What must be in one thread, by description: the uris of the files it uses, of those it wants, and a name for its title and
 * version. Descriptions that share these may be copies, of which one is reviewed.
 */
export function groupsOf(workspace: Workspace): readonly (readonly string[])[] {
  return allDescriptions(workspace).map((description) => {
    return [...description.files.keys(), ...description.wantedFiles(), ...titleName(description)];
  });
}

/** The names of the titles of all descriptions. */
export function titleNames(workspace: Workspace): readonly string[] {
  return allDescriptions(workspace).flatMap(titleName);
}

/** No uri begins so. */
function titleName({ context, files }: Description): readonly string[] {
  const root = files.get(context.rootUri);
  const title = root && titleOf(root);
  return title === undefined ? [] : [`title ${title}`];
}
