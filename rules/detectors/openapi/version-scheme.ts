import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { segmentsOf, wholeExpression } from '#core/openapi/effective/path-template.ts';
import type { Parameter, PathItem, Server } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';

/** Where a request says which version of the API it means. */
export type VersionScheme = 'path' | 'query' | 'header' | 'none';

/** `v1`, `v2.1`, `v1beta2`, `version1`, `r0`, `2010-04-01`, `2024-10`, `2024-01-01-preview`. */
const versionSegment =
  /^(?:(?:v|r|ver|version[-_]?)\d+(?:[._]\d+)*(?:[-._]?(?:alpha|beta|rc|preview|p\d+)\d*)*|(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2])(?:[-_.][0-3]\d)?(?:[-.]?(?:alpha|beta|preview|rc\d*))?)$/i;
/** In place of a number; whether one is meant is not sure. */
const stageSegment =
  /^(?:unstable|alpha|beta|preview|experimental|latest|stable|next|canary|nightly|labs|sandbox)\d*$/i;
const numberSegment = /^\d+(?:\.\d+)*$/;

/** `{version}` and a bare number name the API's version only where the path begins; further on they are one of a resource. */
export function hasVersionSegment(path: string): boolean {
  const segments = segmentsOf(path);
  return segments.some(
    (segment, index) =>
      versionSegment.test(segment) ||
      (index < 2 && isVersionExpression(segment)) ||
      (numberSegment.test(segment) && (index === 0 || (index === 1 && /^api$/i.test(segments[0] ?? '')))),
  );
}

/** True for a segment that is a version wherever it stands: `v1`, `2024-10-01`. */
export function isVersionSegment(segment: string): boolean {
  return versionSegment.test(segment);
}

/** `{version}`, `v{api-version}` */
function isVersionExpression(segment: string): boolean {
  const [name] = wholeExpression(segment.replace(/^v(?=\{)/i, ''))?.names ?? [];
  return /^(?:api[-_]?)?version$/i.test(name?.value ?? '');
}

/** The path without its version segment: `/owners/{id}` for `/v2/owners/{id}`. */
export function withoutVersion(path: string): string {
  return `/${segmentsOf(path)
    .filter((segment) => !versionSegment.test(segment))
    .join('/')}`;
}

/** True for paths that clients of another API expect as they are. */
export function isForeignPath(path: string): boolean {
  return foreignPath.test(path);
}

const foreignPath = /^\/v1\/(?:chat\/completions|completions|embeddings|models|messages|responses)(?:\/|$)/;

/** Single things of the service itself, and addresses that others prescribe: they answer without a version; without casing and separators. */
const serviceSegments = new Set(
  'api apis version versions apiversion apiversions info information serviceinfo serviceinformation serverinfo about index root status capabilities discovery graphql playground heartbeat uptime whoami oembed proofs nodeinfo webfinger hostmeta activitypub robotstxt favicon faviconico'.split(
    ' ',
  ),
);

/**
 * True for the root, for what is not stable yet, for what tells of the service itself, and for the list of
 * the API's versions.
 */
export function isUnversioned(path: string, item: PathItem | undefined): boolean {
  const segments = segmentsOf(path);
  if (segments.slice(0, 3).some((segment) => stageSegment.test(segment))) return true;
  if (segments.length < 3 && segments.every((segment) => serviceSegments.has(foldedName(segment)))) return true;
  const read = item?.operations.find(({ method }) => method === 'get');
  return [read?.summary, read?.description].some((text) => text !== undefined && tellsVersions(text.value));
}

/** Most texts do not even hold the word. */
function tellsVersions(text: string): boolean {
  return /\bversions?\b/i.test(text) && versionsTold.test(text);
}

const versionsTold =
  /\b(?:list|get|gets|lists|return|returns|retrieve|retrieves|show|shows|fetch|fetches|which|all|the)\b[^.]{0,200}\b(?:api|server|service|available|supported|specification|protocol)\b[^.]{0,200}\bversions?\b/i;

/** The scheme of a path: its own segment, else a version parameter of all its operations. */
export function versionScheme(path: string, item: PathItem | undefined, scope: Scope): VersionScheme {
  if (hasVersionSegment(path)) return 'path';
  const places = (item?.operations ?? []).map((operation) => {
    const parameters = effectiveParameters(operation, scope);
    return parameters.find((parameter) => isVersionParameter(parameter))?.in?.value;
  });
  const [first] = places;
  return (first === 'query' || first === 'header') && places.every((place) => place === first) ? first : 'none';
}

/** True when the server's address holds a version segment, its variables included. */
export function isVersionedServer({ url }: Server): boolean {
  return url !== undefined && hasVersionSegment(url.value.replace(/^[a-z]+:\/\/[^/]*/i, ''));
}

/** A query parameter that is only called “version” is one of the resource. */
export function isVersionParameter({ name, in: place }: Parameter): boolean {
  const written = name?.value ?? '';
  if (place?.value === 'query') return /^x?apiversion$/.test(foldedName(written));
  return place?.value === 'header' && /^(?:x-)?(?:[a-z]+[-_]?)?version$/i.test(written);
}
