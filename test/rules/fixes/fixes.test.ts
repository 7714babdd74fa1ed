import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { parseMarkedText } from '#core/text/marked-text.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { rules } from '#rules/index.ts';
import { corpusFolder, corpusWorkspaces, reviewWorkspace } from '../../../scripts/corpus/corpus-workspaces.ts';
import { type Files, markedFiles } from '../check-rule.ts';
import { readCases } from '../read-cases.ts';
import { checkAllSafe, checkEachFix, type FixProblem, type FixSetting } from './check-fixes.ts';
import { isKnown } from './known-consequences.ts';
import { safeFixes } from './safe-fixes.ts';

const folder = 'file:///example/';
const preset = { name: 'recommended', description: 'every rule', base: 'all', rules: {} } as const;
const rulebook = { rules, presets: [preset] };
/** Larger descriptions, in bytes, take too long. */
const largest = 150_000;
const only = process.env['PLUMBLINE_RULE'];

describe('fixes change what they are about, and bring up nothing', () => {
  for (const rule of rules) {
    if (only !== undefined && rule.id !== only) continue;
    it(`in the texts of ${rule.id}`, () => {
      for (const files of textsOf(rule)) checkFixes(reviewFiles(files));
    });
  }

  const corpus = corpusFolder();
  it(`on real files${corpus === undefined ? ' (none are here)' : ''}`, function () {
    if (corpus === undefined) this.skip();
  });
  for (const workspace of corpus === undefined || only !== undefined ? [] : corpusWorkspaces(corpus)) {
    if (!workspace.roots.every((root) => statSync(root).size < largest)) continue;
    it(`in ${workspace.name}`, () => {
      const start = reviewWorkspace(workspace, rulebook, true);
      const unread = new Map(start.workspace.wanted.map((uri) => [uri, 'missing'] as const));
      const settings = { folders: [...folderOf(workspace.folder)], preset: 'recommended', unread, failFast: true };
      checkFixes({ start, settings });
    });
  }
});

function folderOf(path: string): readonly string[] {
  return [`file://${encodeURI(path)}/`];
}

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
  return Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
}

function reviewFiles(files: Files): { readonly start: Review; readonly settings: ReviewSettings } {
  const sources = Object.entries(files).map(([name, text]) => ({ uri: folder + name, text }));
  const settings = (unread: ReadonlyMap<string, UnreadReason>): ReviewSettings => {
    return { folders: [folder], preset: 'recommended', unread, failFast: true };
  };
  const first = review(sources, rulebook, settings(new Map()));
  const known = settings(new Map(first.wanted.map((uri) => [uri, 'missing'])));
  return { start: review(sources, rulebook, known, first), settings: known };
}

function checkFixes({ start, settings }: { readonly start: Review; readonly settings: ReviewSettings }): void {
  const setting: FixSetting = { rulebook, settings, perKind: 1 };
  const problems = [...checkEachFix(start, setting), ...checkAllSafe(start, setting)];
  const unknown = problems.filter(({ ruleId, problem }) => !isKnown(ruleId, problem));
  assert.deepEqual(unknown.map(said), []);
  for (const { ruleId, fixes } of [...start.files.values()].flatMap(({ findings }) => findings)) {
    const safe = fixes.find(({ safety }) => safety === 'safe');
    if (safe === undefined) continue;
    assert.ok(ruleId in safeFixes, `“${safe.title}” of ${ruleId} is safe: say why in safe-fixes.ts`);
  }
}

function said({ ruleId, title, problem, uri, place }: FixProblem): string {
  return `“${title}” of ${ruleId} ${problem} (${uri}, ${place})`;
}
