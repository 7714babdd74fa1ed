import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { rules } from '#rules/index.ts';
import { type Files, markedFiles } from '../check-rule.ts';
import { readCases } from '../read-cases.ts';
import { checkFixes, reviewFiles } from './checked-fixes.ts';

const only = process.env['PLUMBLINE_RULE'];

describe('fixes change what they are about, and bring up nothing', () => {
  for (const rule of rules) {
    if (only !== undefined && rule.id !== only) continue;
    it(`in the texts of ${rule.id}`, () => {
      for (const files of textsOf(rule)) checkFixes(reviewFiles(files));
    });
  }
});

/** Texts by name: the examples of a rule, and its cases. */
function textsOf(rule: (typeof rules)[number]): readonly Files[] {
  const file = `test/rules/${rule.id}.md`;
  const defaultName = rule.id.startsWith('prisma/') ? 'schema.prisma' : 'openapi.yaml';
  const cases = existsSync(file) ? readCases(readFileSync(file, 'utf8'), defaultName) : [];
  const examples = rule.examples.flatMap(({ bad, good }) => [bad, good]);
  return [
    ...examples.map((text) => textsIn(markedFiles(rule, text))),
    ...cases.map(({ files }) =>
      textsIn(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, parseMarkedText(text)]))),
    ),
  ];
}

function textsIn(files: { readonly [name: string]: { readonly text: string } }): Files {
  // What files were is not fixed.
  const now = Object.entries(files).filter(([name]) => !name.startsWith('base/'));
  return Object.fromEntries(now.map(([name, { text }]) => [name, text]));
}
