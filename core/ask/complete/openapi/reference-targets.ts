import type { TreeContext } from '#core/ask/complete/openapi/tree-context.ts';
import type { Description } from '#core/openapi/description/description.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { fileName, fileStem } from '#core/openapi/reference/target-name.ts';
import type { ObjectName } from '#core/openapi/spec/spec.ts';
import { relativePath } from '#core/project/path-uri.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { findBareReferences } from '#core/tree/write/reference-spelling.ts';

/** Something a `$ref` may lead to, as it is written from one file. */
export interface ReferenceTarget {
  readonly target: string;
  readonly name: string;
  readonly isFile: boolean;
}

interface Kind {
  /** Where it stands below `components`. */
  readonly component: string;
  /** Where it stands at the root of 2.0. */
  readonly former?: string;
  /** What references to it are read as. */
  readonly node: string;
}

const kinds: { readonly [O in ObjectName]?: Kind } = {
  schema: { component: 'schemas', former: 'definitions', node: 'openapi.schema' },
  response: { component: 'responses', former: 'responses', node: 'openapi.response' },
  parameter: { component: 'parameters', former: 'parameters', node: 'openapi.parameter' },
  example: { component: 'examples', node: 'openapi.example' },
  'request-body': { component: 'requestBodies', node: 'openapi.request-body' },
  header: { component: 'headers', node: 'openapi.header' },
  'security-scheme': { component: 'securitySchemes', node: 'openapi.security-scheme' },
  link: { component: 'links', node: 'openapi.link' },
  callback: { component: 'callbacks', node: 'openapi.callback' },
  'path-item': { component: 'pathItems', node: 'openapi.path-item' },
  'media-type': { component: 'mediaTypes', node: 'openapi.media-type' },
};

/** So much of a text tells how its references begin. */
const toldBy = 50_000;

/** What a reference to an object may lead to: in this file, then in the other files of the description, and files nobody has read. */
export function* referenceTargets(object: ObjectName, context: TreeContext): Iterable<ReferenceTarget> {
  const kind = kinds[object];
  if (kind === undefined) return;
  const isBare = findBareReferences(context.piece.text.slice(0, toldBy)) === true;
  yield* knownTargets(kind, context, isBare);
  yield* unusedFiles(context, isBare);
}

/** True where there is anything in a file that a reference to an object may lead to. */
export function hasTargets(object: ObjectName, context: TreeContext): boolean {
  const kind = kinds[object];
  if (kind === undefined) return false;
  for (const { isFile } of knownTargets(kind, context, false)) if (!isFile) return true;
  return false;
}

/** `isBare`: as they are written where relative paths begin without a dot. */
function* knownTargets(kind: Kind, { names, uri, version }: TreeContext, isBare: boolean): Iterable<ReferenceTarget> {
  const { description } = names;
  const rootUri = description?.context.rootUri ?? uri;
  const base = componentsBase(kind, version);
  const others = description === undefined ? [] : fragmentTargets(description, kind, uri, isBare);
  yield* others.filter(({ target }) => target.startsWith('#'));
  if (base !== undefined) {
    const prefix = rootUri === uri ? '' : pathFrom(uri, rootUri, isBare);
    const before = `${prefix}#${formatPointer(base)}`;
    for (const name of names.components(base.at(-1) ?? '')) {
      yield { target: `${before}${encodedStep(name)}`, name, isFile: false };
    }
  }
  yield* others.filter(({ target }) => !target.startsWith('#'));
}

/** Files below the folder of the root that nothing leads to yet: what is in them nobody has read. */
function* unusedFiles({ uri, names, files }: TreeContext, isBare: boolean): Iterable<ReferenceTarget> {
  const rootUri = names.description?.context.rootUri ?? uri;
  const folder = rootUri.slice(0, rootUri.lastIndexOf('/') + 1);
  for (const file of files) {
    const isPart = file.startsWith(folder) && /\.(?:ya?ml|json)$/i.test(file) && sourceKindOf(file).role === 'text';
    if (!isPart || file === uri || names.description?.files.has(file) === true || isOfTools(file.slice(folder.length)))
      continue;
    yield { target: pathFrom(uri, file, isBare), name: fileName(file), isFile: true };
  }
}

/** Settings of packages and tools, mostly beside the source code of a project. */
function isOfTools(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /(?:^|\/)\./.test(path) ||
    /^(?:package|package-lock|composer|tsconfig.*|jsconfig|biome|renovate|lerna|nx|turbo)\.json$|^docker-compose|^pnpm-/.test(
      name,
    )
  );
}

/** True for an object that a reference may stand for in some place. */
export function isReferable(object: ObjectName): boolean {
  return kinds[object] !== undefined;
}

function componentsBase({ component, former }: Kind, version: OpenApiVersion): readonly string[] | undefined {
  if (version !== '2.0') return ['components', component];
  return former === undefined ? undefined : [former];
}

/** What references of the description lead to already in files beside its root. */
function fragmentTargets(
  description: Description,
  kind: Kind,
  uri: string,
  isBare: boolean,
): readonly ReferenceTarget[] {
  const found = new Map<string, ReferenceTarget>();
  if (description.files.size === 1) return [];
  for (const { section, roles } of description.sectionsToReview()) {
    if (roles.kind === 'root') continue;
    for (const { pointer, to } of roles.targets) {
      if (to !== kind.node) continue;
      const file = section.uri === uri ? '' : pathFrom(uri, section.uri, isBare);
      const fragment = pointer.length === 0 ? '' : `#${encodeURI(formatPointer(pointer))}`;
      const target = `${file}${fragment}`;
      const name = pointer.at(-1) ?? fileStem(section.uri);
      if (target !== '') found.set(target, { target, name, isFile: pointer.length === 0 });
    }
  }
  return [...found.values()];
}

/** A step of a pointer in a fragment (RFC 6901 §3, RFC 3986 §3.5). */
function encodedStep(name: string): string {
  return /^[\w.-]*$/.test(name) ? `/${name}` : encodeURI(formatPointer([name]));
}

/** From the folder of one file to another; `isBare`: without a dot. */
function pathFrom(from: string, to: string, isBare: boolean): string {
  const path = relativePath(from, to);
  return isBare || path.startsWith('../') ? path : `./${path}`;
}
