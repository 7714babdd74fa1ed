import type { FileSymbol } from '#core/ask/file-symbol.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A symbol at its place: spans count from the start of the file. */
export interface PlacedSymbol {
  readonly symbol: FileSymbol;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly PlacedSymbol[];
}

/** A symbol of a section that begins at `offset`. */
export function placedSymbol(symbol: FileSymbol, offset: number): PlacedSymbol {
  return new ShiftedSymbol(symbol, offset);
}

class ShiftedSymbol implements PlacedSymbol {
  readonly symbol: FileSymbol;
  readonly #offset: number;

  constructor(symbol: FileSymbol, offset: number) {
    this.symbol = symbol;
    this.#offset = offset;
  }

  get span(): Span {
    return shiftSpan(this.symbol.span, this.#offset);
  }

  get nameSpan(): Span {
    return shiftSpan(this.symbol.nameSpan, this.#offset);
  }

  get children(): readonly PlacedSymbol[] {
    return this.symbol.children.map((child) => new ShiftedSymbol(child, this.#offset));
  }
}

/** A group whose entries are sections of their own. */
export class PlacedGroup implements PlacedSymbol {
  readonly symbol: FileSymbol;
  readonly children: PlacedSymbol[] = [];
  readonly nameSpan: Span;

  constructor(symbol: FileSymbol, offset: number) {
    this.symbol = symbol;
    this.nameSpan = shiftSpan(symbol.nameSpan, offset);
  }

  get span(): Span {
    return { start: this.nameSpan.start, end: this.children.at(-1)?.span.end ?? this.nameSpan.end };
  }
}

/** So many levels of a tree that no more than `most` symbols are in them; one at least. Nothing is made of the others. In steps. */
export function* levelsWithin(symbols: readonly PlacedSymbol[], most: number): Steps<number> {
  const pace = new Pace();
  let count = symbols.length;
  let level = symbols;
  for (let levels = 1; ; levels++) {
    const next: PlacedSymbol[] = [];
    for (const { children } of groupsFirst(level)) {
      if (pace.isDue(cost.looked)) yield;
      count += children.length;
      if (count > most) return levels;
      for (const child of children) next.push(child);
    }
    if (next.length === 0) return levels;
    level = next;
  }
}

/** What is in groups is made already: to count it costs nothing. */
function groupsFirst(level: readonly PlacedSymbol[]): readonly PlacedSymbol[] {
  const groups = level.filter((placed) => placed instanceof PlacedGroup);
  return groups.length === 0 ? level : [...groups, ...level.filter((placed) => !(placed instanceof PlacedGroup))];
}
