import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { readContext } from '#core/openapi/description/description-context.ts';
import { extractSection } from '#core/openapi/description/section-extract.ts';
import { rootRole } from '#core/openapi/description/section-role.ts';
import type { TreeLanguage } from '#core/tree/section.ts';
import { Random } from '../../support/random.ts';
import { happens, pickFrom } from '../law/chance.ts';
import { realTexts } from '../tree/real-texts.ts';

/** What a `$ref` is written with, and what may stand around one. */
const pieces = [
  ...['$ref', '"$ref"', "'$ref'", '"\\x24ref"', '"$re\\u0066"', '"\\U00000024ref"', '"$\\u0072ef"', '"$r\\\nef"'],
  ...['&k $ref', '&k "$ref"', '*k ', '*k', '&k !!str $ref', '? $ref\n          : ', '? &k $ref\n          : '],
  ...[
    ': ',
    ': ',
    ': ',
    ':',
    ' : ',
    ':\n            ',
    ': # c\n            ',
    ': &v ',
    ': *v',
    ': !!str ',
    ': >-\n            ',
  ],
  ...["'#/a'", '"#/a"', '#/a', './b.yaml', "'./b.yaml#/a'", '"b.yaml"', '"\\x23/a"', "'#/a", '{', '}', ', ', '[', ']'],
  ...['\n          ', '\n          ', '\n        ', 'schema', 'items: ', '<<: ', 'type: string', '- ', '"', "'", '\\'],
];

describe('extract of a section', () => {
  it('tells without a walk which sections refer to other files', () => {
    const random = new Random(7);
    let leading = 0;
    for (let count = 0; count < 10_000; count++) {
      const language = happens(random, 0.3) ? 'json' : 'yaml';
      leading += assertOutgoing(randomText(language, random), language);
    }
    assert.ok(leading > 100, `only ${leading} references lead out`);
  });

  it('takes no time for a long word full of ampersands', () => {
    const text = `openapi: 3.1.0\npaths: {}\nx-query: ${'a&'.repeat(300_000)}\n`;
    assert.equal(assertOutgoing(text, 'yaml'), 0);
  });

  for (const { text, language } of realTexts()) {
    it(`tells the same of a real file in ${language}`, () => {
      assertOutgoing(text, language);
      assertOutgoing(text.replaceAll('#/components/schemas', 'other.yaml#/x'), language);
    });
  }
});

function randomText(language: TreeLanguage, random: Random): string {
  const content = Array.from({ length: 2 + random.below(9) }, () => pickFrom(random, pieces)).join('');
  if (language === 'yaml')
    return `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n    A:\n      items:\n          ${content}\n`;
  return `{ "openapi": "3.1.0", "components": { "schemas": { "A": { "items": {${content}} } } } }`;
}

/** Gives back how many references lead out. */
function assertOutgoing(text: string, language: TreeLanguage): number {
  const document = cutDescription({ uri: `file:///a.${language}`, text, language });
  const context = readContext(document);
  let leading = 0;
  for (const section of document.sections) {
    const extract = extractSection(section, rootRole, context);
    const told = extract.outgoing.map(({ target }) => target);
    const walked = extract.references.filter(({ target }) => !target.startsWith('#')).map(({ target }) => target);
    assert.deepEqual(told, walked, `of ${JSON.stringify(text)}`);
    leading += walked.length;
  }
  return leading;
}
