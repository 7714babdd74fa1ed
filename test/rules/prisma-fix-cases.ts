import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolveFixes } from '#core/fix.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { Rule } from '#core/rule.ts';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { applyEdits } from '#core/text/span.ts';
import { rules } from '#rules/index.ts';
import { prismaErrors } from '../core/prisma/prisma-oracle.ts';
import { type Files, markedFiles, reviewFiles } from './check-rule.ts';
import type { DifferProvider } from './prisma-differ.ts';
import { readCases } from './read-cases.ts';

export const prismaRules = rules.filter(({ id }) => id.startsWith('prisma/'));

/** What is told by what most of a schema does: one more column may make most of some. */
const byMajority = /-(?:consistent|mapped)$/;

/** What fixes should not bring up. */
export const heededRules = prismaRules.filter(({ id, recommended }) => recommended && !byMajority.test(id));

/** A schema, and what Plumbline and Prisma hold against it before anything is fixed. */
export interface Subject {
  readonly files: Files;
  /** By the rules whose fixes are tried. */
  readonly reviewed: Review;
  /** Which of `heededRules` say something, finding by finding; looked for when somebody asks. */
  readonly found: readonly string[];
  readonly errors: readonly string[];
}

/** `tried`: the rules whose fixes are tried. */
export function subjectOf(files: Files, tried: readonly Rule[] = prismaRules): Subject {
  let found: readonly string[] | undefined;
  return {
    files,
    reviewed: reviewFiles(files, tried),
    get found() {
      found ??= ruleIdsOf(reviewFiles(files, heededRules));
      return found;
    },
    errors: prismaErrors(Object.entries(files)),
  };
}

export interface OfferedFix {
  readonly finding: ReviewFinding;
  readonly fix: ReviewFix;
}

export interface FixCase {
  readonly title: string;
  readonly files: Files;
  /** False for what `test/rules` has beside the rule's own examples. */
  readonly isExample: boolean;
}

export function casesOf(id: string): readonly FixCase[] {
  const rule = prismaRules.filter((one) => one.id === id);
  const examples = rule.flatMap((one) =>
    one.examples.map(({ title, bad }) => ({ title, files: plain(markedFiles(one, bad)), isExample: true })),
  );
  const path = `test/rules/${id}.md`;
  const cases = existsSync(path) ? readCases(readFileSync(path, 'utf8'), 'schema.prisma') : [];
  return [
    ...examples,
    ...cases.map(({ title, files }) => ({
      title,
      isExample: false,
      files: plain(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, parseMarkedText(text)]))),
    })),
  ];
}

export function fixesOf({ reviewed }: Subject): readonly OfferedFix[] {
  const findings = [...reviewed.files.values()].flatMap((file) => [...singleFindings(file.findings)]);
  return findings.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
}

/** The rule of each finding: what is renamed is told by another message. */
export function ruleIdsOf({ files }: Review): readonly string[] {
  return [...files.values()].flatMap(({ findings }) => [...singleFindings(findings)].map(({ ruleId }) => ruleId));
}

export function joined(files: Files): string {
  return Object.values(files).join('\n');
}

function plain(files: { readonly [name: string]: { readonly text: string } }): Files {
  return Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
}

export function isNamed(files: Files): boolean {
  return /^datasource /m.test(joined(files));
}

/** True for a schema with types that the database has not. */
export function isForAnother({ errors }: Subject): boolean {
  return errors.some((error) =>
    /^Native type \S+ is not supported|current connector does not support|Reference causes a cycle/.test(error),
  );
}

export function datasource(provider: string): string {
  return `datasource db {\n  provider = "${provider}"\n}\n`;
}

export const namedProvider = /^\s*provider\s*=\s*"(postgresql|postgres|sqlite|cockroachdb|mysql|sqlserver|mongodb)"/m;

/** The schema for another database: with a datasource for it, without native types, lengths and functions it has not. */
export function forProvider(text: string, provider: DifferProvider): string {
  const written = namedProvider.exec(text)?.[1];
  if (written === provider || (written === 'postgres' && provider === 'postgresql')) return text;
  const bare = text.replace(/ @db\.\w+(?:\([^)]*\))?/g, '').replace(/\(length: \d+\)/g, '');
  const changed = bare.replace(namedProvider, `  provider = "${provider}"`);
  return written === undefined ? `${datasource(provider)}\n${changed}` : changed;
}

/** The files as they are once a fix is made. */
export function fixedFiles({ reviewed, files: before }: Subject, fix: ReviewFix): Files {
  const { files, skipped } = resolveFixes(reviewed, [fix]);
  assert.deepEqual(skipped, [], fix.title);
  return Object.fromEntries(
    Object.entries(before).map(([name, text]) => {
      const { edits = [] } = files.find(({ uri }) => uri.endsWith(`/${name}`)) ?? {};
      return [name, applyEdits(text, edits)];
    }),
  );
}
