import type { Completion } from '#core/ask/complete/completion.ts';
import { callbackKeys } from '#core/ask/complete/openapi/expressions.ts';
import { propertiesOf } from '#core/ask/complete/openapi/schema-names.ts';
import { type Sketch, Sketcher } from '#core/ask/complete/openapi/shape-sketch.ts';
import { suggestedPaths } from '#core/ask/complete/openapi/suggested-paths.ts';
import { type TreeContext, typedOf } from '#core/ask/complete/openapi/tree-context.ts';
import { childOf, textOf } from '#core/ask/complete/tree/typed-tree.ts';
import { templateNames } from '#core/openapi/effective/path-template.ts';
import { mediaTypeMeanings } from '#core/openapi/spec/format-meanings.ts';
import { objectOf } from '#core/openapi/spec/objects-of.ts';
import type { ShapeAt } from '#core/openapi/spec/shapes-at.ts';
import type { KeyForm, ValueShape } from '#core/openapi/spec/spec.ts';
import { statusClasses, statusCodes } from '#core/openapi/spec/status-codes.ts';
import { entriesOf, type TreeNode } from '#core/tree/tree.ts';

/** A key that authors choose, with its value. */
export interface AuthorKey extends Partial<Pick<Completion, 'detail' | 'about' | 'isAskedOn' | 'isGiven' | 'kind'>> {
  readonly name: string;
  readonly sketch: Sketch;
}

/** The keys of a map that authors choose: what the description tells of them, and what is usual. */
export function authorKeys(at: ShapeAt, path: readonly string[], context: TreeContext): readonly AuthorKey[] {
  const { shape } = at;
  const sketcher = () => new Sketcher(context.version);
  if (shape.kind === 'object' && shape.of === 'security-requirement') {
    const list: Sketch = { kind: 'scalar', snippet: '[$1]', isText: false };
    return [...context.names.securitySchemes()].map((name) => ({ name, sketch: list, kind: 'name', isAskedOn: true }));
  }
  const entries = entriesOfShape(at, context);
  if (entries === undefined) return [];
  const { keys, value } = entries;
  const named = (names: readonly string[], kind: Completion['kind']) =>
    names.map((name) => ({ name, sketch: sketcher().value(value, name), kind }));
  switch (keys) {
    case 'status':
    case 'plain-status':
      return statusKeys(keys, sketcher);
    case 'media-type':
      return named([...new Set([...mediaTypesInUse(context), ...usualMediaTypes])], 'value').map((each) => ({
        ...each,
        about: mediaTypeMeanings.get(each.name)?.about ?? '',
        isAskedOn: true,
      }));
    case 'path':
      return named(
        suggestedPaths(context.names.nearPaths(), (erased) => context.names.hasPath(erased)),
        'name',
      );
    case 'header':
      return named(usualHeaders, 'value');
    default:
      return named(namesFor(at, path, context), 'name').map((each) => ({ ...each, isAskedOn: isLink(at) }));
  }
}

/** What the parameters of a link are given is chosen next. */
function isLink({ owner, field }: ShapeAt): boolean {
  return owner === 'link' && field === 'parameters';
}

function entriesOfShape(
  { shape }: ShapeAt,
  { version }: TreeContext,
): { keys?: KeyForm; value: ValueShape } | undefined {
  if (shape.kind === 'object') return objectOf(version, shape.of)?.entries;
  return shape.kind === 'map'
    ? { ...(shape.keys === undefined ? {} : { keys: shape.keys }), value: shape.of }
    : undefined;
}

function statusKeys(form: KeyForm, sketcher: () => Sketcher): readonly AuthorKey[] {
  const codes = form === 'status' ? [...statusCodes, ...statusClasses] : [...statusCodes];
  return codes.map(([name, { title, about }]) => ({
    name,
    sketch: sketcher().response(title),
    detail: title,
    about,
    kind: 'value',
    isGiven: true,
  }));
}

/** Names that something else in the description gives. */
function namesFor({ owner, field, shape }: ShapeAt, path: readonly string[], context: TreeContext): readonly string[] {
  if (shape.kind === 'object' && shape.of === 'callback') return callbackKeys(path, context);
  if (shape.kind !== 'map') return [];
  const holder = typedOf(context, path.slice(0, -1));
  if (owner === 'link' && field === 'parameters')
    return context.names.parametersOf({ id: textOf(holder, 'operationId'), reference: textOf(holder, 'operationRef') });
  if (owner === 'server' && field === 'variables') {
    return templateNames(textOf(holder, 'url') ?? '').map(({ value }) => value);
  }
  if (owner === 'media-type' && field === 'encoding') return propertiesOf(childOf(holder, 'schema'), context);
  if (owner === 'schema' && field === 'dependentRequired') return propertiesOf(holder, context);
  return [];
}

const usualMediaTypes = [
  'application/json',
  'application/problem+json',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'text/csv',
  'text/html',
  'application/octet-stream',
  'application/pdf',
  'image/png',
  '*/*',
];

/** Of so many sections around the media types are told. */
const lookedInto = 40;

function mediaTypesInUse({ names }: TreeContext): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tree } of names.near().slice(0, lookedInto)) if (tree !== undefined) countContent(tree, counts);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

function countContent(node: TreeNode, counts: Map<string, number>): void {
  for (const { key, value } of entriesOf(node)) {
    if (value === undefined) continue;
    if (key.value === 'content') {
      for (const each of entriesOf(value)) {
        if (each.key.value.includes('/')) counts.set(each.key.value, (counts.get(each.key.value) ?? 0) + 1);
      }
    } else if (key.value !== 'schema' && key.value !== 'properties') countContent(value, counts);
  }
}

const usualHeaders = [
  'Location',
  'ETag',
  'Retry-After',
  'Link',
  'Cache-Control',
  'Last-Modified',
  'WWW-Authenticate',
  'Allow',
  'Deprecation',
  'Sunset',
  'RateLimit',
  'RateLimit-Policy',
  'X-Request-Id',
];
