import { type FilesInFolder, withFolder } from '../support/with-folder.ts';

/** A folder on disk with these files, gone after `use`. Its name holds a space and a letter beyond ASCII. */
export function inFolder(files: FilesInFolder, use: (folder: string) => Promise<void>): Promise<void> {
  return withFolder(files, use, 'plumbline é ');
}
