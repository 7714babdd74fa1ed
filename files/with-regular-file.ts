import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

/** Absent on Windows, where nothing in a folder makes opening wait. */
const nonBlocking = constants.O_NONBLOCK ?? 0;

/**
 * Opens a regular file to read it, following links, and closes it after `use`. Undefined for anything else: a named pipe, a
 * socket or a device may let a reader wait for ever. Throws the system's errors.
 */
export async function withRegularFile<T>(
  path: string,
  use: (file: FileHandle, status: Stats) => Promise<T>,
): Promise<T | undefined> {
  // Opening a device can have an effect of its own; what lies there may change before it is opened.
  if (!(await stat(path)).isFile()) return undefined;
  const file = await open(path, constants.O_RDONLY | nonBlocking);
  try {
    const status = await file.stat();
    return status.isFile() ? await use(file, status) : undefined;
  } finally {
    await file.close();
  }
}
