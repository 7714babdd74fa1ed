import type { Range } from 'vscode-languageserver';
import type { Review } from '#core/review.ts';
import type { Source } from '#core/source.ts';
import { LineIndex, type Position } from '#core/text/line-index.ts';
import type { Span } from '#core/text/span.ts';
import { editorText } from '#server/texts/open-documents.ts';

/** Offsets of one text as lines and columns, and back. */
export interface TextLines {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** Lines and columns of the files of a review. */
export interface Lines {
  of(review: Review, uri: string): TextLines;
  rangeOf(review: Review, uri: string, span: Span): Range;
  /** The range of a span of a file as it was; undefined where the review compares it with nothing. */
  formerRangeOf(review: Review, uri: string, span: Span): Range | undefined;
}

/** Lines and columns of the files of the latest review; those of a file on disk are counted once. */
export class LineIndexes implements Lines {
  readonly #indexes = new WeakMap<Source, LineIndex>();

  /** The lines of a reviewed file; of an empty text where the review does not have the file. */
  of(review: Review, uri: string): TextLines {
    const source = review.workspace.sources.get(uri);
    if (source === undefined) return emptyLines;
    return editorText(source) ?? this.#counted(source);
  }

  formerRangeOf({ base }: Review, uri: string, { start, end }: Span): Range | undefined {
    const source = base?.workspace.sources.get(uri);
    if (source === undefined) return undefined;
    const lines = this.#counted(source);
    return { start: lines.positionAt(start), end: lines.positionAt(end) };
  }

  #counted(source: Source): LineIndex {
    const known = this.#indexes.get(source) ?? new LineIndex(source.text);
    this.#indexes.set(source, known);
    return known;
  }

  /** The range of a span of a reviewed file; the file's start where the review does not have the file. */
  rangeOf(review: Review, uri: string, span: Span): Range {
    const lines = this.of(review, uri);
    return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
  }
}

const emptyLines = new LineIndex('');
