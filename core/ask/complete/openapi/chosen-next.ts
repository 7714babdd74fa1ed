import type { Sketch } from '#core/ask/complete/openapi/shape-sketch.ts';
import type { KeyForm, ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';

/** True where something is proposed at the first stop of what was written for a field: nobody is asked in vain. */
export function isChosenNext(object: ObjectName, field: string, value: ValueShape, sketch: Sketch): boolean {
  const shape = value.kind === 'either' ? value.of[0] : value;
  const isStarted = sketch.kind !== 'scalar' && sketch.rest === undefined;
  if (shape === undefined || (isStarted && shape.kind !== 'list')) return false;
  return named.has(`${object}.${field}`) || isKnown(shape, isStarted);
}

function isKnown(shape: ValueShape, isStarted: boolean): boolean {
  switch (shape.kind) {
    case 'text':
      return shape.values !== undefined && shape.values.length > 1;
    case 'object':
      return true;
    case 'list':
      return shape.of.kind === 'object' ? !isStarted : isKnown(shape.of, isStarted);
    case 'map':
      return shape.keys !== undefined && chosen.has(shape.keys);
    case 'either':
      return shape.of[0] !== undefined && isKnown(shape.of[0], isStarted);
    default:
      return false;
  }
}

const chosen: ReadonlySet<KeyForm> = new Set(['status', 'plain-status', 'media-type', 'header']);

/** Fields whose values other parts of a description name. */
const named: ReadonlySet<string> = new Set([
  'operation.tags',
  'operation.security',
  'document.security',
  'tag.parent',
  'link.operationId',
  'schema.required',
  'schema.format',
  'discriminator.propertyName',
  'server.variables',
]);
