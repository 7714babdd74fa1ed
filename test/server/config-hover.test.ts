import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { asks, verb } from './ask-about-config.ts';
import { hoverText } from './hover-text.ts';

describe('a hover over a configuration', () => {
  it('tells what the words of plumbline.yaml mean', () =>
    asks({ 'plumbline.yaml': '' }, async (client) => {
      const text = `preset: strict\nrules:\n  ${verb}: { verbs: { add: [enqueue] } }\n  prisma/*: off\n  openapi/none: off\n`;
      await client.open('plumbline.yaml', text);
      await client.untilRules('plumbline.yaml', 'plumbline/config');
      const shown = (word: string) => hoverText(client, 'plumbline.yaml', client.rangeOf('plumbline.yaml', word).start);
      assert.match(await shown(verb), /^\*\*openapi\/path-no-crud-verb\*\* · warning\n\n/);
      assert.match(await shown('verbs'), /words, usually get, list/);
      assert.match(await shown('strict'), /Every rule/);
      assert.match(await shown('prisma/*'), /All rules/);
      assert.match(await shown('off'), /not run/);
      assert.equal(await shown('enqueue'), '');
      assert.equal(await shown('openapi/none'), '');
    }));
});
