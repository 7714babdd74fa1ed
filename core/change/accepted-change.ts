import type { Finding } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** A change that somebody said may be. */
export interface AcceptedChange {
  /** The id of the rule that tells it. */
  readonly ruleId: string;
  /** The file it is told in, from the folder of the list on; undefined: any. */
  readonly file: string | undefined;
  /** The first sentence it is told with. */
  readonly what: string;
  /** The last day on which it is not told, as YYYY-MM-DD. */
  readonly until: string;
  readonly untilSpan: Span;
}

/** What a `plumbline.changes.yaml` says. */
export interface AcceptedChanges {
  /** The folder it counts from, ending in `/`. */
  readonly folder: string;
  readonly section: TreeSection;
  readonly changes: readonly AcceptedChange[];
  /** Mistakes in it; an entry with one accepts nothing. The same objects as long as the text is the same. */
  readonly problems: readonly Finding[];
}

/** What a change is known by: the first sentence it is told with, quotes and dots aside. */
export function changeKey(ruleId: string, sentence: string): string {
  const plain = sentence.replace(/[“”"`'‘’]/g, '').replace(/\s+/g, ' ');
  return `${ruleId} ${plain.trim().replace(/\.$/, '')}`;
}

/** The first sentence of a message, without its dot; what stands in quotes may have dots. */
export function firstSentence(message: string): string {
  return /^(?:“[^”]*”|`[^`]*`|\.(?! )|[^.“`]|[“`])*/.exec(message)?.[0] ?? message;
}
