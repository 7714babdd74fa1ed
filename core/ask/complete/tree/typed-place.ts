import type { TypedNode } from '#core/ask/complete/tree/typed-tree.ts';
import type { Span } from '#core/text/span.ts';

/** Where somebody writes in a YAML or JSON text. */
export interface TypedPlace {
  /** Keys and list indexes: of the map a key is written in, of the value, or of the list an item is. */
  readonly path: readonly string[];
  /** `item`: on a line of its own, the dash not yet written. */
  readonly as: 'key' | 'value' | 'item';
  /** True for what belongs under the key above, and is not indented yet. */
  readonly isDeeper?: boolean;
  /** By how many blanks it is to be indented; undefined where nothing stands there that tells it. */
  readonly lead?: number;
}

/** A place with what is written there. Spans count from the start of the text that was read. */
export interface TypedSpot {
  /** What the place may be, the likeliest first. */
  readonly places: readonly TypedPlace[];
  /** What is written there up to now, and goes on behind the cursor; its quotes are part of it. */
  readonly word: Span;
  readonly quote: "'" | '"' | undefined;
  /** True between brackets. */
  readonly isFlow: boolean;
  /** True where a colon follows the word. */
  readonly hasColon: boolean;
  /** The column at which a key or dash begins that is written here; that of its line between brackets. */
  readonly column: number;
  /** Where a comma is missing before the word. */
  readonly commaAt: number | undefined;
  /** True where another entry follows without a comma between. */
  readonly needsComma: boolean;
  /** All that could be read around. */
  readonly tree: TypedNode;
}
