import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CutFile, type OverwritableFile, overwrite } from '#cli/overwrite.ts';

/** A file in memory, on a disk that is full at so many bytes and breaks after so many writes; it takes at most three bytes at once. */
class MemoryFile implements OverwritableFile {
  bytes: number[];
  readonly #room: number;
  #writesLeft: number;

  constructor(text: string, room: number, writes = Number.POSITIVE_INFINITY) {
    this.bytes = [...Buffer.from(text)];
    this.#room = room;
    this.#writesLeft = writes;
  }

  get text(): string {
    return Buffer.from(this.bytes).toString();
  }

  async write(bytes: Uint8Array, offset: number, length: number, position: number) {
    if (this.#writesLeft-- <= 0) throw new Error('EIO: i/o error, write');
    const room = Math.min(length, 3, this.#room - position);
    if (room <= 0) throw new Error('ENOSPC: no space left on device, write');
    for (let index = 0; index < room; index++) this.bytes[position + index] = bytes[offset + index] ?? 0;
    return { bytesWritten: room };
  }

  async truncate(length: number): Promise<void> {
    this.bytes.length = length;
  }

  async sync(): Promise<void> {}
}

async function overwritten(file: MemoryFile, before: string, after: string): Promise<string> {
  try {
    await overwrite(file, Buffer.from(before), Buffer.from(after));
    return 'written';
  } catch (error) {
    return error instanceof CutFile ? `cut: ${error.message}` : String(error);
  }
}

describe('overwriting a file', () => {
  it('makes it longer, shorter, or another one of the same length', async () => {
    for (const [before, after] of [
      ['one two', 'one two three'],
      ['one two three', 'one'],
      ['ändern', 'andern'],
      ['', 'one'],
      ['one', ''],
    ] as const) {
      const file = new MemoryFile(before, 100);
      assert.equal(await overwritten(file, before, after), 'written');
      assert.equal(file.text, after);
    }
  });

  it('leaves what there was on a disk that is full', async () => {
    const [before, after] = ['openapi: 3.1.0\n', 'openapi: 3.1.0\ninfo: {}\n'];
    for (let room = before.length; room < after.length; room++) {
      const file = new MemoryFile(before, room);
      assert.equal(await overwritten(file, before, after), 'Error: ENOSPC: no space left on device, write');
      assert.equal(file.text, before);
    }
  });

  it('says where a disk breaks that what was there cannot be given back', async () => {
    const [before, after] = ['abcdefghi', 'ABCDEFGHI'];
    const file = new MemoryFile(before, 100, 2);
    assert.equal(await overwritten(file, before, after), 'cut: EIO: i/o error, write');
  });
});
