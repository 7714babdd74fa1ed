/**
 * The uri of a path as it is written in a file: relative to that file, with `/` or `\`. Undefined when it leads nowhere; never
 * with a slash at its end.
 */
export function pathUri(path: string, fileUri: string): string | undefined {
  const encoded = path.replace(/\\/g, '/').replace(/[%#?]/g, (sign) => encodeURIComponent(sign));
  return URL.canParse(encoded, fileUri) ? new URL(encoded, fileUri).href.replace(/\/$/, '') : undefined;
}

/** The path of a file from the folder another one lies in; both are uris. */
export function relativePath(fromUri: string, toUri: string): string {
  const from = fromUri.split('/').slice(0, -1);
  const to = toUri.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
