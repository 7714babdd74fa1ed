import { URI } from 'vscode-uri';

/**
 * The one spelling of a uri that sources are told apart by: as `new URL` prints it, percent-encoded only where needed,
 * drive letter in lower case. Editors encode more (`c%3A`, `%28`). Anything but a `file:` uri stays as it is.
 */
export function canonicalUri(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  const url = parsedUrl(uri);
  if (url === undefined) return uri;
  const path = url.pathname.split('/').map(canonicalSegment).join('/');
  return `file://${url.host}${path.replace(/^\/[A-Z]:(?=\/|$)/, (drive) => drive.toLowerCase())}`;
}

/** The same uri as VS Code spells it. */
export function editorUri(uri: string): string {
  return uri.startsWith('file:') ? URI.parse(uri).toString() : uri;
}

/** True when a canonical uri names something below (or is) the folder, going by its text alone. */
export function isInFolder(uri: string, folder: string): boolean {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(prefix) || `${uri}/` === prefix;
}

function parsedUrl(uri: string): URL | undefined {
  return URL.canParse(uri) ? new URL(uri) : undefined;
}

const unescaped = /%(?:24|26|2B|2C|3A|3B|3D|40|5B|5D|7C)/g;

function canonicalSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment)).replace(unescaped, decodeURIComponent);
  } catch {
    return segment;
  }
}
