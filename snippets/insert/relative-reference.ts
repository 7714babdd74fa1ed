import { formatPointer } from '#core/openapi/reference/reference-target.ts';

/** A value in a file. */
export interface ValuePlace {
  readonly uri: string;
  /** Keys and list indexes from the file's root. */
  readonly pointer: readonly string[];
}

/** The text of a `$ref` that stands in the file `from` and leads to a place, relative where that is another file. */
export function relativeReference(from: string, { uri, pointer }: ValuePlace): string {
  return `${uri === from ? '' : relativePath(from, uri)}#${encodeURI(formatPointer(pointer))}`;
}

/** The path from one file to another (RFC 3986 §4.2); both stand on one host. */
function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}
