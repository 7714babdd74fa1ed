import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { generateOpenApi } from '../../../support/generate-openapi.ts';
import { Random } from '../../../support/random.ts';
import { typedIn } from './typed-files.ts';

const description = generateOpenApi(2);
const yaml = stringify(description, { aliasDuplicateObjects: false });
const texts = {
  'blocks.yaml': yaml,
  'lists-left.yaml': stringify(description, { aliasDuplicateObjects: false, indentSeq: false }),
  'wide.yaml': stringify(description, { aliasDuplicateObjects: false, indent: 4 }),
  'windows.yaml': yaml.replaceAll('\n', '\r\n'),
  'indented.json': JSON.stringify(description, undefined, 2),
} as const;

function problemsIn(name: string, text: string): number {
  const language = name.endsWith('.json') ? 'json' : 'yaml';
  const { sections } = cutDescription({ uri: `file:///w/${name}`, text, language });
  return sections.reduce((count, { problems }) => count + problems.length, 0);
}

describe('what is proposed on a new line', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`breaks nothing once it is taken: ${name}`, () => {
      const random = new Random(5);
      let taken = 0;
      for (let round = 0; round < 150; round++) {
        const end = text.indexOf('\n', random.below(text.length - 10));
        const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
        const at = line.endsWith('\r') ? end - 1 : end;
        const indentation = /^ */.exec(line)?.[0] ?? '';
        const newline = text.slice(at, end + 1);
        const typed = `${text.slice(0, at)}${newline}${indentation}${random.pick(['', '', '  '])}¦${text.slice(at)}`;
        const proposed = typedIn({ [name]: typed }, { [name]: text });
        if (proposed.labels.length === 0) continue;
        for (let turn = 0; turn < 4; turn++) {
          const label = proposed.labels[random.below(proposed.labels.length)] ?? '';
          const after = proposed.takenPlainly(label);
          assert.equal(problemsIn(name, after), 0, `${label}: ${after.slice(Math.max(0, at - 150), at + 150)}`);
          taken++;
        }
      }
      assert.ok(taken > 100, `${taken}`);
    });
  }
});
