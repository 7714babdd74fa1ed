import assert from 'node:assert/strict';
import { linkSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { CutFile, type OverwritableFile, overwrite } from '#cli/overwrite.ts';
import { writeText } from '#cli/write-text.ts';
import { withFolder } from '../support/with-folder.ts';

const [before, after] = ['openapi: 3.1.0\n', 'openapi: 3.1.0\ninfo: {}\n'];

/** Writes the text of a file that has two names; what is told, and what the folder holds then. */
async function overTwin(inPlace: typeof overwrite) {
  return withFolder({ 'a.yaml': before }, async (folder) => {
    linkSync(join(folder, 'a.yaml'), join(folder, 'twin.txt'));
    const told = await writeText(join(folder, 'a.yaml'), before, after, inPlace).catch(String);
    const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    return { told, files: new Map(files) };
  });
}

describe('writing the text of a file that has two names', () => {
  it('writes over what it holds', async () => {
    const { told, files } = await overTwin(overwrite);
    assert.equal(told, undefined);
    assert.deepEqual(
      [...files],
      [
        ['a.yaml', after],
        ['twin.txt', after],
      ],
    );
  });

  it('keeps the new text beside a file that may be cut, and says where', async () => {
    const { told, files } = await overTwin(async (file: OverwritableFile) => {
      await file.truncate(3);
      throw new CutFile('EIO: i/o error, write');
    });
    const kept = /^EIO: i\/o error, write\. It may be cut: its new text is in (\S+) beside it$/.exec(told ?? '')?.[1];
    assert.ok(kept !== undefined, told);
    assert.deepEqual([...files].sort(), [
      [kept, after],
      ['a.yaml', 'ope'],
      ['twin.txt', 'ope'],
    ]);
  });

  it('leaves nothing beside one that still holds what it had', async () => {
    const { told, files } = await overTwin(() => Promise.reject(new Error('ENOSPC: no space left on device, write')));
    assert.equal(told, 'Error: ENOSPC: no space left on device, write');
    assert.deepEqual(
      [...files],
      [
        ['a.yaml', before],
        ['twin.txt', before],
      ],
    );
  });
});
