import type { Section } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';

/** One `plumbline-ignore`: which rules it silences, why, and for which text. */
export interface Suppression {
  readonly section: Section;
  /** The directive itself. */
  readonly span: Span;
  readonly rules: readonly Located<string>[];
  /** Undefined when none is written: then nothing is silenced. */
  readonly reason: string | undefined;
  /** The node it stands on; findings within are silenced. */
  readonly target: Span | 'file';
  /** Of a comment to prisma-lint: the names it has for its rules, or all of them. */
  readonly foreign?: readonly string[] | 'all';
}

/** The word that makes a comment a suppression; in JSON and YAML `x-plumbline-ignore` is the extension of the same meaning. */
export const ignoreWord = 'plumbline-ignore';

/** The reason written where nobody could be asked for one. */
export const placeholderReason = 'TODO: say why';

/** True for words that stand where a reason is still to be given. */
export function isPlaceholder(reason: string): boolean {
  return /^(?:(?:to-?do|fixme|tbd)\b|(?:explain why|say why|the reason|reason|\.\.\.|…)$)/i.test(reason.trim());
}

/** True when the written id means the rule: its full id, its last part, or its group (`prisma/*`). */
export function namesRule(written: string, ruleId: string): boolean {
  if (written.endsWith('/*')) return written.length > 2 && ruleId.startsWith(written.slice(0, -1));
  return written === ruleId || ruleId.endsWith(`/${written}`);
}

/** A directive found in a comment: `plumbline-ignore a, b: reason`. Offsets count from the start of the section. */
export interface Directive {
  readonly span: Span;
  readonly rules: readonly Located<string>[];
  readonly reason: string | undefined;
}

/** Reads the directive that begins at `start` (at the word itself) and ends with its line. */
export function readDirective(text: string, start: number): Directive {
  const restOfLine = /[^\r\n]*/y;
  restOfLine.lastIndex = start;
  const line = (restOfLine.exec(text)?.[0] ?? '').trimEnd();
  const body = line.slice(ignoreWord.length).replace(/(?<!\s)\s*\*\/$/, '');
  const colon = body.search(/:(?:\s|$)/);
  const names = colon < 0 ? body : body.slice(0, colon);
  const reason = colon < 0 ? '' : body.slice(colon + 1).trim();
  return {
    span: { start, end: start + line.length },
    rules: ruleNames(names, start + ignoreWord.length),
    reason: reason === '' ? undefined : reason,
  };
}

function ruleNames(text: string, offset: number): readonly Located<string>[] {
  return [...text.matchAll(/[^\s,]+/g)].map((match) => ({
    value: match[0],
    span: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}
