import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Config, emptyConfig } from '#core/config/config.ts';
import { configFor } from '#core/config/nearest-config.ts';

function configsIn(...folders: readonly string[]): ReadonlyMap<string, Config> {
  const configs = folders.map((folder) => ({ ...emptyConfig, folder, uri: `${folder}plumbline.yaml` }));
  return new Map(configs.map((config) => [config.uri, config]));
}

const nearest = (uri: string, configs: ReadonlyMap<string, Config>, ...folders: readonly string[]) =>
  configFor(uri, configs, folders).uri;

describe('configFor', () => {
  const configs = configsIn('file:///', 'file:///w/', 'file:///w/api/');

  it('takes the nearest at or above a file', () => {
    assert.equal(nearest('file:///w/api/v1/a.yaml', configs), 'file:///w/api/plumbline.yaml');
    assert.equal(nearest('file:///w/api/plumbline.yaml', configs), 'file:///w/api/plumbline.yaml');
    assert.equal(nearest('file:///w/api2/a.yaml', configs), 'file:///w/plumbline.yaml');
    assert.equal(nearest('file:///elsewhere/a.yaml', configs), 'file:///plumbline.yaml');
  });

  it('does not look above the workspace folder, the inner of two that lie in each other', () => {
    assert.equal(nearest('file:///w/web/a.yaml', configs, 'file:///w'), 'file:///w/plumbline.yaml');
    assert.equal(nearest('file:///w/web/a.yaml', configs, 'file:///w/web', 'file:///w'), undefined);
    assert.equal(nearest('file:///w/api/a.yaml', configs, 'file:///w/api/'), 'file:///w/api/plumbline.yaml');
  });

  it('takes paths of any kind', () => {
    assert.equal(nearest('a.yaml', configsIn('')), 'plumbline.yaml');
    assert.equal(nearest('b/a.yaml', configsIn('')), 'plumbline.yaml');
    assert.equal(nearest('/b/a.yaml', configsIn('/')), '/plumbline.yaml');
    assert.equal(nearest('/b/a.yaml', configsIn('/c/')), undefined);
    assert.equal(nearest('untitled:a.yaml', configs), undefined);
    assert.equal(nearest('', configs), undefined);
  });
});
