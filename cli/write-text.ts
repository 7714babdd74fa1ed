import { randomUUID } from 'node:crypto';
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces the text of a UTF-8 file in one step, keeping its mode and, through a link, the link. A byte order mark is part
 * of the text. Returns what is in the way: the file is not UTF-8, or no longer holds `before`; throws on system errors.
 */
export async function writeText(path: string, before: string, after: string): Promise<string | undefined> {
  const target = await realpath(path);
  const current = await readFile(target);
  if (!current.equals(Buffer.from(before))) {
    return 'it is not UTF-8 text, or it changed while it was reviewed';
  }
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const { mode } = await stat(target);
    await writeFile(temporary, after, { flag: 'wx' });
    await chmod(temporary, mode & 0o7777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return undefined;
}
