/** What overwriting needs of an open file. */
export interface OverwritableFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesWritten: number }>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
}

/** Thrown where a file could neither be overwritten nor given back what it had. */
export class CutFile extends Error {}

/**
 * Puts other bytes in place of those a file has. Where it grows, its new end is written first, so that a disk that is full says so while
 * nothing is lost. What the file had is written back when anything fails; then the system's error is thrown, or `CutFile`.
 */
export async function overwrite(file: OverwritableFile, before: Uint8Array, after: Uint8Array): Promise<void> {
  let isTouched = false;
  try {
    await writeAt(file, after.subarray(before.length), before.length);
    await file.sync();
    isTouched = true;
    await writeAt(file, after.subarray(0, before.length), 0);
    await file.truncate(after.length);
    await file.sync();
  } catch (error) {
    await restore(file, before, isTouched).catch(() => {
      throw new CutFile(messageOf(error));
    });
    throw error;
  }
}

async function restore(file: OverwritableFile, before: Uint8Array, isTouched: boolean): Promise<void> {
  if (isTouched) await writeAt(file, before, 0);
  await file.truncate(before.length);
  await file.sync();
}

async function writeAt(file: OverwritableFile, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, start + done);
    done += bytesWritten;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
