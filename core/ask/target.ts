import type { Use } from '#core/ask/use.ts';
import type { Span } from '#core/text/span.ts';

/** What a use leads to. Spans count from the start of the file. */
export interface Target {
  /** What it was asked for as. */
  readonly kind: Use['kind'];
  readonly uri: string;
  /** The whole thing with its name. */
  readonly span: Span;
  /** Its name, or what stands for it. */
  readonly name: Span;
}

/** Each thing once. */
export function distinctTargets(targets: readonly Target[]): readonly Target[] {
  const byPlace = new Map(targets.map((target) => [`${target.uri} ${target.name.start} ${target.name.end}`, target]));
  return [...byPlace.values()];
}
