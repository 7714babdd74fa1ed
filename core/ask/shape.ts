/** A thing in a few lines. */
export interface Shape {
  /** What it is called; empty for what has no name. */
  readonly name: string;
  /** What it is, in a word or two: `object`, `parameter in path`, `model`. */
  readonly what: string;
  /** In what the lines are written, as a fence names it. */
  readonly language: 'yaml' | 'json' | 'prisma';
  /** All of them; whoever shows them leaves out what is too much. */
  readonly lines: readonly string[];
}
