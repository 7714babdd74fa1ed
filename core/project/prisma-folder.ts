/** A `.prisma` file, and whether it has a `datasource` block. */
export interface PrismaFile {
  readonly uri: string;
  readonly hasDatasource: boolean;
}

/** The files of one schema. `root` is their folder, or the file itself where a folder holds several schemas. */
export interface PrismaFileGroup {
  readonly root: string;
  readonly files: readonly string[];
}

/**
 * Which files form one schema: those a configuration names (`configured`: uris of folders, or of single `.prisma` files);
 * else those at and below the nearest folder with a datasource; else those of one folder. In a folder with several
 * datasources each of their files is a schema of its own. Every file is in exactly one group; groups keep file order.
 */
export function groupPrismaFiles(
  files: readonly PrismaFile[],
  configured: readonly string[] = [],
): readonly PrismaFileGroup[] {
  const datasourceCounts = countDatasources(files);
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const root = configuredRoot(file.uri, configured) ?? datasourceRoot(file, datasourceCounts);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [file.uri]);
    else group.push(file.uri);
  }
  return [...groups].map(([root, uris]) => ({ root, files: uris }));
}

function countDatasources(files: readonly PrismaFile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { uri, hasDatasource } of files) {
    const folder = folderOf(uri);
    if (hasDatasource) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

/** The deepest configured folder above the file, or the file itself when it is configured. */
function configuredRoot(uri: string, configured: readonly string[]): string | undefined {
  let root: string | undefined;
  for (const entry of configured) {
    const candidate = withoutSlash(entry);
    const isAbove = candidate === uri || uri.startsWith(`${candidate}/`);
    if (isAbove && (root === undefined || candidate.length > root.length)) root = candidate;
  }
  return root;
}

function datasourceRoot({ uri, hasDatasource }: PrismaFile, counts: ReadonlyMap<string, number>): string {
  const own = folderOf(uri);
  if (hasDatasource) return (counts.get(own) ?? 0) > 1 ? uri : own;
  for (let folder = own; folder !== ''; folder = folderOf(folder)) {
    const count = counts.get(folder) ?? 0;
    // Which of several schemas the file belongs to cannot be told.
    if (count > 0) return count === 1 ? folder : own;
  }
  return own;
}

/** The uri up to its last slash, without it; empty when there is none. */
function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

function withoutSlash(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}
