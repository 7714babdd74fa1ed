/** What it is called where it is no program. */
export const lintFileNames = [
  '.prismalintrc',
  '.prismalintrc.json',
  '.prismalintrc.yaml',
  '.prismalintrc.yml',
] as const;

/** What prisma-lint looks for, in a folder or in `.config` below it. */
const dataName = /(?:^|\/)(?:\.prismalintrc|\.config\/prismalintrc)(?:\.(?:json|ya?ml))?$/;
const programName = /(?:^|\/)(?:(?:\.prismalintrc|\.config\/prismalintrc|prismalint\.config)\.[cm]?[jt]s)$/;

/** True for a file in which prisma-lint looks for its configuration, by its path; `package.json` may have it, too. */
export function isLintFile(path: string): boolean {
  return dataName.test(path) || programName.test(path);
}

/** True for one that would have to be run to say something. */
export function isLintProgram(path: string): boolean {
  return programName.test(path);
}

/** The folder a configuration holds for, ending in `/`. */
export function lintFolder(uri: string): string {
  const base = uri.replace(/\/\.config\/[^/]*$/, '/x');
  return base.slice(0, base.lastIndexOf('/') + 1);
}
