import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { uriOfPath } from '#files/file-uri.ts';
import { DiskFiles } from '#server/disk-files.ts';

describe('DiskFiles', () => {
  it('says that files have changed when it walks the folders again, in the middle of the first walk, too', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline ')));
    writeFileSync(join(folder, 'api.yaml'), 'openapi: 3.1.0\n');
    const files = new DiskFiles();
    const walk = files.setFolders([uriOfPath(folder)]);
    assert.equal(await files.refresh([uriOfPath(join(folder, 'plumbline.yaml'))]), true);
    await walk;
    assert.deepEqual([...files.sources.keys()], [uriOfPath(join(folder, 'api.yaml'))]);
    rmSync(folder, { recursive: true });
  });
});
