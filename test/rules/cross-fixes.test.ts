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
import { prismaErrors } from '../core/prisma/prisma-oracle.ts';
import { assertRisksTold } from './assert-risks-told.ts';
import { type Files, markedFiles, reviewFiles } from './check-rule.ts';
import { type DifferProvider, differProviders } from './prisma-differ.ts';
import { risksOf } from './prisma-risks.ts';
import { readCases } from './read-cases.ts';

const crossRules = rules.filter(({ id }) => id.startsWith('cross/'));
/** Whether two spellings of one value are two rows is asked of what is unique, and so once it is. */
const prismaRules = rules.filter(({ id }) => id.startsWith('prisma/') && id !== 'prisma/email-unique-any-case');

describe('fixes of cross rules in Prisma schemas, put through Prisma’s own differ', () => {
  for (const { id } of crossRules) {
    for (const [title, files] of casesOf(id)) {
      const offered = offeredBy(id, reviewFiles(files, crossRules));
      if (offered.length === 0) continue;
      it(`${id}: ${title}`, async () => {
        for (const provider of providersOf(files)) {
          const subject = withDatasource(files, provider);
          // CockroachDB counts no Int up.
          if (prismaErrors(Object.entries(schemaOf(subject))).length > 0) continue;
          const reviewed = reviewFiles(subject, crossRules);
          for (const one of offeredBy(id, reviewed)) await checkFix(subject, reviewed, one, provider);
        }
      });
    }
  }
});

interface OfferedFix {
  readonly finding: ReviewFinding;
  readonly fix: ReviewFix;
}

/** Prisma takes the schema, nothing that holds data is dropped, the title says what may fail or is written anew, what was found is gone, and no rule finds anything new in the schema. */
async function checkFix(
  before: Files,
  reviewed: Review,
  { finding, fix }: OfferedFix,
  provider: DifferProvider,
): Promise<void> {
  const { files, skipped } = resolveFixes(reviewed, [fix]);
  const after = Object.fromEntries(
    Object.entries(before).map(([name, text]) => {
      const { edits = [] } = files.find(({ uri }) => uri.endsWith(`/${name}`)) ?? {};
      return [name, applyEdits(text, edits)];
    }),
  );
  const where = `${provider}, ${fix.title}:\n${Object.values(schemaOf(after)).join('\n')}`;
  assert.deepEqual(skipped, [], where);
  assert.equal(fix.safety, 'review', where);
  assert.deepEqual(prismaErrors(Object.entries(schemaOf(after))), [], where);
  const risks = await risksOf(provider, joined(schemaOf(before)), joined(schemaOf(after)));
  assert.deepEqual(risks.losses, [], `nothing is lost: ${where}`);
  assertRisksTold(fix.title, risks, where);
  const left = messagesOf(reviewFiles(after, crossRules), finding.ruleId);
  assert.ok(!left.includes(finding.message), `what was found is gone: ${where}`);
  const known = messagesOf(reviewFiles(schemaOf(before), prismaRules));
  const found = messagesOf(reviewFiles(schemaOf(after), prismaRules));
  assert.deepEqual(
    found.filter((message) => !known.includes(message)),
    [],
    `no new finding: ${where}`,
  );
}

/** Those that change a Prisma file. */
function offeredBy(id: string, reviewed: Review): readonly OfferedFix[] {
  const findings = [...reviewed.files.values()].flatMap((file) => [...singleFindings(file.findings)]);
  return findings
    .filter(({ ruleId }) => ruleId === id)
    .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })))
    .filter(({ fix }) => resolveFixes(reviewed, [fix]).files.some(({ uri }) => uri.endsWith('.prisma')));
}

/** The examples of a rule, its cases, and its seeded pairs. */
function casesOf(id: string): readonly (readonly [string, Files])[] {
  const rule = crossRules.filter((one) => one.id === id);
  const examples = rule.flatMap((one) => one.examples.map(({ title, bad }) => [title, markedFiles(one, bad)] as const));
  const texts = [`test/rules/${id}.md`, `test/rules/${id.replace('/', '/seeded/')}.md`].filter(existsSync);
  const cases = texts.flatMap((path) => readCases(readFileSync(path, 'utf8'), 'openapi.yaml'));
  return [
    ...examples.map(([title, files]) => [title, plain(files)] as const),
    ...cases.map(({ title, files }) => [title, plain(marked(files))] as const),
  ];
}

function marked(files: Files) {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, parseMarkedText(text)]));
}

function plain(files: { readonly [name: string]: { readonly text: string } }): Files {
  return Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
}

function schemaOf(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name.endsWith('.prisma')));
}

/** The database the schema names, where Prisma writes its migrations without a connection; else all of those. */
function providersOf(files: Files): readonly DifferProvider[] {
  const written = /provider *= *"(\w+)"/.exec(joined(schemaOf(files)))?.[1];
  return written === undefined ? differProviders : differProviders.filter((provider) => provider === written);
}

function withDatasource(files: Files, provider: DifferProvider): Files {
  const isNamed = joined(schemaOf(files)).includes('datasource ');
  return isNamed ? files : { ...files, 'datasource.prisma': `datasource db {\n  provider = "${provider}"\n}\n` };
}

function joined(files: Files): string {
  return Object.values(files).join('\n');
}

function messagesOf({ files }: Review, ruleId?: string): readonly string[] {
  const findings = [...files.values()].flatMap((file) => [...singleFindings(file.findings)]);
  return findings.filter((finding) => ruleId === undefined || finding.ruleId === ruleId).map(({ message }) => message);
}
