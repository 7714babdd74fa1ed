import type { WorkspaceEdit } from 'vscode-languageserver';
import { type FileEdits, resolveFixes } from '#core/fix.ts';
import { type Review, type ReviewFix, review } from '#core/review.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { canonicalUri } from '#files/file-uri.ts';
import { toWorkspaceEdit } from '#server/convert.ts';
import { editsByFile } from '#server/edits-by-file.ts';
import type { Session } from '#server/session.ts';

/** Fixes that touch the same text take a round each; more rounds than this are left to the next time. */
const maximumRounds = 5;

/** The edit that applies every safe fix of a file; `null` when there is none. */
export async function fixAll(session: Session, uri: string): Promise<WorkspaceEdit | null> {
  const file = canonicalUri(uri);
  const current = await session.current(file);
  if (current === undefined) return null;
  const files = fixAllEdits(session, current, file);
  return files.length === 0 ? null : toWorkspaceEdit(files, session.contextOf(current));
}

/** The first safe fix of each finding of a file, or of those of one rule. */
export function safeFixes(of: Review, uri: string, ruleId?: string): readonly ReviewFix[] {
  const findings = of.files.get(uri)?.findings ?? [];
  return findings
    .filter((finding) => ruleId === undefined || finding.ruleId === ruleId)
    .map(({ fixes }) => fixes.find(({ safety }) => safety === 'safe'))
    .filter((fix) => fix !== undefined);
}

/**
 * The edits that apply every safe fix of a file, or of one rule in it. Where fixes get in each other's way, the rest is
 * found by reviewing the fixed text again; then a file's edits are one edit.
 */
export function fixAllEdits(session: Session, start: Review, uri: string, ruleId?: string): readonly FileEdits[] {
  const first = resolveFixes(start, safeFixes(start, uri, ruleId));
  if (first.skipped.length === 0) return first.files;
  let current = applied(session, start, first.files);
  for (let round = 1; round < maximumRounds; round++) {
    const { files } = resolveFixes(current, safeFixes(current, uri, ruleId));
    if (files.length === 0) break;
    current = applied(session, current, files);
  }
  return differences(start, current);
}

/** The review of the texts after the edits. */
function applied(session: Session, before: Review, files: readonly FileEdits[]): Review {
  const edited = editsByFile(files);
  const sources = [...before.workspace.sources.values()].map((source) => {
    const edits = edited.get(source.uri);
    if (edits === undefined) return source;
    const { uri, languageId, text } = source;
    return { uri, text: applyEdits(text, edits), ...(languageId === undefined ? {} : { languageId }) };
  });
  return review(sources, session.rulebook, session.reviewSettings, before);
}

function differences(before: Review, after: Review): readonly FileEdits[] {
  return [...after.files.values()].flatMap((file) => {
    const { uri } = file;
    if (before.workspace.sources.get(uri) === after.workspace.sources.get(uri)) return [];
    const old = before.files.get(uri)?.text ?? '';
    const { text } = file;
    return old === text ? [] : [{ uri, edits: [difference(old, text)] }];
  });
}

/** The one edit between two texts that keeps the most of both ends. */
function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
