import type { SectionRole } from '#core/openapi/description/section-role.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import { fieldOf, objectOf } from '#core/openapi/spec/objects-of.ts';
import { listOf, mapOf, object, orReference } from '#core/openapi/spec/shapes.ts';
import type { ObjectName, ObjectSpec, ValueShape } from '#core/openapi/spec/spec.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** What a value of a section is, and how it is reached from the section's own. */
export interface PlaceSpec {
  readonly steps: readonly string[];
  readonly shape: ValueShape;
}

/**
 * What the values of a section are: one in a section of the root file, one for each target in another file. None where the tables
 * know nothing of the place: an extension, data, what this version does not have.
 */
export function specsOf(section: TreeSection, role: SectionRole, version: OpenApiVersion): readonly PlaceSpec[] {
  if (role.kind === 'root') return placed([], shapeAt(version, section.pointer));
  return role.targets.flatMap(({ pointer, to, naming }) =>
    placed(pointer.slice(section.pointer.length), shapeOfTarget(version, to, naming.part)),
  );
}

/** What stands at a pointer of a root file. */
export function shapeAt(version: OpenApiVersion, pointer: readonly string[]): ValueShape | undefined {
  let shape: ValueShape | undefined = object('document');
  for (const step of pointer) shape = shape && shapeBelow(version, shape, step);
  return shape;
}

/** What stands under a key, or at an index, of a value; undefined where that is not known. */
export function shapeBelow(version: OpenApiVersion, shape: ValueShape, step: string): ValueShape | undefined {
  switch (shape.kind) {
    case 'object': {
      const spec = objectOf(version, shape.of);
      return spec && valueUnder(spec, step);
    }
    case 'list':
    case 'map':
      return shape.of;
    case 'either':
      return first(shape.of, (one) => shapeBelow(version, one, step));
    default:
      return undefined;
  }
}

/** What stands under a key of an object: the value of a field, or that of an entry whose key its author chose; none for an extension. */
export function valueUnder(spec: ObjectSpec, key: string): ValueShape | undefined {
  const field = fieldOf(spec, key);
  if (field !== undefined) return field.value;
  return key.startsWith('x-') && spec.isExtensible ? undefined : spec.entries?.value;
}

/** What a reference leads to, by the kind it expects; `part` as in its naming. */
export function shapeOfTarget(
  version: OpenApiVersion,
  kind: string,
  part: readonly string[] | undefined,
): ValueShape | undefined {
  if (part !== undefined) return partShapes.get(part.join('/')) ?? shapeAt(version, part);
  const name = kind === 'openapi.request-body' && version === '2.0' ? 'parameter' : targets.get(kind);
  return name && orReference(name);
}

/** The object a shape is, where it is one; of several, the one that is an object. */
export function objectNameOf(shape: ValueShape | undefined): ObjectName | undefined {
  if (shape?.kind === 'object') return shape.of;
  return shape?.kind === 'either' ? first(shape.of, objectNameOf) : undefined;
}

const targets: ReadonlyMap<string, ObjectName> = new Map([
  ['openapi.info', 'info'],
  ['openapi.path-item', 'path-item'],
  ['openapi.operation', 'operation'],
  ['openapi.parameter', 'parameter'],
  ['openapi.request-body', 'request-body'],
  ['openapi.response', 'response'],
  ['openapi.header', 'header'],
  ['openapi.media-type', 'media-type'],
  ['openapi.example', 'example'],
  ['openapi.schema', 'schema'],
  ['openapi.security-scheme', 'security-scheme'],
  ['openapi.callback', 'callback'],
  ['openapi.link', 'link'],
]);

/** Lists and maps that stand behind a `$ref`, by the name that `containerReference` gives them. */
const partShapes: ReadonlyMap<string, ValueShape> = new Map([
  ['$content', mapOf(object('media-type'), 'media-type')],
  ['$headers', mapOf(orReference('header'), 'header')],
  ['$parameters', listOf(orReference('parameter'))],
  ['$properties', mapOf(orReference('schema'))],
  ['$responses', object('responses')],
  ['$security', listOf(object('security-requirement'))],
]);

function placed(steps: readonly string[], shape: ValueShape | undefined): readonly PlaceSpec[] {
  return shape === undefined ? [] : [{ steps, shape }];
}

function first<T>(shapes: readonly ValueShape[], find: (shape: ValueShape) => T | undefined): T | undefined {
  for (const shape of shapes) {
    const found = find(shape);
    if (found !== undefined) return found;
  }
  return undefined;
}
