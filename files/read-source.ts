import { open } from 'node:fs/promises';
import type { UnreadReason } from '#core/review.ts';

/** Files beyond this size (50 MB) are not read. */
export const maximumFileSize = 50 * 1024 * 1024;

export type ReadText = { readonly kind: 'read'; readonly text: string } | UnreadFile;

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
    const file = await open(path, 'r');
    try {
      const status = await file.stat();
      if (!status.isFile()) return unread('unreadable');
      if (status.size > maximumFileSize) return unread('too-large');
      const bytes = await file.readFile();
      return { kind: 'read', text: accept(bytes) ? decode(bytes) : '' };
    } finally {
      await file.close();
    }
  } catch (error) {
    return unread(errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' ? 'missing' : 'unreadable');
  }
}

/** The first so many bytes of a file, as `readText` reads it; empty where it cannot be read. */
export async function readBeginning(path: string, length: number): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
      return decode(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
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

function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
