import { isInFolder } from '#files/uri.ts';
import { pathIn } from '#server/shown/service-answers.ts';

/** The path of a file below its workspace folder; with several folders the folder's own name comes first. Elsewhere its name alone, which may stand right behind the scheme (`untitled:Untitled-1`). */
export function shownName(uri: string, folders: readonly string[]): string {
  const folder = folders.filter((each) => isInFolder(uri, each)).sort((a, b) => b.length - a.length)[0];
  if (folder === undefined) return pathIn(uri.slice(0, Math.max(uri.lastIndexOf('/'), uri.indexOf(':'))), uri);
  return pathIn(folders.length > 1 ? folder.slice(0, folder.lastIndexOf('/')) : folder, uri);
}
