import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { readPageMessage, readPageState } from '#client/diagram-message.ts';
import { diagramPage } from '#client/diagram-page.ts';
import { diagramThemes } from '#core/diagram/diagram-style.ts';

const html = diagramPage({
  script: 'https://x/diagram.js',
  style: 'https://x/diagram.css',
  origin: 'https://x',
  nonce: 'n0',
});

describe('the page of a diagram', () => {
  it('runs its own script alone, and loads nothing but its style', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      "script-src 'nonce-n0'",
      'style-src https://x',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /\son\w+=|\sstyle=|javascript:/);
  });

  it('says of each control what it does', () => {
    for (const [tag] of html.matchAll(/<(?:button|select|input)\b[^>]*>/g)) {
      assert.match(tag, /aria-label="[^"]+"|id="findings" .*title="[^"]+"/, tag);
    }
  });

  it('has the elements that its script asks for', () => {
    const scripts = ['main', 'toolbar'].map((name) => readFileSync(`client/webview/${name}.ts`, 'utf8')).join();
    const ids = [...scripts.matchAll(/(?:element|onClick)\('([\w-]+)'/g)].map(([, id]) => id);
    assert.ok(ids.length > 15);
    for (const id of ids) assert.ok(html.includes(`id="${id}"`), id);
  });

  it('gives every colour of a diagram one of the theme', () => {
    const css = readFileSync('client/webview/diagram.css', 'utf8');
    for (const name of Object.keys(diagramThemes.light))
      assert.match(css, new RegExp(`--diagram-${name}: .*var\\(--vscode-`));
    assert.doesNotMatch(css, /#[0-9a-f]{3,8}\b[^{]*;|url\(|@import/);
  });
});

describe('a message of the page', () => {
  it('is taken where it is one of those there are', () => {
    for (const message of [
      { kind: 'ready' },
      { kind: 'open', model: 'A' },
      { kind: 'open', model: 'A', field: 'b' },
      { kind: 'choose', uri: 'file:///a' },
      { kind: 'detail', detail: 'keys' },
      { kind: 'export', format: 'svg' },
    ]) {
      assert.deepEqual(readPageMessage({ ...message, more: 1 }), message);
    }
    const others = [null, 'open', {}, { kind: 'open' }, { kind: 'choose', uri: 1 }, { kind: 'detail', detail: 'x' }];
    for (const message of [...others, { kind: 'export', format: 'exe' }, { kind: 'toString' }]) {
      assert.equal(readPageMessage(message), undefined);
    }
  });

  it('is a state where it names a schema and how it is shown', () => {
    assert.deepEqual(readPageState({ uri: 'u', detail: 'all', view: 1 }), { uri: 'u', detail: 'all' });
    for (const state of [undefined, null, {}, { uri: 'u' }, { uri: 1, detail: 'all' }]) {
      assert.equal(readPageState(state), undefined);
    }
  });
});
