/**
 * The uri of a path as it is written in a file: relative to that file, with `/` or `\`. Undefined when it leads nowhere; never
 * with a slash at its end.
 */
export function pathUri(path: string, fileUri: string): string | undefined {
  const encoded = path.replace(/\\/g, '/').replace(/[%#?]/g, (sign) => encodeURIComponent(sign));
  return URL.canParse(encoded, fileUri) ? new URL(encoded, fileUri).href.replace(/\/$/, '') : undefined;
}
