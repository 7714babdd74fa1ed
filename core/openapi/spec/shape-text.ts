import type { ValueShape } from '#core/openapi/spec/spec.ts';

/** What a value must be, in a word or two: `text`, `list of text`, `schema`. */
export function shapeText(shape: ValueShape): string {
  switch (shape.kind) {
    case 'text':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'any':
      return 'any value';
    case 'object':
      return shape.of.replaceAll('-', ' ');
    case 'list':
      return `list of ${shapeText(shape.of)}`;
    case 'map':
      return `map of ${shapeText(shape.of)}`;
    case 'either':
      return shape.of.map(shapeText).join(' or ');
    default:
      return shape.kind;
  }
}
