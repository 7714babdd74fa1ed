import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { corpusSchemas, withoutOldSettings } from '../core/prisma/prisma-corpus.ts';
import { prismaErrors } from '../core/prisma/prisma-oracle.ts';
import { describeOnCorpus } from '../support/corpus.ts';
import { assertRisksTold, saysFailure, saysLoss, saysRewrite } from './assert-risks-told.ts';
import { type Files, reviewFiles } from './check-rule.ts';
import { type DifferProvider, differProviders, migrationOf } from './prisma-differ.ts';
import {
  casesOf,
  datasource,
  fixedFiles,
  fixesOf,
  forProvider,
  heededRules,
  isForAnother,
  isNamed,
  joined,
  namedProvider,
  type OfferedFix,
  prismaRules,
  ruleIdsOf,
  type Subject,
  subjectOf,
} from './prisma-fix-cases.ts';
import { lossesOf } from './prisma-losses.ts';
import { modelRisksOf } from './prisma-model-risks.ts';
import { risksOf } from './prisma-risks.ts';

/** MySQL and SQL Server are told by Prisma’s model of both schemas; MongoDB wants other keys than most schemas have. */
const triedProviders = [...differProviders, 'mysql', 'sqlserver'] as const;

/** With `PLUMBLINE_EVERY_FIX=1` long schemas of the corpus are tried, too, and more fixes of each rule. */
const isThorough = process.env['PLUMBLINE_EVERY_FIX'] === '1';

/** How many fixes of one rule are tried in one schema of the corpus, and how many characters that has at most. */
const [mostFixes, longestSchema] = isThorough ? [5, Number.POSITIVE_INFINITY] : [1, 15_000];

describe('fixes of Prisma rules, put through Prisma’s own differ', () => {
  it('which sees what a migration loses', async () => {
    const model = (body: string): string => `model User {\n  id Int @id\n${body}}\n`;
    for (const provider of differProviders) {
      const lost = (a: string, b: string) => lossesOf(provider, forProvider(a, provider), forProvider(b, provider));
      assert.deepEqual(await lost(model('  a Int?\n  b Int\n'), model('  a Int?\n')), ['column b'], provider);
      assert.deepEqual(await lost(model('  a Int?\n'), model('  a Int?\n  b DateTime?\n')), [], provider);
      assert.deepEqual(await lost(model('  a Int\n'), model('  a Int?\n')), [], provider);
      assert.deepEqual(await lost(model('') + model('').replace('User', 'Post'), model('')), ['table Post'], provider);
    }
  });

  for (const rule of prismaRules) {
    for (const { title, files, isExample } of casesOf(rule.id)) {
      const tried = isExample ? triedProviders : differProviders;
      for (const provider of isNamed(files) ? [undefined] : tried) {
        const all = provider === undefined ? files : { ...files, 'datasource.prisma': datasource(provider) };
        const subject = subjectOf(all, [rule]);
        const fixes = fixesOf(subject);
        if (fixes.length === 0 || isForAnother(subject)) continue;
        it(`${rule.id}: ${title}${provider === undefined ? '' : ` (${provider})`}`, async () => {
          for (const fix of fixes) await checkFix(subject, fix);
          assertFoldsTold(subject);
        });
      }
    }
  }

  describeOnCorpus('on the corpus', () => {
    for (const [root, texts] of corpusSchemas()) {
      if (texts.reduce((sum, [, text]) => sum + text.length, 0) > longestSchema) continue;
      it(root, async function () {
        this.timeout(0);
        const files = Object.fromEntries(texts.map(([name, text]) => [name, withoutOldSettings(text)]));
        const subject = subjectOf(files);
        for (const rule of prismaRules) {
          const fixes = fixesOf(subject).filter(({ finding }) => finding.ruleId === rule.id);
          for (const fix of spread(fixes, mostFixes)) await checkFix(subject, fix);
        }
        assertFoldsTold(subject);
      });
    }
  });
});

/** What is told only once something else is mended, by the rule of the fix. */
const broughtUp: Readonly<Record<string, readonly string[]>> = {
  'prisma/soft-delete-shape': ['prisma/soft-deleted-not-cascaded'],
  'prisma/foreign-key-related': ['prisma/cascade-contained', 'prisma/list-name-plural', 'prisma/list-name-plural'],
  'prisma/updated-at-attribute': ['prisma/defaulted-not-optional'],
  'prisma/idempotency-answer-stored': ['prisma/long-text-held'],
  'prisma/field-casing-consistent': ['prisma/no-delimited-list', 'prisma/list-name-plural', 'prisma/list-name-plural'],
  'prisma/model-number-consistent': ['prisma/key-not-exhausted'],
};

/** Nothing that holds data is dropped unless the title says so, and a safe fix asks for no migration; Prisma takes the schema. */
async function checkFix(subject: Subject, { finding, fix }: OfferedFix): Promise<void> {
  const { files: before, found, errors } = subject;
  const after = fixedFiles(subject, fix);
  const where = `${finding.ruleId}: ${fix.title}\n${Object.values(after).join('\n')}`;
  assert.deepEqual(subtract(prismaErrors(Object.entries(after)), errors), [], `Prisma takes it: ${where}`);
  const more = subtract(ruleIdsOf(reviewFiles(after, heededRules)), found);
  assert.deepEqual(subtract(more, broughtUp[finding.ruleId] ?? []), [], `no new finding: ${where}`);
  if (errors.length > 0) return;
  const named = namedProvider.exec(joined(before))?.[1];
  if (named === 'mysql' || named === 'sqlserver' || named === 'mongodb') {
    const risks = modelRisksOf(Object.entries(before), Object.entries(after), named);
    if (risks !== undefined) assertRisksTold(fix.title, risks, `${named}: ${where}`);
  }
  const provider = providerOf(before);
  if (provider === undefined) return;
  const [a, b] = [forProvider(joined(before), provider), forProvider(joined(after), provider)];
  if (!(await isTaken(provider, a))) return;
  const risks = await risksOf(provider, a, b);
  // What those databases have by default is another matter.
  const isOwn = named !== 'mysql' && named !== 'sqlserver';
  assertRisksTold(fix.title, isOwn ? risks : { ...risks, failures: [], rewrites: [] }, `${provider}: ${where}`);
  if (fix.safety === 'safe' && isOwn) assert.equal(await migrationOf(provider, a, b), '', `${provider}: ${where}`);
}

/** The differ wants preview features that the language server does not ask for. */
async function isTaken(provider: DifferProvider, schema: string): Promise<boolean> {
  return migrationOf(provider, schema, schema).then(
    () => true,
    () => false,
  );
}

/** A fix for many says what those of the single ones say. */
function assertFoldsTold({ reviewed }: Subject): void {
  const fixes = [...reviewed.files.values()].flatMap(({ findings }) => findings.flatMap((finding) => finding.fixes));
  for (const { title, parts = [] } of fixes) {
    for (const word of [saysLoss, saysFailure, saysRewrite]) {
      const own = parts.find((part) => word.test(part.title));
      if (own !== undefined) assert.match(title, word, `“${title}” is made of “${own.title}”`);
    }
  }
}

/** What is in `all` more often than in `known`. */
function subtract(all: readonly string[], known: readonly string[]): readonly string[] {
  const left = [...known];
  return all.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Some of many, spread over all of them, always the same. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, most);
}

/** The database to ask: the schema's own, PostgreSQL for those the differ has not; none for MongoDB, which has no migrations. */
function providerOf(files: Files): DifferProvider | undefined {
  const provider = namedProvider.exec(joined(files))?.[1];
  if (provider === undefined || provider === 'mongodb') return undefined;
  return provider === 'sqlite' || provider === 'cockroachdb' ? provider : 'postgresql';
}
