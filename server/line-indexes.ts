import type { Range } from 'vscode-languageserver';
import type { Review } from '#core/review.ts';
import { LineIndex } from '#core/text/line-index.ts';
import type { Span } from '#core/text/span.ts';

/** Lines and columns of the files of the latest review; an index is made again only when its text changed. */
export class LineIndexes {
  readonly #indexes = new Map<string, { readonly text: string; readonly index: LineIndex }>();

  /** The index of a text that is known under this uri. */
  of(uri: string, text: string): LineIndex {
    const known = this.#indexes.get(uri);
    if (known?.text === text) return known.index;
    const index = new LineIndex(text);
    this.#indexes.set(uri, { text, index });
    return index;
  }

  /** The range of a span of a reviewed file; the file's start where the review does not have the file. */
  rangeOf(review: Review, uri: string, span: Span): Range {
    const index = this.of(uri, review.files.get(uri)?.text ?? '');
    return { start: index.positionAt(span.start), end: index.positionAt(span.end) };
  }

  /** Forgets files that are gone. */
  keepOnly(uris: ReadonlySet<string> | ReadonlyMap<string, unknown>): void {
    for (const uri of this.#indexes.keys()) if (!uris.has(uri)) this.#indexes.delete(uri);
  }
}
