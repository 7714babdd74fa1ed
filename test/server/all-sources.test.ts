import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { AllSources } from '#server/texts/all-sources.ts';
import { memoryPlatform } from '../support/memory-platform.ts';

const folder = 'file:///work';
const [root, part, config] = [`${folder}/api.yaml`, `${folder}/user.yaml`, `${folder}/plumbline.yaml`];
const texts = new Map([
  [root, 'openapi: 3.1.0\n'],
  [part, 'type: object\n'],
  [config, 'preset: strict\n'],
]);

/** No walk finds the part: only who refers to it wants it. */
async function sourcesWithPart(files: ReadonlyMap<string, string> = texts): Promise<AllSources> {
  const all = new AllSources(memoryPlatform(files).files);
  await all.files.setFolders([folder]);
  await all.load([part]);
  return all;
}

describe('AllSources', () => {
  it('has what is loaded behind a walk that leaves it out', async () => {
    const all = await sourcesWithPart();
    const refreshed = all.files.refresh([config]);
    await all.load([part]);
    await refreshed;
    assert.ok(all.has(part));
  });

  it('has what is loaded while a walk leaves it out', async () => {
    const all = await sourcesWithPart();
    const walked = all.files.readAgain();
    await all.load([part]);
    await walked;
    assert.ok(all.has(part));
  });

  it('lacks what is found to be gone while folders are walked', async () => {
    const left = new Map(texts);
    const all = await sourcesWithPart(left);
    left.delete(part);
    const walked = all.files.readAgain();
    await all.load([part]);
    await walked;
    assert.ok(!all.has(part));
    assert.equal(all.files.unread.get(part), 'missing');
  });
});
