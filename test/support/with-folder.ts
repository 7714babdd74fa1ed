import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Texts, or bytes, by path below a folder. */
export type FilesInFolder = { readonly [path: string]: string | Uint8Array };

/** A folder on disk with these files, gone after `use`. Its name begins as it is said: here, with a space in it. */
export async function withFolder<T>(
  files: FilesInFolder,
  use: (folder: string) => Promise<T>,
  name = 'plumbline ',
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
