import { configFor } from '#core/config/nearest-config.ts';
import type { Description } from '#core/openapi/description/description.ts';
import type { Workspace } from '#core/project/workspace.ts';

/** True where one configuration holds for all files of a description. */
export function isConfiguredAlike(
  { context: { rootUri }, files }: Description,
  { configs }: Pick<Workspace, 'configs'>,
  folders: readonly string[],
): boolean {
  const own = configFor(rootUri, configs, folders);
  const others = [...configs.values()].filter((config) => config !== own).map(({ folder }) => folder);
  if (others.length === 0 && own.folder === '') return true;
  // Files mostly lie where the root does: only those that another configuration may hold for are looked up.
  const mayDiffer = (uri: string): boolean =>
    !uri.startsWith(own.folder) || others.some((folder) => uri.startsWith(folder));
  return [...files.keys()].every((uri) => !mayDiffer(uri) || configFor(uri, configs, folders) === own);
}
