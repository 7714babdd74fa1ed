import { relative } from 'node:path';
import type { Review } from '#core/review.ts';
import { LineIndex } from '#core/text/line-index.ts';
import { pathOfUri } from '#files/file-uri.ts';

/**
 * A place as people and editors count it: lines and columns from 1, columns in UTF-16 units; the offset from 0. A byte order mark
 * does not count.
 */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** What of a review is shown: its files, and what they were. */
export type ShownReview = Pick<Review, 'files' | 'base'>;

/** Turns the uris and offsets of a review into paths, lines and columns. */
export class Places {
  readonly #review: ShownReview;
  readonly #cwd: string;
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #paths = new Map<string, string>();
  readonly #lines = new Map<string, LineIndex>();
  readonly #formerLines = new Map<string, LineIndex>();

  constructor(review: ShownReview, cwd: string, aliases: ReadonlyMap<string, string>) {
    this.#review = review;
    this.#cwd = cwd;
    this.#aliases = aliases;
  }

  /** The path from the current folder, with `/` on every system. */
  pathOf(uri: string): string {
    const path = this.#paths.get(uri) ?? this.#readPath(uri);
    this.#paths.set(uri, path);
    return path;
  }

  #readPath(uri: string): string {
    const path = pathOfUri(this.#aliases.get(uri) ?? uri);
    if (path === undefined) return uri;
    const short = relative(this.#cwd, path);
    return (short === '' ? '.' : short).replaceAll('\\', '/');
  }

  placeOf(uri: string, offset: number): LinePlace {
    const counted = this.#hasMark(uri) ? Math.max(0, offset - 1) : offset;
    const { line, character } = this.#linesOf(uri).positionAt(counted);
    return { line: line + 1, column: character + 1, offset: counted };
  }

  /** The same in the file as it was. */
  formerPlaceOf(uri: string, offset: number): LinePlace {
    const lines =
      this.#formerLines.get(uri) ?? new LineIndex(this.#review.base?.workspace.sources.get(uri)?.text ?? '');
    this.#formerLines.set(uri, lines);
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1, offset };
  }

  #linesOf(uri: string): LineIndex {
    const known = this.#lines.get(uri);
    if (known !== undefined) return known;
    const text = this.#review.files.get(uri)?.text ?? '';
    const lines = new LineIndex(this.#hasMark(uri) ? text.slice(1) : text);
    this.#lines.set(uri, lines);
    return lines;
  }

  #hasMark(uri: string): boolean {
    return this.#review.files.get(uri)?.text.startsWith('\uFEFF') ?? false;
  }
}
