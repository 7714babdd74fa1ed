import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { missingBeside } from '#core/unread-reason.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { nodePlatform } from '#server/node-platform.ts';
import { DiskFiles } from '#server/texts/disk-files.ts';
import { withFolder } from '../support/with-folder.ts';

describe('DiskFiles', () => {
  it('says that files have changed when it walks the folders again, in the middle of the first walk, too', () =>
    withFolder({}, async (folder) => {
      writeFileSync(join(folder, 'api.yaml'), 'openapi: 3.1.0\n');
      const files = new DiskFiles(nodePlatform().files);
      const walk = files.setFolders([uriOfPath(folder)]);
      assert.equal(files.isWalked, false);
      assert.equal(await files.refresh([uriOfPath(join(folder, 'plumbline.yaml'))]), true);
      await walk;
      assert.ok(files.isWalked);
      assert.deepEqual([...files.sources.keys()], [uriOfPath(join(folder, 'api.yaml'))]);
    }));

  it('looks again for a file that is not there when one that differs in case comes or goes', () =>
    withFolder({}, async (folder) => {
      const [wanted, other] = ['Pet.yaml', 'pet.yaml'].map((name) => uriOfPath(join(folder, name)));
      assert.ok(wanted !== undefined && other !== undefined);
      const files = new DiskFiles(nodePlatform().files);
      await files.setFolders([uriOfPath(folder)]);
      await files.load(() => [wanted]);
      assert.equal(files.unread.get(wanted), 'missing');
      writeFileSync(join(folder, 'pet.yaml'), 'type: object\n');
      assert.equal(await files.refresh([other]), true);
      assert.equal(files.unread.get(wanted), undefined);
      await files.load(() => [wanted]);
      assert.equal(files.unread.get(wanted), missingBeside(other));
    }));

  it('keeps no file that a walk would leave out for the configuration, when it changes before, during or after one', () =>
    withFolder({ 'plumbline.yaml': 'exclude: [old]\n' }, async (folder) => {
      const old = uriOfPath(join(folder, 'old/api.yaml'));
      mkdirSync(join(folder, 'old'));
      writeFileSync(join(folder, 'old/api.yaml'), 'openapi: 3.1.0\n');
      const files = new DiskFiles(nodePlatform().files);
      const walk = files.setFolders([uriOfPath(folder)]);
      await Promise.all([files.refresh([old]), walk]);
      assert.deepEqual([...files.sources.keys()], [uriOfPath(join(folder, 'plumbline.yaml'))]);
      assert.equal(await files.refresh([old]), false);
      assert.equal(files.sources.has(old), false);
      await files.load(() => [old]);
      assert.ok(files.sources.has(old), 'what a review asks for is there');
      assert.equal(await files.refresh([old]), true);
      assert.ok(files.sources.has(old), 'and stays when it changes');
      await Promise.all([files.readAgain(), files.refresh([old])]);
      await files.readAgain();
      assert.equal(await files.refresh([old]), false);
      assert.equal(files.sources.has(old), false, 'until the folders are walked again');
    }));
});
