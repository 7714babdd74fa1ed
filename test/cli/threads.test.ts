import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { withFolder } from '../support/with-folder.ts';
import { buildProgram, endOf, startProgram } from './program.ts';
import { runIn } from './run-in-folder.ts';

const many = 24;

/** Descriptions of different sizes with findings; some share a file or refer to each other, some are compared with a schema. */
function manyFiles(): { readonly [path: string]: string } {
  const files: Record<string, string> = {
    'plumbline.yaml': 'extends: strict\nrules:\n  openapi/nothing: error\n',
    'shared/error.yaml':
      '# plumbline-ignore-file openapi/nothing\nError:\n  type: object\n  properties:\n    Some_Name: {type: strng}\n',
    'db/schema.prisma':
      'datasource db {\n  provider = "postgresql"\n}\ngenerator c {\n  output = "./copy"\n}\nmodel user_account {\n  id Int @id\n  ownerId Int\n}\n',
    'db/api.yaml': description(3, 'db'),
    'db/copy/schema.prisma': 'model user_account {\n  id Int @id\n  wordId Int\n}\n',
    'dist/api.yaml': description(1, 'built'),
    'broken.yaml': 'openapi: 3.1.0\ninfo: [\npaths: {}\n',
  };
  for (let index = 0; index < many; index++) {
    const escaped = index % 2 === 0 ? '../shared/error.yaml' : '../shared/\\u0065rror.yaml';
    const reference = index % 5 === 0 ? `{"$ref": "${escaped}#/Error"}` : '{type: object}';
    files[`apis/api-${index}.yaml`] = description((index * 7) % 20, `a${index}`, reference);
  }
  return files;
}

function description(operations: number, name: string, error = '{type: object}'): string {
  const paths = Array.from(
    { length: operations },
    (_, index) =>
      `  /Get_${name}/${index}/:\n    get:\n      operationId: List_${name}_${index % 3}\n      responses: {"200": {description: ""}}\n`,
  );
  return `openapi: 3.1.0\ninfo: {title: ${name}, version: "1"}\npaths:\n${paths.join('')}  /x: {}\ncomponents:\n  schemas:\n    Error: ${error}\n`;
}

describe('threads', () => {
  before(buildProgram);

  for (const format of ['json', 'text']) {
    it(`make no difference to the ${format} report`, async () => {
      await withFolder(manyFiles(), async (folder) => {
        const words = ['review', '--format', format, '--max-findings', '0'];
        const alone = await endOf(startProgram([...words, '--workers', '0'], folder));
        assert.equal(alone.code, 1);
        assert.ok(alone.stdout.length > 10_000);
        for (const workers of ['1', '3', '3']) {
          assert.deepEqual(await endOf(startProgram([...words, '--workers', workers], folder)), alone);
          assert.match(alone.stderr, /^db\/copy\/schema\.prisma: not reviewed/m);
        }
      });
    });
  }

  it('take the preset and the configuration that were asked for', async () => {
    await withFolder({ ...manyFiles(), 'other.txt': 'rules:\n  openapi/unknown: error\n' }, async (folder) => {
      const words = ['review', 'apis', 'db', '--preset', 'strict', '--config', 'other.txt'];
      const alone = await endOf(startProgram([...words, '--workers', '0'], folder));
      assert.deepEqual(await endOf(startProgram([...words, '--workers', '2'], folder)), alone);
    });
  });

  it('that stop are a failure, not a wait', async () => {
    const programs = {
      'throw.cjs': 'throw new Error("broken thread");',
      'exit.cjs': 'require("node:worker_threads").parentPort.on("message", () => process.exit(7));',
      'reject.cjs': 'require("node:worker_threads").parentPort.on("message", async () => { throw new Error("no"); });',
    };
    await withFolder({ ...programs, 'a.yaml': description(1, 'a'), 'b.yaml': description(1, 'b') }, async (folder) => {
      for (const name of Object.keys(programs)) {
        const threads = { program: join(folder, name), cores: 2 };
        const { code, stdout, stderr } = await runIn(folder, ['review', '--workers', '2'], { threads });
        assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
        assert.match(stderr, /thread of the review (failed: Error: |ended with code 7).*--workers 0/s);
      }
    });
  });

  it('are left out for little text, for fixes and for standard input', async () => {
    await withFolder({ 'a.yaml': description(1, 'a'), 'b.yaml': description(1, 'b') }, async (folder) => {
      const setting = { threads: { program: join(folder, 'none.cjs'), cores: 8 } };
      assert.equal((await runIn(folder, ['review'], setting)).code, 1);
      assert.equal((await runIn(folder, ['review', '--fix', '--workers', '2'], setting)).code, 0);
      const words = ['review', '--stdin-filename', 'c.yaml', '--workers', '2'];
      assert.equal((await runIn(folder, words, { ...setting, stdin: description(1, 'c') })).code, 1);
    });
  });

  it('are used for much text', async () => {
    const files = { 'a.yaml': description(1, 'a'), 'b.yaml': description(1, 'b') };
    const padded = Object.entries(files).map(([path, text]) => [path, `${text}${'# much\n'.repeat(120_000)}`]);
    await withFolder(Object.fromEntries(padded), async (folder) => {
      const setting = { threads: { program: join(folder, 'none.cjs'), cores: 4 } };
      assert.match((await runIn(folder, ['review'], setting)).stderr, /thread of the review failed/);
    });
  });
});
