import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The tests are run from the repository's root. */
export const root = process.cwd();

/** Files of a folder and its subfolders with one of these endings, from the root, sorted; none when there is no such folder. */
export function filesUnder(folder: string, ...endings: readonly string[]): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Every file git keeps or would add; undefined where this is no git checkout. */
export function keptFiles(): readonly string[] | undefined {
  try {
    const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
    const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], options).split(
      '\0',
    );
    return paths.filter((path) => path !== '' && existsSync(join(root, path)));
  } catch {
    return undefined;
  }
}

/** The text of a file, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
