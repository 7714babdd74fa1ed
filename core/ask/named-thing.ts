import { signOf } from '#core/ask/may-mention.ts';
import type { Span } from '#core/text/span.ts';

/** Something that may be referred to. */
export interface NamedThing {
  readonly uri: string;
  /** Its name in the file. */
  readonly span: Span;
  readonly names: readonly ThingName[];
}

/** A name by which uses may call a thing. */
export interface ThingName {
  readonly name: string;
  /** What a text that says so holds. */
  readonly sign: string;
}

/** What is called by its name alone. */
export function bareName(name: string): ThingName {
  return { name, sign: signOf(name) };
}
