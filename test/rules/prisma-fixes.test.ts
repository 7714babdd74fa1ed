import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { resolveFixes } from '#core/fix.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { applyEdits } from '#core/text/span.ts';
import { rules } from '#rules/index.ts';
import { corpusSchemas, withoutOldSettings } from '../core/prisma/prisma-corpus.ts';
import { prismaErrors } from '../core/prisma/prisma-oracle.ts';
import { describeOnCorpus } from '../support/corpus.ts';
import { type Files, markedFiles, reviewFiles } from './check-rule.ts';
import { type DifferProvider, differProviders, migrationOf } from './prisma-differ.ts';
import { lossesOf } from './prisma-losses.ts';
import { modelRisksOf, type Risks, risksOf } from './prisma-risks.ts';
import { readCases } from './read-cases.ts';

const prismaRules = rules.filter(({ id }) => id.startsWith('prisma/'));

/** MySQL and SQL Server are told by Prisma’s model of both schemas; MongoDB wants other keys than most schemas have. */
const triedProviders = [...differProviders, 'mysql', 'sqlserver'] as const;

/** How many fixes of one rule are tried in one schema of the corpus. */
const mostFixes = 2;

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
    for (const { title, files } of casesOf(rule.id)) {
      for (const provider of isNamed(files) ? [undefined] : triedProviders) {
        const all = provider === undefined ? files : { ...files, 'datasource.prisma': datasource(provider) };
        const subject = subjectOf(all);
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

/** A schema, and what Plumbline and Prisma hold against it before anything is fixed. */
interface Subject {
  readonly files: Files;
  readonly reviewed: Review;
  readonly messages: readonly string[];
  readonly errors: readonly string[];
}

function subjectOf(files: Files): Subject {
  const reviewed = reviewFiles(files, prismaRules);
  return { files, reviewed, messages: messagesOf(reviewed), errors: prismaErrors(Object.entries(files)) };
}

interface OfferedFix {
  readonly finding: ReviewFinding;
  readonly fix: ReviewFix;
}

/** Nothing that holds data is dropped unless the title says so, and a safe fix asks for no migration; Prisma takes the schema. */
async function checkFix(
  { reviewed, files: before, messages, errors }: Subject,
  { finding, fix }: OfferedFix,
): Promise<void> {
  const { files, skipped } = resolveFixes(reviewed, [fix]);
  assert.deepEqual(skipped, [], fix.title);
  const after = Object.fromEntries(
    Object.entries(before).map(([name, text]) => {
      const { edits = [] } = files.find(({ uri }) => uri.endsWith(`/${name}`)) ?? {};
      return [name, applyEdits(text, edits)];
    }),
  );
  const where = `${finding.ruleId}: ${fix.title}\n${Object.values(after).join('\n')}`;
  assert.deepEqual(subtract(prismaErrors(Object.entries(after)), errors), [], `Prisma takes it: ${where}`);
  assert.deepEqual(subtract(messagesOf(reviewFiles(after, prismaRules)), messages), [], `no new finding: ${where}`);
  if (errors.length > 0) return;
  const named = namedProvider.exec(joined(before))?.[1];
  if (named === 'mysql' || named === 'sqlserver' || named === 'mongodb') {
    const risks = modelRisksOf(Object.entries(before), Object.entries(after), named);
    if (risks !== undefined) assertTold(fix.title, risks, `${named}: ${where}`);
  }
  const provider = providerOf(before);
  if (provider === undefined) return;
  const [a, b] = [forProvider(joined(before), provider), forProvider(joined(after), provider)];
  assertTold(fix.title, await risksOf(provider, a, b), `${provider}: ${where}`);
  if (fix.safety === 'safe') assert.equal(await migrationOf(provider, a, b), '', `${provider}: ${where}`);
}

/** How titles say that something is lost, may fail, or is written anew. */
const saysLoss = /\blos(?:es|t)\b/;
const saysFailure = /\bfails?\b/;
const saysRewrite = /\brewrites?\b/;

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

/** Who reads the title knows what the migration may do to the rows that are there. */
function assertTold(title: string, { losses, failures, rewrites }: Risks, where: string): void {
  const isLossTold = saysLoss.test(title);
  if (!isLossTold) assert.deepEqual(losses, [], `a loss is told: ${where}`);
  if (!saysFailure.test(title)) assert.deepEqual(failures, [], `what makes it fail is told: ${where}`);
  if (!isLossTold && !saysRewrite.test(title)) assert.deepEqual(rewrites, [], `a rewrite is told: ${where}`);
}

function casesOf(id: string): readonly { readonly title: string; readonly files: Files }[] {
  const rule = prismaRules.filter((one) => one.id === id);
  const examples = rule.flatMap((one) =>
    one.examples.map(({ title, bad }) => ({ title, files: plain(markedFiles(one, bad)) })),
  );
  const path = `test/rules/${id}.md`;
  const cases = existsSync(path) ? readCases(readFileSync(path, 'utf8'), 'schema.prisma') : [];
  return [
    ...examples,
    ...cases.map(({ title, files }) => ({
      title,
      files: plain(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, parseMarkedText(text)]))),
    })),
  ];
}

function fixesOf({ reviewed }: Subject): readonly OfferedFix[] {
  const findings = [...reviewed.files.values()].flatMap((file) => [...singleFindings(file.findings)]);
  return findings.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
}

function messagesOf({ files }: Review): readonly string[] {
  return [...files.values()].flatMap(({ findings }) => [...singleFindings(findings)].map(({ message }) => message));
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

function joined(files: Files): string {
  return Object.values(files).join('\n');
}

function plain(files: { readonly [name: string]: { readonly text: string } }): Files {
  return Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
}

function isNamed(files: Files): boolean {
  return /^datasource /m.test(joined(files));
}

/** True for a schema with native types that the database has not. */
function isForAnother({ errors }: Subject): boolean {
  return errors.some((error) => /^Native type \S+ is not supported/.test(error));
}

function datasource(provider: string): string {
  return `datasource db {\n  provider = "${provider}"\n}\n`;
}

const namedProvider = /^\s*provider\s*=\s*"(postgresql|postgres|sqlite|cockroachdb|mysql|sqlserver|mongodb)"/m;

/** The database to ask: the schema's own, PostgreSQL for those the differ has not; none for MongoDB, which has no migrations. */
function providerOf(files: Files): DifferProvider | undefined {
  const provider = namedProvider.exec(joined(files))?.[1];
  if (provider === undefined || provider === 'mongodb') return undefined;
  return provider === 'sqlite' || provider === 'cockroachdb' ? provider : 'postgresql';
}

/** The schema for another database: with a datasource for it, without native types and functions it has not. */
function forProvider(text: string, provider: DifferProvider): string {
  const written = namedProvider.exec(text)?.[1];
  if (written === provider || (written === 'postgres' && provider === 'postgresql')) return text;
  const changed = text.replace(/ @db\.\w+(?:\([^)]*\))?/g, '').replace(namedProvider, `  provider = "${provider}"`);
  return written === undefined ? `${datasource(provider)}\n${changed}` : changed;
}
