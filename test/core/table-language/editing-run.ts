import { type Review, review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Source } from '#core/source.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { Random } from '../../support/random.ts';
import { rulebook } from './rulebook.ts';

/** What came of many edits, each reviewed from the review before and from scratch. */
export interface EditingRun {
  readonly edits: number;
  readonly findings: number;
  /** Sections that were the same objects before and after their file was edited. */
  readonly kept: number;
  /** What the two reviews said that did not say the same. */
  readonly breach: readonly [string, string] | undefined;
}

const settings: ReviewSettings = { folders: ['file:///w'], preset: 'recommended', unread: new Map(), failFast: true };

const lines = [
  'table users',
  'table orders',
  '  id int',
  '  id text',
  '  Name text',
  '  user -> users',
  '  user -> people',
  '  # plumbline-ignore table/column-lower-case: old',
  '  # plumbline-ignore table/target-there',
  '',
];

const brokenLines = ['  ?', '<<<<<<< ours'];

/** Edits lines of two files of tables beside a description and a schema, at random. */
export function playTables(seed: number, count: number): EditingRun {
  const random = new Random(seed);
  const someLine = (): string => {
    const some = random.below(40) === 0 ? brokenLines : lines;
    return `${some[random.below(some.length)] ?? ''}\n`;
  };
  const someText = (): string => Array.from({ length: 12 }, someLine).join('');
  let sources: readonly Source[] = [
    { uri: 'file:///w/a.table', text: someText(), revision: Symbol() },
    { uri: 'file:///w/b.table', text: someText(), revision: Symbol() },
    { uri: 'file:///w/api.yaml', text: 'openapi: 3.1.0\npaths:\n  /users: { $ref: "b.table" }\n' },
    { uri: 'file:///w/schema.prisma', text: 'model User {\n  id Int @id\n}\n' },
  ];
  let known = review(sources, rulebook, settings);
  let findings = 0;
  let kept = 0;
  for (let edit = 1; edit <= count; edit++) {
    const place = random.below(2);
    sources = sources.map((source, index) => (index === place ? edited(source, random, someLine()) : source));
    // A review that was overtaken: the next edits do not count from the text that was reviewed last.
    if (random.below(6) === 0) continue;
    const next = review(sources, rulebook, settings, known);
    const [told, fresh] = [toldBy(next), toldBy(review(sources, rulebook, settings))];
    if (told !== fresh) return { edits: edit, findings, kept, breach: [told, fresh] };
    findings += [...next.files.values()].reduce((sum, file) => sum + file.findings.length, 0);
    const { uri } = sources[place] ?? { uri: '' };
    const before = new Set<unknown>(known.workspace.documents.get(uri)?.sections);
    for (const section of next.workspace.documents.get(uri)?.sections ?? []) if (before.has(section)) kept++;
    known = next;
  }
  return { edits: count, findings, kept, breach: undefined };
}

/** A line comes, goes or takes the place of another; now and then nobody says what was edited. */
function edited({ uri, text, revision }: Source, random: Random, line: string): Source {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const at = random.below(starts.length);
  const [start = 0, next = text.length] = [starts[at], starts[at + 1]];
  const end = random.below(3) === 0 ? start : next;
  const edits: readonly Edit[] = [{ span: { start, end }, newText: random.below(3) === 0 ? '' : line }];
  const now = { uri, text: applyEdits(text, edits), revision: Symbol() };
  return revision === undefined || random.below(8) === 0 ? now : { ...now, edited: { from: revision, edits } };
}

function toldBy({ files, workspace }: Review): string {
  const told = [...files.values()].map(({ uri, role, findings }) => ({ uri, role, findings: findings.map(plain) }));
  const cuts = [...workspace.documents.values()].map(({ uri, text, sections, starts }) => ({
    uri,
    text,
    starts,
    sections: sections.map(({ id, problems, text: own }) => ({ id, problems, own })),
  }));
  return JSON.stringify({ told, cuts }, undefined, 1);
}

function plain({ ruleId, severity, span, message, related, fixes, members }: ReviewFinding) {
  const titles = fixes.map(({ title, safety }) => ({ title, safety }));
  return { ruleId, severity, span, message, related, titles, members: members.length };
}
