import type { CharacterSet } from '#core/openapi/validate/pattern/character-set.ts';
import { type PatternNode, type PatternPlace, parsePattern } from '#core/openapi/validate/pattern/parse-pattern.ts';

/** One step of a compiled pattern; steps are numbered, and one without `to` goes on with the next. */
export type PatternStep =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'assertion'; readonly at: PatternPlace }
  /** Goes on at each of these. */
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  | { readonly kind: 'match' };

export type PatternProgram = readonly PatternStep[];

/** A longer program is not made: what is repeated is written out as often as it has to be. */
const longest = 2000;

class TooLong extends Error {}

/** The steps of a pattern; undefined where it is not read, or becomes too long. */
export function compilePattern(source: string): PatternProgram | undefined {
  const node = source.length > longest ? undefined : parsePattern(source);
  if (node === undefined) return undefined;
  const compiler = new PatternCompiler();
  try {
    compiler.add(node);
    compiler.push({ kind: 'match' });
    return compiler.steps;
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

class PatternCompiler {
  readonly steps: PatternStep[] = [];

  push(step: PatternStep): number {
    if (this.steps.length === longest) throw new TooLong();
    return this.steps.push(step) - 1;
  }

  add(node: PatternNode): void {
    switch (node.kind) {
      case 'character':
      case 'assertion':
        this.push(node);
        break;
      case 'sequence':
        for (const part of node.parts) this.add(part);
        break;
      case 'choice':
        this.#addChoice(node.branches);
        break;
      case 'repeat':
        this.#addRepeat(node.part, node.least, node.most);
        break;
      default:
        node satisfies never;
    }
  }

  #addChoice(branches: readonly PatternNode[]): void {
    const starts: number[] = [];
    const ends: number[][] = [];
    this.push({ kind: 'fork', to: starts });
    for (const branch of branches) {
      starts.push(this.steps.length);
      this.add(branch);
      const end: number[] = [];
      this.push({ kind: 'fork', to: end });
      ends.push(end);
    }
    for (const end of ends) end.push(this.steps.length);
  }

  #addRepeat(part: PatternNode, least: number, most: number): void {
    for (let time = 0; time < least; time++) this.add(part);
    if (most === Number.POSITIVE_INFINITY) this.#addLoop(part);
    else this.#addOptional(part, most - least);
  }

  #addLoop(part: PatternNode): void {
    const after: number[] = [];
    const start = this.push({ kind: 'fork', to: after });
    after.push(this.steps.length);
    this.add(part);
    this.push({ kind: 'fork', to: [start] });
    after.push(this.steps.length);
  }

  /** All of them lead on to the end, so that none is passed in vain. */
  #addOptional(part: PatternNode, times: number): void {
    const forks: number[][] = [];
    for (let time = 0; time < times; time++) {
      const to: number[] = [];
      this.push({ kind: 'fork', to });
      to.push(this.steps.length);
      forks.push(to);
      this.add(part);
    }
    for (const to of forks) to.push(this.steps.length);
  }
}
