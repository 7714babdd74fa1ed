import { fileURLToPath, pathToFileURL } from 'node:url';
import { canonicalUri } from '#files/uri.ts';

/** The canonical uri of an absolute path. */
export function uriOfPath(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}

/** The path of a `file:` uri; undefined for any other scheme and for one that no path can spell (`%2F`, a foreign host). */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const path = fileURLToPath(uri);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
