import { obstacleTo, writeText } from '#cli/write-text.ts';
import { pathOfUri } from '#files/file-uri.ts';

/** The new text of files beside the one they had, by uri. */
export type ChangedTexts = ReadonlyMap<string, { readonly before: string; readonly after: string }>;

/** Why files could not be written, by uri. */
export type Obstacles = ReadonlyMap<string, string>;

/** What is in the way of writing these texts; empty when nothing is, as far as one can tell before. */
export function obstaclesTo(changed: ChangedTexts): Promise<Obstacles> {
  return each(changed, (path, { before }) => obstacleTo(path, before));
}

/** Writes the texts that fixes changed. */
export function writeFixes(changed: ChangedTexts): Promise<Obstacles> {
  return each(changed, (path, { before, after }) => writeText(path, before, after));
}

async function each(
  changed: ChangedTexts,
  work: (path: string, texts: { readonly before: string; readonly after: string }) => Promise<string | undefined>,
): Promise<Obstacles> {
  const obstacles = new Map<string, string>();
  for (const [uri, texts] of changed) {
    const obstacle = await work(pathOfUri(uri) ?? uri, texts).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    if (obstacle !== undefined) obstacles.set(uri, obstacle);
  }
  return obstacles;
}
