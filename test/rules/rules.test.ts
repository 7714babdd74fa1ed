import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { rules } from '#rules/index.ts';
import { ruleSample } from '#rules/rule-sample.ts';
import { checkExample, checkMarks } from './check-rule.ts';
import { readCases } from './read-cases.ts';

const only = process.env['PLUMBLINE_RULE'];

for (const rule of rules) {
  if (only !== undefined && rule.id !== only) continue;
  describe(rule.id, () => {
    for (const example of rule.examples) it(`example: ${example.title}`, () => checkExample(rule, example));
    const file = `test/rules/${rule.id}.md`;
    if (!existsSync(file)) return;
    const defaultName = ruleSample(rule.id).fileName;
    for (const { title, files } of readCases(readFileSync(file, 'utf8'), defaultName)) {
      it(title, () => {
        checkMarks(
          rule,
          Object.fromEntries(Object.entries(files).map(([name, text]) => [name, parseMarkedText(text)])),
        );
      });
    }
  });
}
