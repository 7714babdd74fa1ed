import type { UnreadReason } from '#core/unread-reason.ts';
import { type DecodedText, decodeText } from '#files/decode-text.ts';
import { withRegularFile } from '#files/with-regular-file.ts';

/** Files beyond this size (50 MB) are not read. */
export const maximumFileSize = 50 * 1024 * 1024;

export type ReadText = ({ readonly kind: 'read' } & DecodedText) | UnreadFile;

export interface UnreadFile {
  readonly kind: 'unread';
  readonly reason: UnreadReason;
}

/**
 * The text of a regular file: UTF-8, or UTF-16 where a byte order mark says so. A byte order mark stays in the text.
 * `accept` sees the bytes first; where it declines, the text is empty.
 */
export async function readText(path: string, accept: (bytes: Buffer) => boolean = () => true): Promise<ReadText> {
  try {
    const read = await withRegularFile(path, async (file, { size }): Promise<ReadText> => {
      if (size > maximumFileSize) return unread('too-large');
      const bytes = await file.readFile();
      return { kind: 'read', ...(accept(bytes) ? decodeText(bytes) : { text: '', isExact: true }) };
    });
    return read ?? unread('not-a-file');
  } catch (error) {
    return unread(errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' ? 'missing' : 'unreadable');
  }
}

/** The first so many bytes of a regular file, as `readText` reads it; empty where it cannot be read. */
export async function readBeginning(path: string, length: number): Promise<string> {
  try {
    const read = await withRegularFile(path, async (file) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
      return decodeText(buffer.subarray(0, bytesRead)).text;
    });
    return read ?? '';
  } catch {
    return '';
  }
}

/** The `code` of a Node system error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function unread(reason: UnreadReason): UnreadFile {
  return { kind: 'unread', reason };
}
