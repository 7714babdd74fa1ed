import { decodePercent } from '#core/text/decode-percent.ts';

/** What the text of a `$ref` points at, seen from the file it stands in. */
export type ReferenceTarget =
  /** `pointer` holds keys and list indexes from the file's root. */
  | { readonly kind: 'pointer'; readonly uri: string; readonly pointer: readonly string[] }
  /** A plain-name fragment: an `$anchor` (JSON Schema 2020-12 §8.2.2). */
  | { readonly kind: 'anchor'; readonly uri: string; readonly name: string }
  /** Another scheme or host: `https://…`, `//host/…`, `urn:…`. */
  | { readonly kind: 'remote'; readonly uri: string };

/** Reads a URI reference (RFC 3986 §4.1, RFC 6901 §6) relative to the file `baseUri`. Never throws, whatever the text. */
export function readReferenceTarget(target: string, baseUri: string): ReferenceTarget {
  const { file, fragment } = splitReference(target);
  if (isRemote(file, baseUri)) return { kind: 'remote', uri: file };
  const uri = resolveUri(file, baseUri);
  if (fragment !== '' && !fragment.startsWith('/')) return { kind: 'anchor', uri, name: fragment };
  return { kind: 'pointer', uri, pointer: parsePointer(fragment) };
}

/** The parts of a URI reference before and after its `#`; the fragment decoded. */
export function splitReference(target: string): { readonly file: string; readonly fragment: string } {
  const hash = target.indexOf('#');
  if (hash < 0) return { file: target, fragment: '' };
  return { file: target.slice(0, hash), fragment: decodePercent(target.slice(hash + 1)) };
}

/** The keys of a JSON Pointer (RFC 6901 §3); empty for the whole document. */
export function parsePointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  const steps = pointer.replace(/^\//, '').split('/');
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The JSON Pointer of a path of keys (RFC 6901 §3). */
export function formatPointer(steps: readonly string[]): string {
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A form in which URIs of the same file are equal, however their characters are escaped. */
export function canonicalUri(uri: string): string {
  return decodePercent(uri);
}

/** A form in which URIs are equal that differ in case, or in slashes and backslashes. */
export function foldedUri(uri: string): string {
  return decodePercent(uri).replaceAll('\\', '/').toLowerCase();
}

const schemePattern = /^[a-z][a-z0-9+.-]+:/i;

function isRemote(file: string, baseUri: string): boolean {
  if (file.startsWith('//')) return true;
  const scheme = schemePattern.exec(file)?.[0].toLowerCase();
  return scheme !== undefined && scheme !== schemePattern.exec(baseUri)?.[0].toLowerCase();
}

/** What encoding and decoding leave as it is, as nearly all paths are. */
const plainPath = /^[\w\-.~!$&'()*+,;=:@/[\]]*$/;

/** Resolves a path against the file it stands in; an empty path is that file. */
export function resolveUri(file: string, baseUri: string): string {
  if (file === '') return baseUri;
  const [path = ''] = file.split('?');
  if (schemePattern.test(path)) return path;
  const root = /^(?:[a-z][a-z0-9+.-]+:(?:\/\/[^/]*)?)?/i.exec(baseUri)?.[0] ?? '';
  const basePath = baseUri.slice(root.length);
  const joined = path.startsWith('/') ? path : basePath.slice(0, basePath.lastIndexOf('/') + 1) + path;
  const normal = withoutDotSegments(joined);
  if (plainPath.test(normal)) return root + normal;
  return root === '' ? decodePercent(normal) : root + normal.split('/').map(encodeSegment).join('/');
}

/** RFC 3986 §5.2.4, but `..` above a relative base is kept. */
function withoutDotSegments(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    const last = kept.at(-1);
    if (segment === '.') continue;
    if (segment !== '..' || last === undefined || last === '..') kept.push(segment);
    else if (last !== '') kept.pop();
  }
  return kept.join('/');
}

/** As the URL standard writes a path: brackets stay, a question mark or hash within a name does not. */
function encodeSegment(segment: string): string {
  const decoded = decodePercent(segment);
  try {
    const encoded = encodeURI(decoded).replaceAll('%5B', '[').replaceAll('%5D', ']');
    return encoded.replaceAll('?', '%3F').replaceAll('#', '%23');
  } catch {
    // A lone half of a surrogate pair has no encoding.
    return decoded;
  }
}
