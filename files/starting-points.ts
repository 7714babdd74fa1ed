import { sourceKindOf } from '#core/source-kind.ts';
import { isInFolder } from '#files/uri.ts';

/** What builds write, by usual names: mostly copies, but now and then all there is. */
export const builtFolders: ReadonlySet<string> = new Set(['dist', 'build', 'out', 'target']);

/** Folders that hold other people's or generated files. Any other folder beginning with `.`, but `.config`, is skipped too. */
const foreignFolders: ReadonlySet<string> = new Set(['node_modules', 'bower_components', 'coverage', 'vendor']);

/** True for a file the walk of this folder would look into, going by its uri alone. */
export function isCandidate(uri: string, folder: string): boolean {
  const steps = isInFolder(uri, folder) ? uri.slice(folder.length).split('/').slice(0, -1) : [];
  return isInFolder(uri, folder) && sourceKindOf(uri).role !== 'other' && !steps.some(isSkippedFolder);
}

/** True for a text a review starts from; YAML and JSON files that are no description's root count only when one references them. */
export function isStartingPoint(uri: string, text: string): boolean {
  const { role, language } = sourceKindOf(uri);
  if (role === 'settings') return language.files.settings?.isUsed(uri, text) === true;
  return role === 'text' ? language.files.isStart?.(text) !== false : role !== 'other';
}

/** True for a folder that no walk enters, by its name. */
export function isForeignFolder(name: string): boolean {
  return foreignFolders.has(name) || (name.startsWith('.') && name !== '.config' && name !== '.' && name !== '..');
}

/** True for a folder that a walk passes by: somebody else's, or one that builds write to. */
export function isSkippedFolder(name: string): boolean {
  return builtFolders.has(name) || isForeignFolder(name);
}
