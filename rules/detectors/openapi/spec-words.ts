import type { OpenApiVersion } from '#core/openapi/model.ts';
import { objectOf } from '#core/openapi/spec/objects-of.ts';
import type { ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';

/** `the Operation Object`; `the description` where the object is not known. */
export function objectTitle(version: OpenApiVersion, object: ObjectName | undefined): string {
  const spec = object && objectOf(version, object);
  return spec === undefined ? 'the description' : `the ${spec.title}`;
}

/** What a value of this shape is called: `a list`, `true or false`, `a Schema Object`. */
export function shapeWords(version: OpenApiVersion, shape: ValueShape): string {
  switch (shape.kind) {
    case 'text':
      return 'text';
    case 'number':
      return 'a number';
    case 'integer':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    case 'list':
      return 'a list';
    case 'map':
      return 'a map';
    case 'object':
      return withArticle(objectOf(version, shape.of)?.title ?? 'map');
    case 'either':
      return [...new Set(shape.of.map((one) => shapeWords(version, one)))].join(' or ');
    default:
      return 'a value';
  }
}

export function withArticle(noun: string): string {
  return `${/^(?:[AEIO]|XML)/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `OpenAPI 3.1`, `Swagger 2.0`. */
export function versionTitle(version: OpenApiVersion): string {
  return `${version === '2.0' ? 'Swagger' : 'OpenAPI'} ${version}`;
}

/** `a`, `b` and `c`, in quotation marks. */
export function quoted(names: readonly string[], word: 'and' | 'or'): string {
  const marked = names.map((name) => `“${name}”`);
  const last = marked.pop() ?? '';
  return marked.length === 0 ? last : `${marked.join(', ')} ${word} ${last}`;
}
