import type { OpenApiVersion } from '#core/openapi/model.ts';
import { objectOf } from '#core/openapi/spec/objects-of.ts';
import type { EitherShape, ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';
import { valueUnder } from '#core/openapi/spec/spec-of.ts';

/** A shape that is not one of several. */
type PlainShape = Exclude<ValueShape, EitherShape>;

/** What a value may be, and as what it stands there. */
export interface ShapeAt {
  readonly shape: PlainShape;
  /** The object whose field it is, or the nearest above; undefined at the root. */
  readonly owner: ObjectName | undefined;
  /** The field of the owner it stands under, at whatever depth. */
  readonly field: string;
}

/** The shapes a value may have, one by one. */
function alternatives(shape: ValueShape): readonly PlainShape[] {
  return shape.kind === 'either' ? shape.of.flatMap(alternatives) : [shape];
}

/** What may stand where a path leads from a value of this shape. */
export function shapesAt(version: OpenApiVersion, root: ValueShape, path: readonly string[]): readonly ShapeAt[] {
  let shapes: readonly ShapeAt[] = alternatives(root).map((shape) => ({
    shape,
    owner: undefined,
    field: '',
  }));
  for (const step of path) shapes = shapes.flatMap((each) => below(version, each, step));
  return shapes;
}

function below(version: OpenApiVersion, at: ShapeAt, step: string): readonly ShapeAt[] {
  const { shape } = at;
  switch (shape.kind) {
    case 'object': {
      const spec = objectOf(version, shape.of);
      const value = spec && valueUnder(spec, step);
      if (value === undefined) return [];
      return alternatives(value).map((each) => ({ shape: each, owner: shape.of, field: step }));
    }
    case 'list':
    case 'map':
      return alternatives(shape.of).map((each) => ({ ...at, shape: each }));
    default:
      return [];
  }
}
