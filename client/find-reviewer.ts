import { readFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Uri, workspace } from 'vscode';
import { gitUserName } from '#client/git-user-name.ts';

/**
 * Who answers a row of the checklist: the setting `plumbline.reviewer`, else git's `user.name` (read from its files, no
 * program is run), else the name of the account.
 */
export async function findReviewer(folder: Uri): Promise<string> {
  const setting = workspace.getConfiguration('plumbline', folder).get<string>('reviewer', '').trim();
  if (setting !== '') return setting;
  for (const path of gitConfigPaths(folder)) {
    const name = gitUserName(await readText(path));
    if (name !== undefined) return name;
  }
  return accountName();
}

function gitConfigPaths(folder: Uri): readonly string[] {
  const home = homedir();
  const { XDG_CONFIG_HOME: configHome = join(home, '.config') } = process.env;
  return [join(folder.fsPath, '.git', 'config'), join(home, '.gitconfig'), join(configHome, 'git', 'config')];
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** Some containers run under an account that has no name; Node throws there. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
