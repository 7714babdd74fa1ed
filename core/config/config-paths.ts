import type { PathGoal } from '#core/config/config-shape.ts';
import type { Language } from '#core/language.ts';
import { languages } from '#core/languages.ts';

/** So many are named; more are found by what is typed. */
export const maximumPaths = 200;

/**
 * What can be written where files are meant: folders, those highest up first, then files. `paths` count from the folder of the
 * configuration. Where there are too many, those come that hold what is typed.
 */
export function configPaths(paths: Iterable<string>, to: PathGoal, typed: string): readonly string[] {
  const folders = new Set<string>();
  const files: string[] = [];
  for (const path of paths) {
    const language = languageAt(path);
    if (language === undefined) continue;
    const { isShared: isSchema = false, isReadOnDemand = false } = language.files;
    if (to === 'glob' || (to === 'schema' ? isSchema : isReadOnDemand)) files.push(path);
    if (to === 'glob') for (const folder of foldersAbove(path)) folders.add(`${folder}/**`);
    else if (to === 'schema' && isSchema) for (const folder of foldersAbove(path).slice(-1)) folders.add(folder);
  }
  const depth = (path: string): number => path.split('/').length;
  const sorted = [...folders].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const all = [...sorted, ...files.sort()];
  if (all.length <= maximumPaths) return all;
  const wanted = typed.toLowerCase();
  return all.filter((path) => path.toLowerCase().includes(wanted)).slice(0, maximumPaths);
}

function languageAt(path: string): Language | undefined {
  const name = path.toLowerCase();
  return languages.find(({ files }) => files.endings.some((ending) => name.endsWith(ending)));
}

/** Those nearer to the root first. */
function foldersAbove(path: string): readonly string[] {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}
