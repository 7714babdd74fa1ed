import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { everyOperation, root, say } from '../say.ts';

describe('plumbline.yaml', () => {
  it('switches rules off, sets severities and options', () => {
    const off = say({ 'api.yaml': root, 'plumbline.yaml': 'rules:\n  openapi/every-operation: off\n' }, [
      everyOperation,
    ]);
    assert.deepEqual(off.lines, []);
    const options = 'rules:\n  openapi/every-operation:\n    severity: error\n    options: { word: dreadful }\n';
    const { said } = say({ 'api.yaml': root, 'plumbline.yaml': options }, [everyOperation]);
    assert.deepEqual(
      said.map(({ severity, message }) => `${severity} ${message}`),
      ['error get is dreadful.'],
    );
  });

  it('holds for the folder it lies in, the nearest one wins', () => {
    const off = 'rules:\n  openapi/every-operation: off\n';
    const { lines } = say({ 'a/api.yaml': root, 'b/api.yaml': root, 'a/plumbline.yaml': off }, [everyOperation]);
    assert.deepEqual(lines, ['b/api.yaml get | openapi/every-operation | get is bad.']);
  });

  it('leaves out files by include, exclude, entries and ignores', () => {
    const files = { 'a.yaml': root, 'old/b.yaml': root.replace('title: T', 'title: Old') };
    const left = (config: string) =>
      say({ ...files, 'plumbline.yaml': config }, [everyOperation]).lines.map((line) => line.split(' ')[0]);
    assert.deepEqual(left('include: ["*.yaml"]\n'), ['a.yaml']);
    assert.deepEqual(left('exclude: [old]\n'), ['a.yaml']);
    assert.deepEqual(left('exclude: ["old/**"]\n'), ['a.yaml']);
    assert.deepEqual(left('entries: [old/b.yaml]\n'), ['old/b.yaml']);
    assert.deepEqual(left('ignores:\n  - files: ["old/**"]\n    reason: legacy\n'), ['a.yaml']);
    assert.deepEqual(
      left('ignores:\n  - files: ["old/**"]\n    rules: [openapi/every-operation]\n    reason: legacy\n'),
      ['a.yaml'],
    );
  });

  it('names the Prisma schema by what may be no address', () => {
    for (const address of ['http://[', 'no/such.prisma']) {
      const files = {
        'api.yaml': root,
        'plumbline.yaml': `prisma: "${address}"\n`,
        'schema.prisma': 'model A {\n  id Int @id\n}\n',
      };
      assert.equal(say(files, [everyOperation]).lines.length, 1, address);
    }
  });

  it('takes no option for one because every object has it', () => {
    const config = 'rules:\n  openapi/every-operation: { options: { constructor: 1 } }\n';
    assert.deepEqual(say({ 'plumbline.yaml': config }, [everyOperation]).lines, [
      'plumbline.yaml constructor | plumbline/config | The rule openapi/every-operation has no option “constructor”. It takes word.',
    ]);
  });

  it('reports its own mistakes with a remedy', () => {
    const config =
      'preset: recomended\nrule: {}\nrules:\n  openapi/every-operaton: off\n  openapi/every-operation: loud\nignores:\n  - files: [a]\n';
    const { lines } = say({ 'plumbline.yaml': config }, [everyOperation]);
    assert.deepEqual(lines, [
      'plumbline.yaml recomended | plumbline/config | There is no preset “recomended”. Did you mean “recommended”?',
      'plumbline.yaml rule | plumbline/config | Unknown key “rule”. Did you mean “rules”?',
      'plumbline.yaml openapi/every-operaton | plumbline/config | There is no rule “openapi/every-operaton”. Did you mean “openapi/every-operation”?',
      'plumbline.yaml loud | plumbline/config | “loud” is no severity for openapi/every-operation. Write one of off, info, warning, error.',
      'plumbline.yaml files: [a] | plumbline/config | An entry of “ignores” needs a “reason”; write why nobody mends what it leaves out.',
    ]);
  });
});
