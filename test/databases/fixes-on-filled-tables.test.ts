import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { migrationOf } from '../rules/prisma-differ.ts';
import {
  casesOf,
  datasource,
  fixedFiles,
  fixesOf,
  isForAnother,
  isNamed,
  joined,
  namedProvider,
  type OfferedFix,
  prismaRules,
  type Subject,
  subjectOf,
} from '../rules/prisma-fix-cases.ts';
import { headOf } from '../rules/prisma-losses.ts';
import { contentOf, fillTables, lostFrom } from './filled-tables.ts';
import { Postgres } from './postgres.ts';

/** Of each rule so many schemas are tried, its examples first. */
const mostCases = 2;

describe('migrations of Prisma fixes, run on filled tables', function () {
  this.timeout(120_000);
  let db: Postgres;

  before(async () => {
    db = await Postgres.open();
    await db.run("SET TIME ZONE 'UTC'");
  });
  after(() => db.close());

  it('find out what is lost and what fails', async () => {
    const model = (body: string) => `${datasource('postgresql')}model T {\n  id Int @id\n  a  String?\n${body}}\n`;
    assert.deepEqual(await migrate(model('  b Int\n'), model('  b BigInt\n')), { refusal: undefined, lost: [] });
    assert.deepEqual(await migrate(model('  b Int\n'), model('  c Int?\n')), { refusal: undefined, lost: ['T.b'] });
    assert.match((await migrate(model(''), model('  b Int\n'))).refusal ?? '', /contains null values/);
    const required = model('').replace('String?', 'String');
    assert.match((await migrate(model(''), required)).refusal ?? '', /contains null values/);
  });

  for (const rule of prismaRules) {
    let tried = 0;
    for (const { title, files } of casesOf(rule.id)) {
      const all = isNamed(files) ? files : { ...files, 'datasource.prisma': datasource('postgresql') };
      const provider = namedProvider.exec(joined(all))?.[1];
      if (provider !== 'postgresql' && provider !== 'postgres') continue;
      const subject = subjectOf(all, [rule]);
      const fixes = fixesOf(subject);
      if (fixes.length === 0 || subject.errors.length > 0 || isForAnother(subject)) continue;
      if (++tried > mostCases) break;
      it(`${rule.id}: ${title}`, async () => {
        for (const fix of fixes) await checkOnRows(subject, fix);
      });
    }
  }

  async function checkOnRows(subject: Subject, { finding, fix }: OfferedFix): Promise<void> {
    const after = fixedFiles(subject, fix);
    const where = `${finding.ruleId}: ${fix.title}\n${joined(after)}`;
    const { refusal, lost } = await migrate(joined(subject.files), joined(after));
    const isLossTold = /\blos(?:es|t)\b|\bnot kept\b/.test(fix.title);
    if (!isLossTold && !/\bfails?\b/.test(fix.title)) assert.equal(refusal, undefined, where);
    if (!isLossTold) assert.deepEqual(lost, [], where);
  }

  /** Fills the tables of the first schema and runs the migration to the second one. */
  async function migrate(from: string, to: string) {
    await db.clear();
    // What cannot even be made holds no rows.
    if ((await db.refusal(await migrationOf('postgresql', headOf(from), from))) !== undefined)
      return { refusal: undefined, lost: [] };
    await fillTables(db);
    const held = await contentOf(db);
    const refusal = await db.refusal(await migrationOf('postgresql', from, to));
    return { refusal, lost: lostFrom(held, await contentOf(db)) };
  }
});
