import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { rules } from '#rules/index.ts';
import { prismaErrors } from '../../core/prisma/prisma-oracle.ts';
import { applyFixes, type Files, reviewFiles } from '../check-rule.ts';
import { lossesOf } from '../prisma-losses.ts';
import { type ChangeFix, changeFixes } from './change-fixes.ts';

const changeRules = rules.filter(({ id }) => id.startsWith('change/'));

describe('fixes of changes', () => {
  for (const each of changeFixes) {
    const files = { [`base/${each.file}`]: each.before, [each.file]: each.after };

    it(each.title, async () => {
      const written = fixed(files, each);
      assert.equal(written[each.file], each.fixed);
      const left = findingsOf(written).filter(({ ruleId }) => ruleId === each.rule);
      assert.deepEqual(
        left.map(({ message }) => message),
        [],
      );
      if (each.file !== 'schema.prisma') return;
      assert.deepEqual(prismaErrors([[each.file, each.fixed]]), []);
      assert.deepEqual(await lossesOf('postgresql', each.before, each.fixed), []);
    });
  }
});

function fixed(files: Files, { rule, fix }: ChangeFix): Files {
  const reviewed = reviewFiles(files, changeRules);
  const findings = [...reviewed.files.values()].flatMap(({ findings }) => [...singleFindings(findings)]);
  const offered = findings.filter(({ ruleId }) => ruleId === rule).flatMap(({ fixes }) => fixes);
  const chosen = offered.filter(({ title }) => title === fix);
  assert.equal(chosen.length, 1, `${fix} is one of ${offered.map(({ title }) => title).join(' | ')}`);
  return applyFixes(reviewed, files, chosen);
}

function findingsOf(files: Files) {
  const { files: reviewed } = reviewFiles(files, changeRules);
  return [...reviewed.values()].flatMap(({ findings }) => [...singleFindings(findings)]);
}
