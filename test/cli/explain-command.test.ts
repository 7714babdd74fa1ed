import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runIn } from './run-in-folder.ts';

describe('plumbline explain', () => {
  it('prints a rule’s page', async () => {
    const { code, stdout } = await runIn('/', ['explain', 'openapi/operation-id-lower-case']);
    assert.equal(code, 0);
    assert.equal(
      stdout,
      `openapi/operation-id-lower-case
Begin operation ids with a small letter.

Client generators turn operation ids into method names.

Guideline  Resource naming: Path templates and operation ids are unique and complete
Severity   error
On         by default (preset recommended)

Options (with their defaults)
  exempt: ["Legacy"]
      Ids that stay as they are.

A capital
  finds
    operationId: List
                 ^^^^
  right
    operationId: list

Sources
  A source  https://example.com/source
`,
    );
  });

  it('answers to rules of other reviewers', async () => {
    const { code, stdout } = await runIn('/', ['explain', 'spectral:operation-tags']);
    assert.equal(code, 0);
    assert.match(stdout, /^operation-tags of Spectral\n/);
  });

  it('takes the last part of an id', async () => {
    const { stdout } = await runIn('/', ['explain', 'model-name-pascal-case']);
    assert.match(stdout, /^prisma\/model-name-pascal-case\n/);
  });

  it('suggests rules for one it does not know', async () => {
    const { code, stderr } = await runIn('/', ['explain', 'prisma/model-name-pascalcase']);
    assert.equal(code, 2);
    assert.match(stderr, /no rule “prisma\/model-name-pascalcase”\. Did you mean prisma\/model-name-pascal-case\?/);
    assert.match((await runIn('/', ['explain', 'title'])).stderr, /Did you mean openapi\/title-short/);
    assert.doesNotMatch((await runIn('/', ['explain', 'zzzzzz'])).stderr, /Did you mean/);
  });

  it('lists all rules by section', async () => {
    const { stdout } = await runIn('/', ['explain']);
    assert.match(stdout, /^Resource naming\n {2}openapi\/operation-id-lower-case {2}error {4}Begin operation ids/);
    assert.match(stdout, /openapi\/title-short +info +\(off\) Keep titles short\./);
  });
});

describe('plumbline', () => {
  it('helps', async () => {
    assert.match((await runIn('/', [])).stdout, /^Plumbline reviews/);
    assert.match((await runIn('/', ['review', '--help'])).stdout, /Exit codes/);
    assert.equal((await runIn('/', ['--version'])).stdout, 'plumbline 1.2.3\n');
    assert.equal((await runIn('/', ['review', '--wrong'])).code, 2);
  });
});
