import assert from 'node:assert/strict';
import type { Base } from '#core/change/base.ts';
import { resolveFixes } from '#core/fix.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import { byPlace, compareText } from '#core/place/placed-finding.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import { type Review, review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { ExampleText, Rule, RuleExample } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { type MarkedText, parseMarkedText } from '#core/text/marked-text.ts';
import { applyEdits } from '#core/text/span.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { ruleSample } from '#rules/rule-sample.ts';

/** Files by name, without marks. */
export type Files = { readonly [fileName: string]: string };

const folder = 'file:///example/';

/** Reviews files with one rule switched on; references to files that are not among them count as missing. */
export function reviewFiles(files: Files, rules: readonly Rule[], previous?: Review): Review {
  const sources = sourcesOf(Object.entries(files).filter(([name]) => !name.startsWith(baseFolder)));
  const rulebook = rulebookOf(rules);
  const base = baseOf(files, rulebook);
  const settings = (unread: ReadonlyMap<string, UnreadReason>): ReviewSettings => ({
    ...plainSettings,
    ...(base && { base }),
    unread,
  });
  const first = review(sources, rulebook, settings(new Map()), previous);
  return review(sources, rulebook, settings(new Map(first.wanted.map((uri) => [uri, 'missing']))), first);
}

/** The same object for the same rules, so that one review can follow another. */
function rulebookOf(rules: readonly Rule[]): Rulebook {
  const preset = { name: 'all', description: 'every rule given', base: 'all', rules: {} } as const;
  const rulebook = rulebooks.get(rules) ?? { rules, presets: [preset] };
  rulebooks.set(rules, rulebook);
  return rulebook;
}

const rulebooks = new WeakMap<readonly Rule[], Rulebook>();

/** Files below it are what the others were. */
const baseFolder = 'base/';

const plainSettings: ReviewSettings = { folders: [folder], preset: 'all', unread: new Map(), failFast: true };

function sourcesOf(files: readonly (readonly [string, string])[]): readonly Source[] {
  return files.map(([name, text]) => ({ uri: folder + name, text }));
}

/** Undefined where no file was anything else. */
function baseOf(files: Files, rulebook: Rulebook): Base | undefined {
  const former = Object.entries(files).filter(([name]) => name.startsWith(baseFolder));
  if (former.length === 0) return undefined;
  const sources = sourcesOf(former.map(([name, text]) => [name.slice(baseFolder.length), text]));
  const { wanted } = openWorkspace(sources, rulebook, plainSettings);
  const unread = new Map(wanted.map((uri) => [uri, 'missing'] as const));
  const workspace = openWorkspace(sources, rulebook, { ...plainSettings, unread });
  return { id: 'base', name: 'main', workspace, formerUris: new Map() };
}

/** The single findings of one file, in text order, however they are told. */
export function findingsIn(reviewed: Review, fileName: string): readonly ReviewFinding[] {
  return allFindings(reviewed).filter(({ uri }) => uri === folder + fileName);
}

/** Checks one example of a rule: the marks are the findings, the first fixes lead to `good`, and `good` is silent. */
export function checkExample(rule: Rule, example: RuleExample): void {
  const bad = markedFiles(rule, example.bad);
  const reviewed = checkMarks(rule, bad);
  const good = plain(markedFiles(rule, example.good));
  const fixes = allFindings(reviewed).flatMap(({ fixes: [first] }) => (first === undefined ? [] : [first]));
  if (fixes.length > 0) assert.deepEqual(applyFixes(reviewed, plain(bad), fixes), good, 'bad plus its fixes is good');
  assertSilent(rule, good);
}

/** Checks that the findings of a rule stand exactly at the marks; without marks it must be silent. */
export function checkMarks(rule: Rule, files: { readonly [fileName: string]: MarkedText }): Review {
  const reviewed = reviewFiles(plain(files), [rule]);
  for (const [name, { text, spans }] of Object.entries(files)) {
    const found = findingsIn(reviewed, name);
    const shown = (span: { start: number; end: number }): string =>
      `${span.start}-${span.end} ${text.slice(span.start, span.end)}`;
    assert.deepEqual(
      found.map(({ span, message, ruleId }) => `${shown(span)} | ${ruleId}${ruleId === rule.id ? '' : `: ${message}`}`),
      [...spans].sort((a, b) => a.start - b.start || a.end - b.end).map((span) => `${shown(span)} | ${rule.id}`),
      `findings in ${name}`,
    );
    for (const { message } of found) assert.match(message, /^\S.*[.?!]$/s, 'a message is a sentence');
  }
  assertPrismaAlone(rule, plain(files), reviewed);
  return reviewed;
}

/** The server reviews Prisma schemas in one thread, and descriptions that are compared with them in two. */
function assertPrismaAlone(rule: Rule, files: Files, reviewed: Review): void {
  const prisma = Object.entries(files).filter(([name]) => name.endsWith('.prisma'));
  const alone = reviewFiles(Object.fromEntries(prisma), [rule]);
  const messagesIn = (of: Review, name: string) => findingsIn(of, name).map(({ message }) => message);
  for (const [name] of prisma) {
    assert.deepEqual(
      messagesIn(reviewed, name),
      messagesIn(alone, name),
      'descriptions have no findings in Prisma files',
    );
  }
}

/** Reads an example's text: one file named after the rule's folder, or several. */
export function markedFiles(rule: Rule, text: ExampleText): { readonly [fileName: string]: MarkedText } {
  const name = ruleSample(rule.id).fileName;
  const files = typeof text === 'string' ? { [name]: text } : text;
  return Object.fromEntries(Object.entries(files).map(([file, marked]) => [file, parseMarkedText(marked)]));
}

export function applyFixes(reviewed: Review, files: Files, fixes: Parameters<typeof resolveFixes>[1]): Files {
  const { files: edited, skipped } = resolveFixes(reviewed, fixes);
  assert.deepEqual(
    skipped.map(({ title }) => title),
    [],
    'every fix can be written',
  );
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      applyEdits(text, edited.find(({ uri }) => uri === folder + name)?.edits ?? []),
    ]),
  );
}

function assertSilent(rule: Rule, files: Files): void {
  const found = allFindings(reviewFiles(files, [rule])).map(({ ruleId, message }) => `${ruleId}: ${message}`);
  assert.deepEqual(found, [], 'good is silent');
}

function allFindings(reviewed: Review): readonly ReviewFinding[] {
  const singles = [...reviewed.files.values()].flatMap(({ findings }) => [...singleFindings(findings)]);
  return singles.sort((a, b) => compareText(a.uri, b.uri) || byPlace(a, b));
}

function plain(files: { readonly [fileName: string]: MarkedText }): Files {
  return Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
}
