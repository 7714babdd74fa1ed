import type { Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';

/** A fix that a fact can hold: it is plain data. */
export interface PlainFix extends Fix {
  readonly changes: readonly [TreeChange, ...TreeChange[]];
}
