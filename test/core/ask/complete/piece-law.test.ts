import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import { completionsAt } from '#core/ask/complete/completions-at.ts';
import { ChunkedText } from '#core/text/chunked-text.ts';
import { applyEdits } from '#core/text/span.ts';
import { generateOpenApi } from '../../../support/generate-openapi.ts';
import { Random } from '../../../support/random.ts';
import { workspaceOf } from '../marked-files.ts';

/** More than is read as a whole. */
const description = generateOpenApi(16);

const inserted = {
  yaml: ['\n  ', '\n    ', '\n      ', '\n        ', '\n          ', '\n      x', '\n    - ', ' '],
  json: [',\n    ', ',\n      "', '\n        ', ',\n          "x', ' '],
} as const;

describe('what is proposed in a large description', () => {
  for (const [ending, text] of [
    ['yaml', stringify(description, { aliasDuplicateObjects: false })],
    ['json', JSON.stringify(description, undefined, 2)],
  ] as const) {
    it(`is found in the sections around as in the whole text: ${ending}`, () => {
      const uri = `file:///w/api.${ending}`;
      const workspace = workspaceOf(new Map([[uri, text]]));
      const random = new Random(7);
      let found = 0;
      for (let round = 0; round < 250; round++) {
        const at = text.indexOf('\n', random.below(text.length - 200));
        const newText = random.pick<string>(inserted[ending]);
        // What was typed before is not reviewed yet, either.
        const word = text.indexOf('description', random.below(at));
        const isLonger = random.below(2) === 0 && word >= 0 && word + 11 < at;
        const earlier = isLonger ? [{ span: { start: word, end: word + 11 }, newText: 'description-typed' }] : [];
        const edits = [...earlier, { span: { start: at, end: at }, newText }];
        const typed = ChunkedText.of(applyEdits(text, edits));
        const offset = at + newText.length + (isLonger ? 6 : 0);
        const near = completionsAt(workspace, { uri, text: typed, edits }, offset);
        const whole = completionsAt(workspace, { uri, text: typed, edits: undefined }, offset);
        assert.deepEqual(near, whole, `${round}: ${text.slice(at - 60, at)}${newText}`);
        found += near.items.length > 0 ? 1 : 0;
      }
      assert.ok(text.length > 60_000 && found > 40, `${text.length} ${found}`);
    });
  }
});
