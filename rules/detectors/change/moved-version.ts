/** The first segment that is a version: `v1`, `v2beta`, `2024-01-31`. */
const versionSegment = /(^|\/)(v\d+(?:[a-z]+\d*)?|\d{4}-\d{2}(?:-\d{2})?)(?=\/|$)/i;

/** Paths that are there under another version. */
export interface MovedVersion {
  /** `v1` */
  readonly from: string;
  /** `v2` */
  readonly to: string;
  readonly paths: readonly string[];
}

/** The paths that are gone and stand below another version now, one version with another; the rest is gone. */
export function movedVersions(
  gone: readonly string[],
  isThere: (path: string) => boolean,
  versions: readonly string[],
): { readonly moved: readonly MovedVersion[]; readonly left: readonly string[] } {
  const moved = new Map<string, { from: string; to: string; paths: string[] }>();
  const left: string[] = [];
  for (const path of gone) {
    const from = versionSegment.exec(path)?.[2];
    const to =
      from === undefined
        ? undefined
        : versions.find((version) => version !== from && isThere(withVersion(path, version)));
    if (from === undefined || to === undefined) {
      left.push(path);
      continue;
    }
    const move = moved.get(`${from} ${to}`) ?? { from, to, paths: [] };
    moved.set(`${from} ${to}`, move);
    move.paths.push(path);
  }
  return { moved: [...moved.values()], left };
}

/** The versions that paths name, each once. */
export function versionsIn(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => versionSegment.exec(path)?.[2] ?? []))];
}

function withVersion(path: string, version: string): string {
  return path.replace(versionSegment, (_, before: string) => `${before}${version}`);
}
