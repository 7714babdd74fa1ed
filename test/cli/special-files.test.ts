import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { withFolder } from '../support/with-folder.ts';
import { runIn } from './run-in-folder.ts';

const root = (reference: string) => `openapi: 3.1.0
info:
  title: Pets
  version: "1"
paths:
  /pets:
    $ref: ${reference}
`;

/** Nobody ever writes into it, so whoever waits for it waits for ever. */
function makePipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

describe('files that are no files', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('are not waited for where a $ref, a folder or a name leads to them', () =>
    withFolder({ 'api.yaml': root('pipe.yaml') }, async (folder) => {
      for (const name of ['pipe.yaml', 'plumbline.yaml', 'schema.prisma', 'plumbline.review.yaml']) {
        makePipe(join(folder, name));
      }
      const { stdout } = await runIn(folder, ['review']);
      assert.match(stdout, /pipe\.yaml could not be read/);
      const named = await runIn(folder, ['review', 'pipe.yaml']);
      assert.deepEqual([named.code, named.stderr], [2, 'plumbline: pipe.yaml: not reviewed, it is no regular file.\n']);
      const configured = await runIn(folder, ['review', '--config', 'pipe.yaml']);
      assert.equal(configured.code, 2);
      assert.match(configured.stderr, /cannot be read: it is no regular file/);
    }));

  it('are not read where they are sockets or devices', () =>
    withFolder({ 'api.yaml': root('socket.yaml') }, async (folder) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(join(folder, 'socket.yaml'), resolve));
      assert.match((await runIn(folder, ['review', 'api.yaml'])).stdout, /socket\.yaml could not be read/);
      await new Promise((resolve) => server.close(resolve));
      const device = await runIn('/', ['review', '/dev/zero']);
      assert.equal(device.code, 2);
    }));

  it('are folders, too', () =>
    withFolder({ 'api.yaml': root('deep.yaml') }, async (folder) => {
      mkdirSync(join(folder, 'deep.yaml'));
      assert.match((await runIn(folder, ['review'])).stdout, /deep\.yaml could not be read/);
    }));
});
