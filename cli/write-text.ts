import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CutFile, overwrite } from '#cli/overwrite.ts';
import { withRegularFile } from '#files/with-regular-file.ts';

/** What is in the way of replacing `before` in a file: it is read-only, not UTF-8, or holds something else by now. */
export async function obstacleTo(path: string, before: string): Promise<string | undefined> {
  const target = await realpath(path);
  const isLocked = ((await stat(target)).mode & anyoneWrites) === 0;
  if (isLocked || !(await isWritable(target))) return 'it is read-only; make it writable and run this again';
  const current = await withRegularFile(target, (file) => file.readFile());
  return current?.equals(Buffer.from(before))
    ? undefined
    : 'it is not UTF-8 text, or it changed while it was reviewed; convert it, or run this again';
}

/**
 * Replaces the text of a UTF-8 file, keeping its mode, its owner and its links of either kind: in one step, but for a file that has
 * several names or another owner. A byte order mark is part of the text. Nothing is lost when it is interrupted. Returns the
 * obstacle where there is one; throws on system errors. `inPlace` is how bytes of an open file are replaced.
 */
export async function writeText(
  path: string,
  before: string,
  after: string,
  inPlace: typeof overwrite = overwrite,
): Promise<string | undefined> {
  const obstacle = await obstacleTo(path, before);
  if (obstacle !== undefined) return obstacle;
  const target = await realpath(path);
  const status = await stat(target);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    // Readable by nobody else until it has the mode of the file it replaces.
    const file = await open(temporary, 'wx', ownerOnly);
    const isTwin = await writeTwin(file, after, status).finally(() => file.close());
    if (isTwin) await rename(temporary, target);
    else await withFile(target, (found) => inPlace(found, Buffer.from(before), Buffer.from(after)));
  } catch (error) {
    if (error instanceof CutFile)
      return `${error.message}. It may be cut: its new text is in ${basename(temporary)} beside it`;
    await rm(temporary, { force: true });
    throw error;
  }
  await rm(temporary, { force: true });
  return undefined;
}

const anyoneWrites = 0o222;
const ownerOnly = 0o600;
const permissions = 0o7777;

/** Writes a text into a new file and gives it owner and mode of another. False when it cannot stand in for that one. */
async function writeTwin(file: FileHandle, text: string, status: Stats): Promise<boolean> {
  await file.writeFile(text);
  await file.sync();
  const own = await file.stat();
  const hasOwner = own.uid === status.uid && own.gid === status.gid;
  const isOwned = hasOwner || (await succeeds(file.chown(status.uid, status.gid)));
  if (!isOwned || status.nlink > 1) return false;
  await file.chmod(status.mode & permissions);
  return true;
}

async function withFile(path: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

function isWritable(path: string): Promise<boolean> {
  return succeeds(access(path, constants.W_OK));
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
