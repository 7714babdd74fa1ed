import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isLowered, nextVersion, saysStep } from '#core/change/next-version.ts';

describe('a version', () => {
  it('is raised as far as a change asks', () => {
    assert.equal(nextVersion('1.4.2', 'major'), '2.0.0');
    assert.equal(nextVersion('1.4.2', 'minor'), '1.5.0');
    assert.equal(nextVersion('1.4.2', 'patch'), '1.4.3');
    assert.equal(nextVersion('v1', 'major'), 'v2');
    assert.equal(nextVersion('2.1', 'minor'), '2.2');
    assert.equal(nextVersion('0.4.2', 'major'), '0.5.0');
    assert.equal(nextVersion('1.0.0-rc.1+5', 'major'), '2.0.0');
    for (const none of ['2024-01-31', '2024.1', 'latest', '', 'v1beta1', '1.2.3.4'])
      assert.equal(nextVersion(none, 'major'), undefined);
  });

  it('says enough, or too little', () => {
    assert.equal(saysStep('1.4.2', '2.0.0', 'major'), true);
    assert.equal(saysStep('1.4.2', '3.0.0', 'major'), true);
    assert.equal(saysStep('1.4.2', '1.5.0', 'major'), false);
    assert.equal(saysStep('1.4.2', '1.4.2', 'patch'), false);
    assert.equal(saysStep('0.4.2', '0.5.0', 'major'), true);
    assert.equal(saysStep('0.4.2', '1.0.0', 'major'), true);
    assert.equal(saysStep('v1', 'v1', 'major'), false);
    assert.equal(saysStep('v1', 'v1', 'minor'), true);
    assert.equal(saysStep('1.2', '2.0.0', 'major'), true);
    assert.equal(saysStep('1.0.0-beta', '1.0.0-beta', 'major'), undefined);
    assert.equal(saysStep('2024-01-31', '2024-01-31', 'major'), undefined);
  });

  it('is lower than another, or not', () => {
    assert.equal(isLowered('1.4.0', '1.3.9'), true);
    assert.equal(isLowered('1.4.0', '1.4'), false);
    assert.equal(isLowered('1.4.0', '1.10.0'), false);
    assert.equal(isLowered('1.4.0', 'next'), undefined);
  });
});
